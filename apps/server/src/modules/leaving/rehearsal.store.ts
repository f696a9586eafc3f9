import type { ExitContent } from '@cordee/contract/exit-rehearsal';
import type { Side } from '@cordee/core/partnership';
import type { Instant } from '@cordee/core/time';
import type { Actor } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';

export interface RehearsalRecord {
  readonly id: string;
  readonly partnerId: string;
  readonly side: Side;
  readonly isShown: boolean;
  readonly at: Instant;
  readonly content: ExitContent;
  readonly hash: string;
}

const columns = `id, partner_id as "partnerId", side, is_shown as "isShown", at, content, hash`;

/** `text` is the content as it was hashed: the column keeps it to the letter. */
export async function insertRehearsal(
  tx: Tx,
  workspaceId: string,
  { id, partnerId, side, isShown, at, hash }: Omit<RehearsalRecord, 'content'>,
  text: string,
  actor: Actor,
): Promise<void> {
  await tx.query(
    `insert into exit_rehearsal (workspace_id, id, partner_id, side, is_shown, at, actor, content, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [workspaceId, id, partnerId, side, isShown, new Date(at), JSON.stringify(actor), text, hash],
  );
}

/** Those a side sees: its own, and what the other shows. Newest first. */
export function selectRehearsals(
  tx: Tx,
  workspaceId: string,
  filter: { readonly partnerId: string; readonly side: Side; readonly before: string | null; readonly limit: number },
): Promise<RehearsalRecord[]> {
  return tx.query<RehearsalRecord>(
    `select ${columns} from exit_rehearsal
      where workspace_id = $1 and partner_id = $2 and (side = $3 or is_shown) and ($4::uuid is null or id < $4) order by id desc limit $5`,
    [workspaceId, filter.partnerId, filter.side, filter.before, filter.limit],
  );
}

/** One by its id, held; null when there is none. */
export async function holdRehearsal(tx: Tx, workspaceId: string, id: string): Promise<RehearsalRecord | null> {
  const [row] = await tx.query<RehearsalRecord>(
    `select ${columns} from exit_rehearsal where workspace_id = $1 and id = $2 for update`,
    [workspaceId, id],
  );
  return row ?? null;
}

export async function updateShown(tx: Tx, workspaceId: string, id: string, isShown: boolean): Promise<void> {
  await tx.query(`update exit_rehearsal set is_shown = $3 where workspace_id = $1 and id = $2`, [workspaceId, id, isShown]);
}
