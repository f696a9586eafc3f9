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

/** Keeps the better of the rule's verdict so far and this one; of equals, the first. */
export function rememberMark(marks: Map<string, Mark>, ruleId: string, verdict: Verdict, fields?: readonly string[]): void {
  const known = marks.get(ruleId);
  if (known !== undefined && ranks[known.verdict] >= ranks[verdict]) return;
  marks.set(ruleId, fields === undefined ? { verdict } : { verdict, fields });
}
