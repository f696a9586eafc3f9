import type { Tx } from '../../../platform/db/index.ts';
import { selectEntries } from '../claim.store.ts';

/** What was written as the entry of this number, for those who are told of it; null when nothing was, or it was erased since. */
export async function claimWords(tx: Tx, workspaceId: string, claimId: string, number: number): Promise<string | null> {
  const entries = await selectEntries(tx, workspaceId, claimId);
  return entries.find((entry) => entry.number === number)?.text ?? null;
}
