import type { GateFacts } from '@cordee/core/partnership';
import { localDateOf, type Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { zoneOf } from '../fact/index.ts';
import { detailsOn } from './details.store.ts';

/** Whether the tax details of these partners are known today, as a gate of becoming active. */
export async function taxGates(
  tx: Tx,
  workspaceId: string,
  partnerIds: readonly string[],
  now: Instant,
): Promise<ReadonlyMap<string, GateFacts>> {
  const known = await detailsOn(tx, workspaceId, partnerIds, localDateOf(now, await zoneOf(tx, workspaceId)));
  return new Map(partnerIds.map((id) => [id, { tax_details: known.has(id) ? 'true' : 'false' }]));
}
