import type { Tx } from '../../../platform/db/index.ts';
import { addUp } from './add-up.ts';
import { loadStretch } from './stretch.store.ts';
import { moveHead, saveAdded, settingsOf } from './sums.store.ts';

/** Facts added in one go: what is held in memory. */
export const stretchSize = 5000n;

/** Adds the facts after `after` up to `through`, which are counted, and moves the head. The caller holds its lock. */
export async function addStretch(tx: Tx, workspaceId: string, after: bigint, through: bigint): Promise<void> {
  const { zone, currency } = await settingsOf(tx, workspaceId);
  const added = addUp(await loadStretch(tx, workspaceId, after, through), zone, currency);
  await saveAdded(tx, workspaceId, added);
  await moveHead(tx, workspaceId, through);
}
