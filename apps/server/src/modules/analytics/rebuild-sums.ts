import type { Tx } from '../../platform/db/index.ts';
import { addStretch, stretchSize } from './sums/add-stretch.ts';
import { clearSums, countedThrough, lockHead } from './sums/sums.store.ts';

/** Adds all counted facts again, from nothing. */
export async function rebuildSums(tx: Tx, workspaceId: string): Promise<void> {
  await lockHead(tx, workspaceId);
  const through = await countedThrough(tx, workspaceId);
  await clearSums(tx, workspaceId);
  for (let after = 0n; after < through; after += stretchSize) {
    await addStretch(tx, workspaceId, after, after + stretchSize < through ? after + stretchSize : through);
  }
}
