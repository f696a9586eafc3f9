import type { GateFacts } from '@cordee/core/partnership';
import type { Tx } from '../../platform/db/index.ts';

/**
 * Whether the last qualification of these partners is revealed. One that ran out counts only where no other was answered or can be; a
 * partner that was asked nothing, or whose qualifications were all withdrawn, is left out.
 */
export async function qualificationGates(
  tx: Tx,
  workspaceId: string,
  partnerIds: readonly string[],
): Promise<ReadonlyMap<string, GateFacts>> {
  const rows = await tx.query<{ partnerId: string; isRevealed: boolean }>(
    `select distinct on (partner_id) partner_id as "partnerId", state = 'revealed' as "isRevealed" from qualification
      where workspace_id = $1 and partner_id = any($2::uuid[]) and state <> 'withdrawn'
      order by partner_id, state in ('open', 'revealed') desc, id desc`,
    [workspaceId, [...partnerIds]],
  );
  return new Map(rows.map(({ partnerId, isRevealed }) => [partnerId, { qualification_revealed: isRevealed ? 'true' : 'false' }]));
}
