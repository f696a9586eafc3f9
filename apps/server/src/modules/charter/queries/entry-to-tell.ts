import type { Side } from '@cordee/core/partnership';
import type { LocalDate } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';
import { selectCharters, selectEntries, selectVersionsOf } from '../charter.store.ts';

/** One thing that was said or done about a charter, for whoever writes to people about it. */
export interface EntryToTell {
  readonly partnerId: string;
  readonly side: Side;
  readonly version: number;
  readonly text: string | null;
  /** Whether both sides see the version it is about. */
  readonly isShared: boolean;
  readonly holdsFrom: LocalDate | null;
  readonly endsOn: LocalDate | null;
}

/** An entry of a charter's history; null for an unknown one. What was written by the server itself for the history is no text. */
export async function charterEntryToTell(tx: Tx, workspaceId: string, id: string, number: number): Promise<EntryToTell | null> {
  const [charter] = await selectCharters(tx, workspaceId, { id, limit: 1 });
  const entry = (await selectEntries(tx, workspaceId, id)).find((one) => one.number === number);
  if (charter === undefined || entry === undefined) return null;
  const { partnerId, endsOn } = charter;
  const version = (await selectVersionsOf(tx, workspaceId, [id])).find((one) => one.number === entry.version);
  const isShared = version !== undefined && version.sharedAt !== null;
  const text = wordsOf(entry.kind, entry.text);
  return { partnerId, side: entry.side, version: entry.version, text, isShared, holdsFrom: version?.holdsFrom ?? null, endsOn };
}

/** What somebody wrote: for two steps the history has the day before it. */
function wordsOf(kind: string, text: string | null): string | null {
  if (kind === 'announced') return null;
  return kind === 'ended' ? (text?.replace(/^\S+ · /, '') ?? null) : text;
}
