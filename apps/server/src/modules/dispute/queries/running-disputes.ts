import type { Tx } from '../../../platform/db/index.ts';
import { countRunning } from '../store/dispute.store.ts';

export type DisputeHold = 'in_dispute';

/** How many disputes run with each of these partners; partners without one are left out. */
export async function openDisputes(tx: Tx, workspaceId: string, partnerIds: readonly string[]): Promise<Map<string, number>> {
  const running = await countRunning(tx, workspaceId, partnerIds);
  return new Map([...running].map(([id, { open }]) => [id, open]));
}

/** Which of these partners are not paid while a dispute about money runs: only where the ladder of that dispute says so. */
export async function disputeHolds(
  tx: Tx,
  workspaceId: string,
  partnerIds: readonly string[],
): Promise<Map<string, DisputeHold>> {
  const running = await countRunning(tx, workspaceId, partnerIds);
  return new Map([...running].filter(([, { holds }]) => holds).map(([id]) => [id, 'in_dispute']));
}
