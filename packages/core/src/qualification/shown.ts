import { wordsOf, type Answer, type Answers, type Item, type Questionnaire } from './questionnaire.ts';

/** Whether an item is asked of a side: `maybe` while what decides it is not answered. */
export type Shown = 'yes' | 'no' | 'maybe';

/** Which items a side is asked, by what it has answered so far. A condition on an item that is not asked is not met. */
export function shownTo({ items }: Pick<Questionnaire, 'items'>, answers: Answers): ReadonlyMap<string, Shown> {
  const shown = new Map<string, Shown>();
  for (const { key, when } of items) shown.set(key, when === undefined ? 'yes' : follow(when, shown, answers));
  return shown;
}

function follow(when: NonNullable<Item['when']>, shown: ReadonlyMap<string, Shown>, answers: Answers): Shown {
  const asked = shown.get(when.item) ?? 'no';
  if (asked === 'no') return 'no';
  const answer = answerOf(answers, when.item);
  if (answer === undefined) return 'maybe';
  return wordsOf(answer).some((word) => when.is.includes(word)) ? asked : 'no';
}

/** The answer to an item, of this object itself. */
export function answerOf(answers: Answers, key: string): Answer | undefined {
  return Object.hasOwn(answers, key) ? answers[key] : undefined;
}

/** How far a side is: how many items it is asked for now, and how many of them it has answered. */
export function progressOf(
  questionnaire: Pick<Questionnaire, 'items'>,
  answers: Answers,
): { readonly asked: number; readonly answered: number } {
  const shown = shownTo(questionnaire, answers);
  const asked = questionnaire.items.filter(({ key }) => shown.get(key) === 'yes');
  return { asked: asked.length, answered: asked.filter(({ key }) => answerOf(answers, key) !== undefined).length };
}
