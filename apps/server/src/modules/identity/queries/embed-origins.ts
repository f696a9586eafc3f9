import { transaction, withWorkspace, type Database } from '../../../platform/db/index.ts';
import { embedOriginsOfSlug } from '../workspaces.store.ts';

/** The origins that may show the portal of a workspace in a frame: for the header of `/embed/:slug`. null for an unknown one. */
export function embedOriginsOf(db: Database, slug: string): Promise<readonly string[] | null> {
  return transaction(
    db,
    async (tx) => {
      await withWorkspace(tx, '*');
      return embedOriginsOfSlug(tx, slug);
    },
    { readOnly: true },
  );
}
