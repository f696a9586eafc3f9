import { formatInstant } from '../time/index.ts';
import type { Step } from './explanation.ts';
import { amountText, step } from './step.ts';
import type { NamedCommission, NamedReview } from './why-input.ts';

/** Why a commission waits for approval; nothing when its plan does not ask for it. */
export function explainReviewNeed({ review, currency, planCurrency = currency }: NamedCommission): Step[] {
  if (review === undefined) return [];
  const inPlan = (amount: bigint | null) => (amount === null ? null : amountText(amount, planCurrency));
  return [step('review_needed', { ceiling: inPlan(review.ceiling), total: inPlan(review.total) })];
}

/** One decision about one commission. */
export function explainReview({ action, at, reason, number, amount, currency, partnerName: partner }: NamedReview): Step {
  return step('reviewed', {
    action,
    at: formatInstant(at),
    partner,
    number: number + 1,
    amount: amountText(amount, currency),
    reason,
  });
}
