import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

/** Which of these are documents made out by us. */
export async function knownDocuments(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(
    `select id from invoice where workspace_id = $1 and id = any($2::uuid[]) and type <> '380'`,
    [workspaceId, ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Marks documents as handed over; those that were stay as they are. Returns which are new. */
export async function markHanded(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
  at: Instant,
  by: string,
): Promise<string[]> {
  const rows = await tx.query<{ invoice_id: string }>(
    `insert into invoice_handover (workspace_id, invoice_id, handed_at, handed_by)
     select $1, t.id, $3, $4 from unnest($2::uuid[]) as t (id)
     on conflict (workspace_id, invoice_id) do nothing returning invoice_id`,
    [workspaceId, ids, new Date(at), by],
  );
  return rows.map((row) => row.invoice_id);
}

/** Whether the platform said this of the document before. */
export async function isStatusKnown(tx: Tx, workspaceId: string, id: string, code: string, at: Instant): Promise<boolean> {
  const rows = await tx.query<{ number: number }>(
    `select number from invoice_step
      where workspace_id = $1 and invoice_id = $2 and platform_code = $3 and platform_at = $4 limit 1`,
    [workspaceId, id, code, new Date(at)],
  );
  return rows.length === 1;
}
