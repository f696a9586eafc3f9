import { transaction, withWorkspace, type Database } from '../../../platform/db/index.ts';
import { selectWorkspaces } from '../workspaces.store.ts';

/** Every workspace of the installation by slug. For the terminal only: no user may see them all. */
export function allWorkspaces(db: Database): Promise<{ id: string; slug: string }[]> {
  return transaction(db, async (tx) => {
    await withWorkspace(tx, '*');
    return selectWorkspaces(tx);
  });
}
