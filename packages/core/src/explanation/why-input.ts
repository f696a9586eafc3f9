import type { Instant } from '../time/index.ts';
import type { Fact, Touchpoint } from '../counting/fact.ts';
import type { Commission, CommissionStatus, Decision, Reversal } from '../counting/outcome.ts';
import type { ReviewAction } from '../counting/review-action.ts';
import type { Transaction } from '../ledger/posting.ts';

/** Everything an explanation is made of. It holds no customer data; names come from the caller, as far as its reader may see them. */
export interface WhyInput {
  readonly fact: Pick<Fact, 'kind' | 'occurredAt' | 'recordedAt' | 'amount' | 'currency' | 'externalId' | 'source'>;
  /** The zone of the workspace: dates are told in it. */
  readonly zone: string;
  /** null: not counted yet. */
  readonly decision: Decision | null;
  /** The touchpoints the decision looked at, in any order. */
  readonly touches: readonly NamedTouch[];
  readonly commissions: readonly NamedCommission[];
  readonly reversals: readonly (Reversal & { readonly partnerName: string })[];
  /** What the company decided about these commissions, in order; in the why of such a decision, the decision itself. */
  readonly reviews?: readonly NamedReview[];
  readonly transactions: readonly (Pick<Transaction, 'kind' | 'effectiveAt' | 'postings'> & { readonly id: string })[];
  readonly names: {
    readonly program?: string;
    readonly plan?: string;
    /** By partner id, for partners that none of the lists above names; an id without a name is told as the id. */
    readonly partners?: Readonly<Record<string, string>>;
  };
}

/** A decision about one commission: its number in the fact that earned it. */
export interface NamedReview {
  readonly action: ReviewAction;
  readonly at: Instant;
  readonly reason: string | null;
  readonly number: number;
  readonly amount: bigint;
  readonly currency: string;
  readonly partnerName: string;
}

export type NamedTouch = Touchpoint & { readonly partnerName: string; readonly programName: string };

export type NamedCommission = Commission & {
  readonly status: CommissionStatus;
  /** What later facts took back of it, in minor units. */
  readonly reversed: bigint;
  readonly partnerName: string;
  readonly planVersionNumber: number;
  /** Currency of the plan's thresholds; the fact's own when absent. */
  readonly planCurrency?: string;
  /** Present when the plan asks that it be approved: the ceiling of the plan and what the event earns the partner in all. */
  readonly review?: { readonly ceiling: bigint | null; readonly total: bigint | null };
  readonly clauseText: { readonly fr: string; readonly en: string };
};
