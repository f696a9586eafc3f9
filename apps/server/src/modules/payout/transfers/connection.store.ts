import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';

/** The company's key at Stripe, still sealed. */
export interface ConnectionRecord {
  readonly secret: Buffer;
  readonly hint: string;
  readonly enteredAt: Instant;
  readonly enteredBy: string;
}

/** The key in use, or null. */
export async function loadConnection(tx: Tx, workspaceId: string): Promise<ConnectionRecord | null> {
  const [row] = await tx.query<{ secret: Buffer; hint: string; entered_at: Instant; entered_by: string }>(
    `select secret, hint, entered_at, entered_by from payout_connection where workspace_id = $1 and rail = 'stripe'`,
    [workspaceId],
  );
  if (row === undefined) return null;
  return { secret: row.secret, hint: row.hint, enteredAt: row.entered_at, enteredBy: row.entered_by };
}

/** Puts a key in use, in the place of the one before. */
export async function saveConnection(tx: Tx, workspaceId: string, connection: ConnectionRecord): Promise<void> {
  await tx.query(
    `insert into payout_connection (workspace_id, rail, secret, hint, entered_at, entered_by) values ($1, 'stripe', $2, $3, $4, $5)
     on conflict (workspace_id, rail) do update
       set secret = excluded.secret, hint = excluded.hint, entered_at = excluded.entered_at, entered_by = excluded.entered_by`,
    [workspaceId, connection.secret, connection.hint, new Date(connection.enteredAt), connection.enteredBy],
  );
}

/** Takes the key out of use; false when there was none. */
export async function deleteConnection(tx: Tx, workspaceId: string): Promise<boolean> {
  const rows = await tx.query<{ rail: string }>(
    `delete from payout_connection where workspace_id = $1 and rail = 'stripe' returning rail`,
    [workspaceId],
  );
  return rows.length > 0;
}
