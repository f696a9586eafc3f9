import type { RuleVerdict } from '../counting/outcome.ts';

export type Verdict = RuleVerdict['verdict'];

/** How a rule fared over the lines of an event: the best of its verdicts, and the fields that explain it. */
export interface Mark {
  readonly verdict: Verdict;
  readonly fields?: readonly string[];
}

const ranks: Readonly<Record<Verdict, number>> = {
  not_matched: 0,
  unknown: 1,
  duration_over: 2,
  zero: 3,
  earlier_rule: 4,
  lower: 5,
  capped: 6,
  paid: 7,
};

const plainMarks = Object.fromEntries(Object.keys(ranks).map((verdict) => [verdict, { verdict }])) as Record<Verdict, Mark>;

/** A verdict that no field explains. */
export function plainMark(verdict: Verdict): Mark {
  return plainMarks[verdict];
}

/** Whether a verdict is to be kept rather than the one known; of equals, the first is. */
export function isBetter(verdict: Verdict, known: Mark): boolean {
  return ranks[verdict] > ranks[known.verdict];
}
