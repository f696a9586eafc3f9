import { checkQuestionnaire, type Questionnaire as Document, type QuestionnaireProblem } from '@cordee/core/qualification';
import type { Questionnaire } from '../qualification.queries.ts';

export type Problem = QuestionnaireProblem;

/** What keeps a draft from being published, found as it is typed: by the place of the question, or `null` for the whole. */
export function liveProblems(draft: Questionnaire['draft']): ReadonlyMap<number | null, readonly Problem[]> {
  // Readonly lists of core, the same on the wire.
  return Map.groupBy(checkQuestionnaire(draft as Document), ({ path }) => {
    const place = /^items\.(\d+)/.exec(path)?.[1];
    return place === undefined ? null : Number(place);
  });
}
