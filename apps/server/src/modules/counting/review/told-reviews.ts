import {
  earnedTotals,
  needsReview,
  reviewActionOf,
  type Commission,
  type Fact,
  type ReviewAction,
  type Reviewing,
} from '@cordee/core/counting';
import type { NamedCommission, NamedReview } from '@cordee/core/explanation';
import type { Tx } from '../../../platform/db/index.ts';
import { loadStoredCommissions, type StoredCommission } from '../counted.store.ts';
import { loadReviewFacts } from '../why.store.ts';

export interface ToldReview extends Omit<NamedReview, 'partnerName'> {
  readonly partnerId: string;
}

/**
 * The decisions about the commissions of a fact, in order; for a fact that is such a decision, itself. One entry for each commission, of
 * this partner only unless it is null.
 */
export async function toldReviews(tx: Tx, workspaceId: string, fact: Fact, own: string | null): Promise<ToldReview[]> {
  const isReview = reviewActionOf(fact.kind) !== null;
  const reviews = isReview ? [fact] : await loadReviewFacts(tx, workspaceId, fact.seq);
  if (reviews.length === 0) return [];
  const seq = isReview ? fact.targetSeq : fact.seq;
  const commissions = await loadStoredCommissions(tx, workspaceId, 'fact_seq = $2', [seq]);
  const seen = new Map(
    commissions.filter(({ partnerId }) => own === null || partnerId === own).map((each) => [each.number, each]),
  );
  return reviews.flatMap((review) => {
    const action = reviewActionOf(review.kind);
    const aimed = review.body.commissions ?? [];
    return action === null ? [] : aimed.flatMap(({ number }) => told(review, action, seen.get(number)) ?? []);
  });
}

function told({ occurredAt: at, body }: Fact, action: ReviewAction, commission: StoredCommission | undefined): ToldReview | null {
  if (commission === undefined) return null;
  const { number, amount, currency, partnerId } = commission;
  return { action, at, reason: body.reason ?? null, number, amount, currency, partnerId };
}

/** Why a commission must be approved, for its explanation; undefined when its plan does not ask for it. */
export function toldReviewNeed(
  commission: Commission,
  plan: Reviewing,
  siblings: readonly Commission[],
): NamedCommission['review'] {
  const { review, currency } = plan;
  const total = earnedTotals(siblings, currency).get(commission.enrollmentId) ?? 0n;
  if (review === undefined || !needsReview(plan, commission.currency, total)) return undefined;
  if (review.mode !== 'above') return { ceiling: null, total: null };
  return { ceiling: BigInt(review.amount), total: commission.currency === currency ? total : null };
}
