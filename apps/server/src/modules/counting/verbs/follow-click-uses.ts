import { transaction, withWorkspace, type Database } from '../../../platform/db/index.ts';
import { workspaceIds } from '../../fact/index.ts';
import { advanceClickUses } from '../click-use.store.ts';

const chunk = 20_000;

/** Notes which clicks the facts recorded since the last run froze. Running it again, or in two processes at once, changes nothing. */
export async function followClickUses(db: Database): Promise<void> {
  for (const workspaceId of await workspaceIds(db)) {
    for (;;) {
      const moved = await transaction(db, async (tx) => {
        await withWorkspace(tx, workspaceId);
        return advanceClickUses(tx, workspaceId, chunk);
      });
      if (!moved) break;
    }
  }
}
