import type { disputeEntryKinds } from '@cordee/contract/dispute';
import { chainEvent } from '@cordee/core/signature';
import type { Side } from '@cordee/core/partnership';
import type { Instant } from '@cordee/core/time';
import type { Actor } from '../../../platform/context.ts';
import { sha256 } from '../../../platform/crypto/index.ts';
import type { Tx } from '../../../platform/db/index.ts';

export type EntryKind = (typeof disputeEntryKinds)[number];

export interface EntryRecord {
  readonly number: number;
  readonly at: Instant;
  readonly kind: EntryKind;
  readonly side: Side | 'clock';
  readonly actor: Actor;
  /** What is to be known of it, its step and its words among it: all of it is under the hash. */
  readonly data: Readonly<Record<string, string>>;
  readonly links: readonly string[];
  readonly hash: string;
}

export type NewEntry = Omit<EntryRecord, 'number' | 'hash'>;

/** SHA-256 of a text, in hexadecimal. */
export const hashText = (text: string): string => sha256(text).toString('hex');

/** The number the next entry of a dispute that is held will have, and the hash it follows. */
export async function nextEntry(tx: Tx, workspaceId: string, id: string): Promise<{ number: number; head: string }> {
  const [row] = await tx.query<{ entries: number; head: string }>(
    `select entries, head from dispute where workspace_id = $1 and id = $2`,
    [workspaceId, id],
  );
  if (row === undefined) throw new Error('an entry is added to a dispute that is held');
  return { number: row.entries + 1, head: row.head };
}

/** Adds what was written or done, chained to what was before. */
export async function addEntry(tx: Tx, workspaceId: string, id: string, entry: NewEntry): Promise<void> {
  const { number, head } = await nextEntry(tx, workspaceId, id);
  const { at, kind, side, actor, links } = entry;
  const data = links.length === 0 ? entry.data : { ...entry.data, links: links.join(' ') };
  const { hash } = chainEvent(head, { number, at, kind, by: side, data }, hashText);
  await tx.query(
    `insert into dispute_entry (workspace_id, dispute_id, number, at, kind, side, actor, data, links, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [workspaceId, id, number, new Date(at), kind, side, JSON.stringify(actor), JSON.stringify(data), links, hash],
  );
  await tx.query(`update dispute set entries = $3, head = $4 where workspace_id = $1 and id = $2`, [
    workspaceId,
    id,
    number,
    hash,
  ]);
}

export function selectEntries(tx: Tx, workspaceId: string, id: string): Promise<EntryRecord[]> {
  return tx.query<EntryRecord>(
    `select number, at, kind, side, actor, data, links, hash from dispute_entry
      where workspace_id = $1 and dispute_id = $2 order by number`,
    [workspaceId, id],
  );
}
