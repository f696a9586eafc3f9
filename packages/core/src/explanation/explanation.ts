import type { RejectionReason } from '../attribution/credit.ts';
import type { FactKind } from '../counting/fact.ts';
import type { ReviewAction } from '../counting/review-action.ts';
import type { EnrollmentState } from '../counting/terms.ts';
import type { Arithmetic, CommissionStatus, RuleVerdict, UnpaidReason } from '../counting/outcome.ts';
import type { AccountKind, TransactionKind } from '../ledger/posting.ts';
import type { AttributionModel, Cap, Via } from '../plan/plan.ts';

/** Why a fact paid what it paid, as data: JSON-safe, without any sentence, and rendered by `renderExplanation`. */
export interface Explanation {
  /** The zone in which dates are told. */
  readonly zone: string;
  readonly steps: readonly Step[];
}

export type StepCode = keyof StepValues;

export interface StepOf<Code extends StepCode> {
  readonly code: Code;
  readonly values: StepValues[Code];
  readonly children: readonly Step[];
}

export type Step = { [Code in StepCode]: StepOf<Code> }[StepCode];

/** Minor units as decimal text. */
export interface AmountText {
  readonly amount: string;
  readonly currency: string;
}

export type CreditVia = Via | 'lifetime' | 'agreement' | 'claim';
/**
 * The models plans choose from; `as_target` and `direct` for facts that need none (along an earlier fact, straight to one
 * partner); and what may come before the model: a kept customer, a coupon, the last touch where nobody of the agreement touched, a
 * split agreed for this customer, an accepted claim.
 */
export type DecidingRule =
  | AttributionModel['kind']
  | 'as_target'
  | 'direct'
  | 'lifetime'
  | 'coupon'
  | 'agreed_last'
  | 'customer_agreement'
  | 'claim';
export type UnpaidVerdict = Exclude<RuleVerdict['verdict'], 'paid'>;

/** How a click reached us: our redirect without or with the visitor cookie, the script on the page, the company's server. */
export type ClickPath = 'redirect' | 'cookie' | 'script' | 'api';

type Nothing = Readonly<Record<string, never>>;

export interface TouchValues {
  readonly touchpointId: string;
  readonly at: string;
  readonly via: Via;
  readonly partner: string;
  readonly program: string;
  /** The contribution it is, by its id; null for clicks and codes. */
  readonly contribution: string | null;
}

/** A fact that another one names: by the id its sender gave it. */
export interface FactValues {
  readonly fact: FactKind;
  readonly externalId: string;
  readonly at: string;
}

/** An amount of a commission, by its number, with the other fact: the one that earned it, or the later one that moved it. */
interface CitedValues extends FactValues {
  readonly partner: string;
  readonly amount: AmountText;
  readonly number: number;
}

/** A counter that was read: of which partner (none for a cap of the whole program), in which period of the calendar. */
interface CounterValues {
  readonly partner: string | null;
  /** As in the keys of core/time: `2026-11`, `2026-Q4`, `ever` … */
  readonly period: string;
}

/** The values of each step. Instants are ISO 8601 in UTC, shares and rates are texts that `parseRate` reads. */
export interface StepValues extends ComputedValues, ClickValues {
  readonly happened: {
    readonly fact: FactKind;
    readonly at: string;
    readonly amount: AmountText | null;
    readonly source: string;
    readonly externalId: string;
  };
  readonly recorded: { readonly at: string };
  readonly not_counted: Nothing;

  readonly touches: { readonly count: number };
  readonly touches_known: { readonly count: number };
  readonly touch_known: TouchValues;
  readonly touch_counted: TouchValues;
  readonly touch_rejected: TouchValues & { readonly reason: RejectionReason };
  /** Rejected, and its details are no longer at hand. */
  readonly touch_forgotten: { readonly touchpointId: string; readonly reason: RejectionReason };

  readonly decided: {
    readonly program: string | null;
    readonly plan: string | null;
    readonly version: number | null;
    readonly model: string;
    /** What decided in fact: the model, or what came before it; null for a model this version does not know. */
    readonly rule: DecidingRule | null;
  };
  readonly credit: {
    readonly partner: string;
    readonly share: string;
    readonly via: CreditVia;
    readonly touchAt: string | null;
    readonly contribution: string | null;
  };

  /** Of a confirmed contribution, and of its end: which, whose, and until when it counts (null: as long as the plan says). */
  readonly contribution_counts: { readonly contribution: string; readonly partners: string[]; readonly until: string | null };
  readonly exchanged: {
    readonly from: AmountText;
    readonly to: AmountText;
    readonly perEuro: Readonly<Record<string, string>>;
    /** The day the rates were published, and by whom. */
    readonly rateOn: string;
    readonly rateSource: string;
  };
  /** Of an invoice or a credit note; `owedBy` null: it has no VAT. */
  readonly invoiced: {
    readonly number: string;
    readonly isCredit: boolean;
    readonly owedBy: 'partner' | 'company' | null;
    readonly vat: AmountText;
  };
  readonly contribution_over: { readonly contribution: string; readonly partners: string[] };

