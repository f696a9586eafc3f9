import { checkAmount, checkChoice } from './check-values.ts';
import type { PlanProblem } from './plan-problem.ts';
import type { ReviewRule } from './plan.ts';

export function checkReview(review: ReviewRule | undefined, path: string): PlanProblem[] {
  if (review === undefined) return [];
  const problems = checkChoice(review.mode, `${path}/mode`, ['none', 'all', 'above']);
  return review.mode === 'above' ? [...problems, ...checkAmount(review.amount, `${path}/amount`)] : problems;
}
