import type { ExchangeTerms, Fact, FactKind, InvoicedVat, Touchpoint } from '../counting/fact.ts';
import type { Instant } from '../time/index.ts';
import type { ReviewAction } from '../counting/review-action.ts';
import type { Arithmetic, Commission, CommissionStatus, Decision, Reversal } from '../counting/outcome.ts';
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
  readonly reversals: readonly NamedReversal[];
  /** Commissions that a dispute suspends or sets free, with what was left of each. */
  readonly changes: readonly NamedChange[];
  /** What the company decided about these commissions, in order; in the why of such a decision, the decision itself. */
  readonly reviews?: readonly NamedReview[];
  /** In the why of a contribution or of its end. */
  readonly contribution?: { readonly id: string; readonly until: Instant | null };
  /** In the why of an exchange of currencies. */
  readonly exchange?: ExchangeTerms;
  /** In the why of an invoice or a credit note. */
  readonly invoice?: InvoicedVat;
  readonly transactions: readonly (Pick<Transaction, 'kind' | 'effectiveAt' | 'postings'> & { readonly id: string })[];
  readonly names: {
    readonly program?: string;
    readonly plan?: string;
    /** The id of the agreed split that decided. */
    readonly agreement?: string;
    /** The id of the accepted claim that decided. */
    readonly claim?: string;
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

/** A fact as another one cites it: by the id its sender gave it, and its date. */
export interface CitedFact {
  readonly kind: FactKind;
  readonly externalId: string;
  readonly occurredAt: Instant;
}

/** The version of the charter that annexes a clause, and the article it is there. */
export interface AnnexedIn {
  readonly version: number;
  readonly article: string;
}

/** An earlier commission with the terms frozen on it, as a later fact cites it. */
export interface CitedCommission {
  readonly fact: CitedFact;
  readonly number: number;
  readonly currency: string;
  readonly partnerName: string;
  readonly clause: string;
  readonly planVersionNumber: number;
  readonly clauseText: { readonly fr: string; readonly en: string };
  readonly charter?: AnnexedIn | null;
  readonly arithmetic: Arithmetic;
}

/** What the explained fact took back cites the commission; what later facts took back of it cites them. */
export type NamedReversal = Reversal & {
  readonly partnerName: string;
} & ({ readonly cited: CitedCommission } | { readonly by: CitedFact });

export interface NamedChange {
  readonly kind: 'suspended' | 'restored';
  readonly amount: bigint;
  readonly cited: CitedCommission;
}

export type NamedTouch = Touchpoint & {
  readonly partnerName: string;
  readonly programName: string;
  /** The id of the contribution it is. */
  readonly contribution?: string;
};

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
  readonly charter?: AnnexedIn | null;
};
