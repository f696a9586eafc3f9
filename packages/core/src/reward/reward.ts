import type { Arithmetic, CapApplied, RuleVerdict, UnpaidReason } from '../counting/outcome.ts';
import type { OrderLine, Billing } from '../counting/fact.ts';
import type { PartnerKind, RewardEvent, Via } from '../plan/plan.ts';
import type { Rate } from '../money/index.ts';
import type { Instant } from '../time/index.ts';

/** One order line and the part of its net credited to the partner; the credited parts of all partners sum to the net. */
export interface CreditedLine {
  readonly line: OrderLine;
  readonly net: bigint;
  readonly credited: bigint;
}

/** Everything the rules of one plan version may look at, for one conversion and one credited partner. */
export interface RewardContext {
  readonly event: RewardEvent;
  readonly at: Instant;
  readonly zone: string;
  readonly currency: string;
  readonly orderNet: bigint;
  readonly lines: readonly CreditedLine[];
  readonly share: Rate;
  readonly coupon: string | null;
  readonly billing: Billing | null;
  readonly metadata: Readonly<Record<string, string | number | boolean>>;
  readonly customer: {
    readonly id: string | null;
    readonly country: string | null;
    /** null for events without a customer */
    readonly kind: 'new' | 'returning' | 'renewal' | null;
    /** 1 for the first order */
    readonly orderNumber: number | null;
    readonly firstOrderAt: Instant | null;
    /** Commissioned conversions of this customer for this partner so far, and the first of them. */
    readonly payments: number;
    readonly firstPaymentAt: Instant | null;
  };
  readonly partner: {
    readonly id: string;
    readonly enrollmentId: string;
    readonly programId: string;
    readonly kind: PartnerKind;
    readonly country: string | null;
    readonly attributes: Readonly<Record<string, string | number | boolean>>;
    /** Codes of the certificates held at `at`. */
    readonly certificates: readonly string[];
  };
  readonly touch: { readonly via: Via | 'lifetime' | 'agreement'; readonly subId: string | null };
  /** Current value of a counter (0n when never written); see counter-key.ts for the names. */
  readonly counter: (key: string) => bigint;
}

/** One amount earned under one clause. */
export interface RewardLine {
  readonly ruleId: string;
  readonly clause: string;
  readonly lineId: string | null;
  readonly currency: string;
  readonly base: bigint;
  readonly amount: bigint;
  readonly arithmetic: Arithmetic;
  readonly cap: CapApplied | null;
}

export interface CounterChange {
  readonly key: string;
  readonly delta: bigint;
}

export interface RewardOutcome {
  readonly rewards: readonly RewardLine[];
  readonly verdicts: readonly RuleVerdict[];
  readonly counters: readonly CounterChange[];
  /** The counter values and customer figures that were read, by name, for the explanation. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly unpaid: UnpaidReason | null;
}
