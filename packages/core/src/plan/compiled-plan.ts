import type { Rate } from '../money/index.ts';
import type { PeriodUnit } from '../time/index.ts';
import type { CompiledCondition } from './compile-condition.ts';
import type { Cap, Duration, Measure, PlanDocument, RewardEvent, Tiers, UplineLevel } from './plan.ts';

/** A plan ready to compute: rates parsed, conditions turned into functions, rules sorted by the event they answer. */
export interface CompiledPlan {
  readonly document: PlanDocument;
  readonly currency: string;
  readonly combination: PlanDocument['combination'];
  readonly byEvent: Readonly<Record<RewardEvent, EventRules>>;
  readonly milestones: readonly CompiledMilestone[];
  readonly caps: readonly CompiledCap[];
  readonly upline: ReadonlyMap<number, CompiledUpline>;
  /** The volumes some rule, condition or objective reads: the counters every conversion moves. */
  readonly volumes: readonly VolumeNeed[];
}

/** The rules of one event in clause order. */
export interface EventRules {
  readonly rules: readonly CompiledRule[];
  readonly lineRules: readonly CompiledRule[];
  readonly orderRules: readonly CompiledRule[];
  /** Whether one of them pays for a limited time. */
  readonly hasDurations: boolean;
  /** Set when the whole event is one percentage without any condition, tier, duration, cap or counter. */
  readonly plainRate: PlainRate | null;
}

export interface PlainRate {
  readonly rule: CompiledRule;
  readonly rate: Rate;
  readonly rateText: string;
}

export interface CompiledRule {
  readonly index: number;
  readonly id: string;
  readonly clause: string;
  readonly on: RewardEvent;
  /** Percent and per-unit rewards are earned line by line, fixed ones once an order or event. */
  readonly scope: 'line' | 'order';
  readonly reward: CompiledReward;
  /** What it pays in; null is the order's own currency. */
  readonly currency: string | null;
  /** The non-cash unit it pays in, or null for money. */
  readonly unit: string | null;
  readonly condition: CompiledCondition | null;
  /** An order-scope rule whose condition reads lines: it holds when it holds for at least one line. */
  readonly readsLines: boolean;
  readonly tiers: CompiledTiers | null;
  readonly duration: Duration | null;
}

export type CompiledReward =
  | { readonly kind: 'percent'; readonly rate: Rate; readonly rateText: string }
  | { readonly kind: 'fixed' | 'per_unit'; readonly amount: bigint };

export interface CompiledTiers {
  readonly measure: Measure;
  readonly period: PeriodUnit;
  readonly mode: Tiers['mode'];
  readonly steps: readonly CompiledStep[];
  /** Common denominator of the steps' rates; 1 for amounts. */
  readonly denominator: bigint;
  /** Names these steps in the counters of a retroactive rule. */
  readonly termsKey: string;
}

export interface CompiledStep {
  readonly from: bigint;
  readonly fromText: string;
  /** Over the tiers' denominator. */
  readonly numerator: bigint;
  readonly rateText: string | null;
  readonly amountText: string | null;
}

export interface CompiledMilestone {
  readonly rule: CompiledRule;
  readonly measure: Measure;
  readonly period: PeriodUnit;
  readonly threshold: bigint;
  readonly amount: bigint;
}

export interface CompiledCap {
  readonly index: number;
  readonly scope: Cap['scope'];
  readonly period: PeriodUnit;
  readonly amount: bigint;
  readonly ruleId: string | null;
}

interface CompiledUpline {
  readonly rate: Rate;
  readonly rateText: string;
  readonly of: UplineLevel['of'];
}

export interface VolumeNeed {
  readonly measure: Measure;
  readonly period: PeriodUnit;
}
