import { draftOf, type Plan, type PlanVersion } from '../plan.queries.ts';
import type { ReadDraft } from './kept-document.ts';

/** The draft as it stands, when somebody else has written it since it was read. */
export function othersDraft(plan: Plan, over: ReadDraft | null): PlanVersion | null {
  const draft = draftOf(plan);
  if (draft === undefined) return null;
  // An answer older than our own last save is nobody else's.
  return draft.id === over?.id && draft.revision <= over.revision ? null : draft;
}
