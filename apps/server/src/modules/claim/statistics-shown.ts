import type { Tx } from '../../platform/db/index.ts';
import { isShown } from '../partner/index.ts';
import { showsStatistics } from './claim-terms.store.ts';

/** Whether this partner may read how the company answers: as was chosen for it, else as for all. Without one, as for all. */
export async function statisticsShownTo(tx: Tx, workspaceId: string, own: string | null): Promise<boolean> {
  const chosen = own === null ? null : await isShown(tx, workspaceId, own, 'response_statistics');
  return chosen ?? (await showsStatistics(tx, workspaceId));
}
