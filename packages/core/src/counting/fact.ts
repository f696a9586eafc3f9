import type { Via } from '../plan/plan.ts';
import type { Instant } from '../time/index.ts';

/**
 * An immutable recorded event. Its sequence number is its place in the workspace's one order: facts are counted in it,
 * replayed in it and chained in it. `key` names the source's own event, `targetSeq` an earlier fact this one is about.
 */
export interface Fact {
  readonly seq: bigint;
  readonly kind: FactKind;
  readonly source: string;
  readonly externalId: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  /** Opaque: a keyed hash of the company's own customer id. */
  readonly customerId: string | null;
  readonly currency: string | null;
  /** Net total in minor units for a sale, the refunded net for a refund, the moved amount for a payout, what is exchanged, the VAT of an invoice, what moves of a debt. */
  readonly amount: bigint | null;
  readonly targetSeq: bigint | null;
  readonly body: FactBody;
}

export const factKinds = [
  'click',
  'lead',
  'lead_qualified',
  'sale',
  'refund',
  'refund_failed',
  'dispute_opened',
  'dispute_won',
  'dispute_lost',
  'cancellation',
  'referral',
  'deal',
  'introduction',
  'contribution',
  'agreement',
  'contribution_ended',
  'commission_approved',
  'commission_held',
  'commission_unheld',
  'commission_refused',
  'maturity',
  'payout_started',
  'payout_confirmed',
  'payout_rejected',
  'currency_exchanged',
  'invoice_issued',
  'credit_note_issued',
  'debt_planned',
  'debt_kept_back',
  'debt_paid',
  'debt_waived',
  'debt_returned',
] as const;

export type FactKind = (typeof factKinds)[number];

/** The JSON part of a fact: short of personal data by construction. All integers are minor units. */
export interface FactBody {
  readonly lines?: readonly OrderLine[];
  readonly touches?: readonly FactTouch[];
  readonly coupon?: string;
  readonly code?: string;
  readonly subId?: string;
  readonly country?: string;
  readonly emailHash?: string;
  readonly billing?: Billing;
  readonly metadata?: Readonly<Record<string, string | number | boolean>>;
  readonly name?: string;
  /** How the event was tied to its touchpoints, for the honest share of conversions without tracker. */
  readonly path?: 'cookie' | 'click_id' | 'code' | 'coupon' | 'none';
  /** partner facts: payout, referral, click */
  readonly partnerId?: string;
  readonly enrollmentId?: string;
  readonly payoutId?: string;
  /** maturity: everything due up to this instant is released */
  readonly dueAt?: Instant;
  readonly reason?: string;
  /** reviews: the target's commissions that are decided about */
  readonly commissions?: readonly AimedCommission[];
  /** The key of a target that was not known yet; when it comes, the fact is recorded again, aimed at it. */
  readonly awaits?: string;
  /** Of a fact recorded again: the key it came with. */
  readonly again?: string;
  /** refund_failed: the key of the refund that did not arrive. */
  readonly refund?: string;
  /** Contributions of partners, and their ends: which one it is. */
  readonly contributionId?: string;
  /** deal, introduction, contribution, agreement: it counts for what happens before. */
  readonly until?: Instant;
  /** deal: the products or categories it is about; absent: all. */
  readonly products?: readonly string[];
  /** agreement: the parts of the partners. */
  readonly shares?: readonly AgreedPart[];
  /** currency_exchanged: into what, and by which rate; the amount may be a debt, below zero. */
  readonly exchange?: ExchangeTerms;
  /** invoice_issued, credit_note_issued: which, and who owes its VAT; the amount is the VAT, 0 when there is none. */
  readonly invoice?: InvoicedVat;
  /** debt_*: the payment plan it is about; the amount is what moves. */
  readonly debt?: { readonly planId: string };
  /** agreement: the event id of the one sale it is about, whichever system tells it; absent: all of the customer's. */
  readonly sale?: string;
  /** sale, lead: the claim whose acceptance it is; `enrollmentId` is whose it was accepted to be. */
  readonly claimId?: string;
}

/** The VAT of an invoice, or of a credit note: charged by the partner and paid to it, or owed by the company itself (reverse charge). */
export interface InvoicedVat {
  readonly id: string;
  readonly number: string;
  readonly owedBy: 'partner' | 'company';
}

/** How an amount becomes another currency: all that is needed to add it up again. */
export interface ExchangeTerms {
  readonly to: string;
  /** Units of each currency for one euro, as published; the euro itself is left out. */
  readonly perEuro: Readonly<Record<string, string>>;
  /** The day the rates were published, and by whom. */
  readonly rateOn: string;
  readonly rateSource: string;
}

/** The part of one partner in a split that was agreed for a customer, as "p/q". */
export interface AgreedPart {
  readonly enrollmentId: string;
  readonly share: string;
}

/** The key a fact came with: its source's own name for the event, whenever it was recorded. */
export function keyOfFact({ source, externalId, body }: Pick<Fact, 'source' | 'externalId' | 'body'>): string {
  return body.again ?? `${source}\u001F${externalId}`;
}

/** A commission by its number in its fact, and by what it was earned for: by that it is found again where other rules number others. */
export interface AimedCommission {
  readonly number: number;
  readonly enrollmentId: string;
  readonly lineId: string | null;
}

export interface OrderLine {
  readonly id: string;
  readonly productId?: string;
  readonly category?: string;
  readonly quantity: number;
  readonly net: number;
  readonly tax?: number;
}

export interface Billing {
  readonly kind: 'one_time' | 'subscription';
  readonly period?: string;
  readonly sequence?: number;
}

/** A click already resolved when the fact was recorded: frozen in it, so that purging old clicks never changes a replay. */
export interface FactTouch {
  readonly id: string;
  readonly at: Instant;
  readonly enrollmentId: string;
  readonly linkId?: string;
  readonly subId?: string;
  readonly flag?: TouchFlag;
}

/** Why a touchpoint is kept but may not earn. */
export type TouchFlag = 'bot' | 'repeat';

/** A touchpoint of a customer: anything that may earn credit. */
export interface Touchpoint {
  readonly id: string;
  readonly at: Instant;
  readonly via: Via;
  readonly enrollmentId: string;
  readonly subId: string | null;
  readonly flag: TouchFlag | null;
  /** Agreed with the touchpoint itself, in place of the plan's window: it counts for what happens before. */
  readonly until?: Instant;
  /** It was withdrawn: what happens from then on, it does not count for. */
  readonly endedAt?: Instant;
  /** The products or categories it is about; absent: all. */
  readonly products?: readonly string[];
}

/** How partners agreed to share what a customer brings: from `at` on, before `until` and `endedAt`, or one sale of it only. */
export interface CustomerAgreement {
  readonly id: string;
  readonly at: Instant;
  readonly until: Instant | null;
  readonly endedAt: Instant | null;
  /** The event id of the one sale. */
  readonly sale: string | null;
  readonly shares: readonly AgreedPart[];
}
