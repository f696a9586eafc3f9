import type { ReviewRule } from '../plan/plan.ts';

/** A plan as far as its reviews go. */
export interface Reviewing {
  readonly currency: string;
  readonly review?: ReviewRule | undefined;
}

/** Whether some commissions of a plan must be approved at all. */
export function asksForReviews({ review }: Pick<Reviewing, 'review'>): boolean {
  return review !== undefined && review.mode !== 'none';
}

/**
 * Whether a commission must be approved before it is released, by the review rule of its plan. A ceiling is compared with the
 * whole of what the event earns the enrollment in the plan's currency (`total`), so that an order of many small lines passes under
 * it no more than one of a single line. A commission in another currency or in units cannot be compared: it must be approved.
 */
export function needsReview({ currency, review }: Reviewing, commissionCurrency: string, total: bigint): boolean {
  if (review === undefined || review.mode === 'none') return false;
  return review.mode === 'all' || commissionCurrency !== currency || total > BigInt(review.amount);
}

/** What an event earns each enrollment in one currency: what a ceiling is compared with. */
export function earnedTotals(
  commissions: Iterable<{ readonly enrollmentId: string; readonly currency: string; readonly amount: bigint }>,
  inCurrency: string,
): ReadonlyMap<string, bigint> {
  const totals = new Map<string, bigint>();
  for (const { enrollmentId, currency, amount } of commissions) {
    if (currency === inCurrency) totals.set(enrollmentId, (totals.get(enrollmentId) ?? 0n) + amount);
  }
  return totals;
}
