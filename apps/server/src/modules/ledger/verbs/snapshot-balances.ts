import { transaction, withWorkspace, type Database } from '../../../platform/db/index.ts';
import { workspaceIds } from '../../fact/index.ts';
import { countedThrough, moveSnapshots } from '../ledger.store.ts';

/**
 * Sums the postings of every workspace up to what is counted into its snapshots, so that balances stay quick to read. It changes
 * no balance: running it again, or never, gives the same answers.
 */
export async function snapshotBalances({ db }: { readonly db: Database }): Promise<void> {
  for (const workspaceId of await workspaceIds(db)) {
    await transaction(db, async (tx) => {
      await withWorkspace(tx, workspaceId);
      await moveSnapshots(tx, workspaceId, await countedThrough(tx, workspaceId));
    });
  }
}
