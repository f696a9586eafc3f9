import type { Credit, Rejection } from '../attribution/credit.ts';
import type { CommissionRef, Transaction } from '../ledger/posting.ts';
import type { Measure } from '../plan/plan.ts';
import type { Instant } from '../time/index.ts';
import type { Blocks, WaitingStatus } from './blocks.ts';

/** Why a fact earned nothing, or less than one might expect. */
export type UnpaidReason =
  | 'no_touchpoint'
  | 'no_qualifying_touchpoint'
  | 'no_plan_in_force'
  | 'no_rule_for_event'
  | 'no_rule_matched'
  | 'duration_over'
  | 'cap_reached'
  | 'amount_is_zero'
  | 'already_counted'
  | 'bot'
  | 'repeat'
  | 'unknown_target'
  | 'nothing_left_to_reverse'
  | 'nothing_to_give_back'
  | 'refund_failed'
  | 'nothing_due'
  | 'recorded_only';

/** How a commission's amount was computed, step by step, exactly enough to recompute it. */
export type Arithmetic =
  | { readonly kind: 'percent'; readonly base: string; readonly rate: string }
  | { readonly kind: 'fixed'; readonly amount: string; readonly share?: string }
  | { readonly kind: 'per_unit'; readonly amount: string; readonly quantity: number; readonly share?: string }
  | {
      readonly kind: 'tiers';
      readonly mode: 'marginal' | 'whole';
      readonly measure: Measure;
      readonly volumeBefore: string;
      readonly slices: readonly TierSlice[];
      readonly share?: string;
    }
  | {
      readonly kind: 'retroactive';
      readonly measure: Measure;
      /** The value of the measure that decided the step. */
      readonly reached: string;
      /** What this rule was applied to in the period, this line included. */
      readonly volume: string;
      readonly rate: string;
      readonly earnedBefore: string;
    }
  | {
      readonly kind: 'milestone';
      readonly measure: string;
      readonly reached: string;
      readonly threshold: string;
      readonly amount: string;
    }
  | {
      readonly kind: 'upline';
      readonly level: number;
      readonly of: 'commission' | 'base';
      readonly base: string;
      readonly rate: string;
    };

/** `volume` is what the step's rate or amount is applied to: minor units for a rate, a number of times for an amount. */
export interface TierSlice {
  readonly from: string;
  readonly volume: string;
  readonly rate?: string;
  readonly amount?: string;
}

/** A limit that reduced a commission: what it was before, and the room that was left. */
export interface CapApplied {
  readonly cap: number;
  readonly before: string;
  readonly room: string;
}

/** `reversed`: all of it was taken back; `refused`: what was left of it was, by a refusal. */
export type CommissionStatus = WaitingStatus | 'payable' | 'in_payout' | 'paid' | 'reversed' | 'refused';

/**
 * An amount earned by a partner: for one order line (or the whole order) under one clause of one plan version. Its terms
 * are frozen here; only what later facts did to it (reversed, released, paid) changes.
 */
export interface Commission {
  readonly factSeq: bigint;
  readonly number: number;
  readonly enrollmentId: string;
  readonly partnerId: string;
  readonly programId: string;
  readonly planVersionId: string;
  /** "2" or "2.1": the numbered clause of the annex. */
  readonly clause: string;
  readonly ruleId: string;
  readonly lineId: string | null;
  readonly currency: string;
  readonly base: bigint;
  readonly amount: bigint;
  readonly arithmetic: Arithmetic;
  readonly cap: CapApplied | null;
  readonly occurredAt: Instant;
  readonly payableAt: Instant;
  /** What keeps it from the start: its review, when its plan asks that it be approved. */
  readonly blocks: Blocks;
}

/** A part of an earlier commission taken back, or given back when the amount is negative, always pointing at its line. */
export interface Reversal {
  readonly factSeq: bigint;
  readonly commission: CommissionRef;
  readonly partnerId: string;
  readonly currency: string;
  readonly amount: bigint;
  /** The account side it came from, or goes back to. */
  readonly from: 'pending' | 'payable';
}

export interface RuleVerdict {
  readonly enrollmentId: string;
  readonly ruleId: string;
  readonly verdict: 'paid' | 'lower' | 'not_matched' | 'unknown' | 'duration_over' | 'earlier_rule' | 'capped' | 'zero';
  /** For `unknown`: the fields that were missing; for `not_matched`: the first test that failed. */
  readonly fields?: readonly string[];
}

/** What counting decided about one fact: stored as the fact's decision, replayed to check it, rendered to explain it. */
export interface Decision {
  readonly factSeq: bigint;
  readonly programId: string | null;
  readonly planVersionId: string | null;
  readonly model: string | null;
  readonly credits: readonly Credit[];
  readonly rejected: readonly Rejection[];
  readonly verdicts: readonly RuleVerdict[];
  readonly unpaid: UnpaidReason | null;
  /** Counter values and customer figures that were inputs, as text by name. */
  readonly inputs: Readonly<Record<string, string>>;
}

/** What a fact changes in the state of earlier commissions. */
export type CommissionChange =
  | {
      readonly kind: 'suspended' | 'restored' | 'approved' | 'held' | 'unheld';
      readonly commission: CommissionRef;
      /** What was left of it. */
      readonly amount: bigint;
      /** What it is from here on. */
      readonly status: WaitingStatus;
      readonly blocks: Blocks;
    }
  | { readonly kind: 'refused'; readonly commission: CommissionRef }
  /** One that had been taken back whole lives again; payable stands for wherever it stood past pending. */
  | {
      readonly kind: 'returned';
      readonly commission: CommissionRef;
      readonly to: WaitingStatus | 'payable';
      readonly blocks: Blocks;
    }
  | { readonly kind: 'released'; readonly dueAt: Instant }
  | {
      readonly kind: 'payout';
      readonly partnerId: string;
      readonly currency: string;
      readonly payoutId: string;
      readonly step: 'started' | 'confirmed' | 'rejected';
    }
  /** What is payable in one currency is paid in another from here on. */
  | { readonly kind: 'exchanged'; readonly partnerId: string; readonly currency: string; readonly to: string };

export interface Outcome {
  readonly decision: Decision;
  readonly commissions: readonly Commission[];
  readonly reversals: readonly Reversal[];
  readonly changes: readonly CommissionChange[];
  readonly transaction: Transaction | null;
}
