import type { GateFacts } from '@cordee/core/partnership';
import type { Tx } from '../../platform/db/index.ts';

/** Whether anybody still signs in for these partners, as a gate of leaving. */
export async function accessGates(
  tx: Tx,
  workspaceId: string,
  partnerIds: readonly string[],
): Promise<ReadonlyMap<string, GateFacts>> {
  const rows = await tx.query<{ partner_id: string }>(
    `select distinct partner_id from membership where workspace_id = $1 and partner_id = any($2::uuid[])`,
    [workspaceId, partnerIds],
  );
  const open = new Set(rows.map((row) => row.partner_id));
  return new Map(partnerIds.map((id) => [id, { access_revoked: open.has(id) ? 'false' : 'true' }]));
}
