import { transaction, withWorkspace, type Database } from '../../../platform/db/index.ts';
import { workspaceIds } from '../../fact/index.ts';
import { addStretch, stretchSize } from '../sums/add-stretch.ts';
import { countedThrough, lockHead } from '../sums/sums.store.ts';

/**
 * Adds what was counted since the last time to the daily sums, each fact exactly once: the head moves in the transaction that
 * adds. May run in several processes at once, and be killed anywhere. Resolves with how many facts were added.
 */
export async function rollUpConversions(db: Database, workspaceId: string, stretch = stretchSize): Promise<number> {
  let total = 0n;
  for (;;) {
    const added = await transaction(db, async (tx) => {
      await withWorkspace(tx, workspaceId);
      const after = await lockHead(tx, workspaceId);
      const counted = await countedThrough(tx, workspaceId);
      const through = after + stretch < counted ? after + stretch : counted;
      if (through <= after) return 0n;
      await addStretch(tx, workspaceId, after, through);
      return through - after;
    });
    if (added === 0n) return Number(total);
    total += added;
  }
}

/** The same for every workspace of the installation. */
export async function rollUpAll(db: Database): Promise<void> {
  for (const workspaceId of await workspaceIds(db)) await rollUpConversions(db, workspaceId);
}
