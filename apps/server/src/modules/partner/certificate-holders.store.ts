import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

/** Which of these partners hold a certificate at `now`; null where the workspace never issued one. */
export async function certificateHolders(
  tx: Tx,
  workspaceId: string,
  partnerIds: readonly string[],
  now: Instant,
): Promise<ReadonlySet<string> | null> {
  const [issued] = await tx.query('select 1 from certificate where workspace_id = $1 limit 1', [workspaceId]);
  if (issued === undefined) return null;
  const rows = await tx.query<{ partner_id: string }>(
    `select distinct partner_id from certificate
      where workspace_id = $1 and partner_id = any($2::uuid[]) and from_at <= $3 and (to_at is null or to_at > $3)`,
    [workspaceId, partnerIds, new Date(now)],
  );
  return new Set(rows.map((row) => row.partner_id));
}
