import { encodeId } from '@cordee/core/ids';
import type { LocalDate } from '@cordee/core/time';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import { shareFiles } from '../../platform/files/index.ts';
import { newUuid } from '../../platform/uuid.ts';
import { insertEvidence, selectEvidence } from './evidence.store.ts';

/** Asked again, a side need not hand in once more what still holds; what has ended is to be given anew. */
export async function takeEvidenceAlong(
  tx: Tx,
  { workspaceId, now }: Pick<Context, 'workspaceId' | 'now'>,
  { from, to, today }: { readonly from: string; readonly to: string; readonly today: LocalDate },
): Promise<{ readonly evidenceTaken: number; readonly evidenceEnded: number }> {
  const all = await selectEvidence(tx, workspaceId, from, null);
  const holding = all.filter(({ expiresOn }) => expiresOn === null || expiresOn >= today);
  for (const before of holding) {
    const id = newUuid(now());
    await insertEvidence(tx, workspaceId, { ...before, id, qualificationId: to, takenFrom: before.id });
    await shareFiles(tx, workspaceId, { from: encodeId('evd', before.id), to: encodeId('evd', id), at: now() });
  }
  return { evidenceTaken: holding.length, evidenceEnded: all.length - holding.length };
}
