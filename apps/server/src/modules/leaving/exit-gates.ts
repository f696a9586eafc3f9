import { isExitPlanComplete } from '@cordee/core/exit';
import type { GateFacts } from '@cordee/core/partnership';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { charterAt } from '../charter/index.ts';

/** Whether the exit plan of each partner's charter is complete, as a gate of leaving. Without a charter in force nothing is asked. */
export async function exitGates(
  tx: Tx,
  workspaceId: string,
  partnerIds: readonly string[],
  now: Instant,
): Promise<ReadonlyMap<string, GateFacts>> {
  const charters = await charterAt(tx, workspaceId, partnerIds, now);
  return new Map([...charters].map(([id, { document }]) => [id, { exit_plan: isExitPlanComplete(document) ? 'true' : 'false' }]));
}
