import type { PlanDocument } from '@cordee/core/plan';
import type { QueryClient } from '@tanstack/react-query';
import { call } from '../../../lib/api/call.ts';
import { asProblem } from '../../../lib/api/problem.ts';
import { refresh } from '../../../lib/api/queries.ts';
import type { ReadDraft } from './kept-document.ts';

/**
 * Saves over the draft that was read, or as the next version where there was none; answers what to write over next. `onGone` is told
 * when the draft was published or deleted meanwhile: saving again makes the next one. Throws Problem.
 */
export async function saveDraft(
  client: QueryClient,
  planId: string,
  over: ReadDraft | null,
  document: PlanDocument,
  onGone: () => void,
): Promise<ReadDraft> {
  try {
    const { id, revision } =
      over === null
        ? await call('draftVersion', { params: { id: planId }, body: { document } })
        : await call('replaceDraft', { params: { id: over.id }, body: { document, expectedRevision: over.revision } });
    return { id, revision };
  } catch (error) {
    if (['not_found', 'plan_published'].includes(asProblem(error).code)) onGone();
    throw error;
  } finally {
    await readAgain(client);
  }
}

/** Throws Problem, `conflict` when somebody has written it since it was read. */
export async function deleteDraft(client: QueryClient, { id, revision }: ReadDraft): Promise<void> {
  try {
    await call('deleteDraft', { params: { id }, query: { expectedRevision: revision } });
  } finally {
    await readAgain(client);
  }
}

export async function undoDeletion(client: QueryClient, planId: string, document: PlanDocument): Promise<void> {
  await call('draftVersion', { params: { id: planId }, body: { document } });
  await readAgain(client);
}

function readAgain(client: QueryClient): Promise<void> {
  return refresh(client, 'getPlan', 'listPlans', 'getProgram', 'listPrograms');
}