  readonly commission: {
    readonly number: number;
    readonly partner: string;
    readonly amount: AmountText;
    readonly line: string | null;
  };
  readonly clause: {
    readonly clause: string;
    readonly version: number;
    /** The charter that held on the day of the fact and annexes this version; as an article of it (“D3”). */
    readonly charter: { readonly version: number; readonly article: string } | null;
    /** null: it was told by an earlier step. */
    readonly text: { readonly fr: string; readonly en: string } | null;
    /** What was frozen on a commission that a later fact cites: its rate, or its amount where it has one. */
    readonly frozen: { readonly rate: string } | { readonly amount: AmountText } | null;
  };
  readonly tier_slice: {
    readonly from: Quantity;
    readonly volume: Quantity;
    readonly rate: string | null;
    readonly amount: AmountText | null;
  };
  readonly sum: { readonly result: AmountText };
  /** `cap` counts from 1, in the order of the plan. */
  readonly cap: { readonly cap: number; readonly before: AmountText; readonly room: AmountText };
  readonly status: { readonly status: CommissionStatus; readonly payableAt: string };
  /** The plan asks for approval: of all (no ceiling), or because `total` exceeds it (none when it cannot be compared). */
  readonly review_needed: { readonly ceiling: AmountText | null; readonly total: AmountText | null };
  readonly reviewed: {
    readonly action: ReviewAction;
    readonly at: string;
    readonly partner: string;
    readonly number: number;
    readonly amount: AmountText;
    readonly reason: string | null;
  };
  readonly reversed_part: { readonly reversed: AmountText; readonly left: AmountText };

  readonly rules_unpaid: { readonly count: number };
  readonly rule_unpaid: {
    readonly rule: string;
    readonly partner: string;
    readonly verdict: UnpaidVerdict;
    readonly fields: readonly string[];
  };
  readonly inputs: { readonly count: number };
  readonly input: { readonly name: string; readonly value: string };
  readonly input_volume: CounterValues & { readonly value: Quantity };
  readonly input_capped: CounterValues & {
    readonly scope: Cap['scope'];
    readonly rule: string | null;
    readonly value: AmountText;
  };
  readonly input_base: CounterValues & { readonly rule: string; readonly value: AmountText };
  readonly input_earned: CounterValues & { readonly rule: string; readonly value: AmountText };
  readonly input_objective: CounterValues & { readonly rule: string; readonly paid: boolean };

  readonly reversal: CitedValues & { readonly from: 'pending' | 'payable' };
  readonly reversal_returned: CitedValues & { readonly from: 'pending' | 'payable' };
  readonly suspended: CitedValues;
  readonly restored: CitedValues;
  readonly reversed_later: CitedValues;
  readonly returned_later: CitedValues;
  readonly transaction: { readonly id: string; readonly kind: TransactionKind; readonly at: string };
  readonly posting: {
    readonly debit: AccountKind;
    readonly credit: AccountKind;
    readonly amount: AmountText;
    readonly partner: string;
  };

  readonly unpaid: { readonly reason: UnpaidReason };
  readonly remedy: { readonly reason: UnpaidReason };
}

/** The steps of a click's explanation. */
interface ClickValues {
  readonly clicked: { readonly at: string; readonly code: string; readonly partner: string; readonly program: string };
  readonly click_path: { readonly path: ClickPath; readonly parameter: string | null };
  readonly click_counts: Nothing;
  readonly click_by_bot: { readonly agent: string | null };
  readonly click_repeats: { readonly clickId: string; readonly at: string } | { readonly clickId: null; readonly at: null };
  readonly click_state: { readonly partner: string; readonly state: EnrollmentState };
  readonly link_ended: { readonly code: string; readonly at: string };
  readonly click_uses: { readonly count: number };
  readonly click_use: {
    readonly fact: FactKind;
    readonly externalId: string | null;
    readonly at: string;
    readonly share: string | null;
    readonly reason: RejectionReason | null;
  };
}

/** An amount, or a number of something counted. */
export type Quantity = AmountText | { readonly count: string; readonly of: CountedMeasure };
export type CountedMeasure = 'sales' | 'customers' | 'leads' | 'units';

interface Computed {
  readonly result: AmountText;
  /** The exact value lies between two minor units. */
  readonly rounded: boolean;
}

/** One step for each kind of arithmetic, however it was computed. */
interface ComputedValues extends Record<`computed_${Arithmetic['kind']}`, object> {
  readonly computed_percent: Computed & { readonly base: AmountText; readonly rate: string };
  readonly computed_fixed: { readonly result: AmountText; readonly amount: AmountText; readonly share: string | null };
  readonly computed_per_unit: {
    readonly result: AmountText;
    readonly amount: AmountText;
    readonly quantity: number;
    readonly share: string | null;
  };
  readonly computed_tiers: {
    readonly mode: 'marginal' | 'whole';
    readonly volumeBefore: Quantity;
    readonly share: string | null;
  };
  readonly computed_retroactive: Computed & {
    readonly reached: Quantity;
    readonly volume: AmountText;
    readonly rate: string;
    readonly total: AmountText;
    readonly earnedBefore: AmountText;
  };
  readonly computed_milestone: { readonly reached: Quantity; readonly threshold: Quantity; readonly amount: AmountText };
  readonly computed_upline: Computed & {
    readonly level: number;
    readonly of: 'commission' | 'base';
    readonly base: AmountText;
    readonly rate: string;
  };
}
