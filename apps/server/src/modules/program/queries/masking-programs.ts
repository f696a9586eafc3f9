import type { Tx } from '../../../platform/db/index.ts';
import { selectMasking } from '../program.store.ts';

/** The programs that keep customers from partners' eyes. */
export async function maskingPrograms(tx: Tx, workspaceId: string): Promise<ReadonlySet<string>> {
  return new Set(await selectMasking(tx, workspaceId));
}
