import { periodOf, type PeriodUnit } from '../time/index.ts';
import type { CompiledPlan, CompiledRule } from '../plan/compiled-plan.ts';
import type { ConditionScope } from '../plan/field-reader.ts';
import type { Measure } from '../plan/plan.ts';
import type { Candidate } from './candidate.ts';
import { volumeKey } from './counter-key.ts';
import { rememberMark, type Mark } from './mark.ts';
import type { CreditedLine, RewardContext } from './reward.ts';

/** The state of one evaluation: what was read, what it will change, and how each rule fared so far. */
export interface Evaluation {
  readonly plan: CompiledPlan;
  readonly context: RewardContext;
  readonly trace: boolean;
  /** Counters as they stood before this event, by key. */
  readonly reads: Map<string, bigint>;
  /** What this event adds to counters: caps, objectives, volumes. */
  readonly changes: Map<string, bigint>;
  /** What retroactive rules add to theirs; apart, because an order-wide reward that wins takes it back. */
  readonly retroactive: Map<string, bigint>;
  readonly marks: Map<string, Mark>;
  readonly moved: Readonly<Record<Measure, bigint>>;
  readonly total: ConditionScope['total'];
  /** Credited revenue of the lines already evaluated, in the plan's currency. */
  revenueBefore: bigint;
}

export function startEvaluation(plan: CompiledPlan, context: RewardContext, trace: boolean): Evaluation {
  const evaluation: Evaluation = {
    plan,
    context,
    trace,
    reads: new Map(),
    changes: new Map(),
    retroactive: new Map(),
    marks: new Map(),
    moved: movedMeasures(plan, context),
    total: (measure) => volumeOf(evaluation, measure, 'ever'),
    revenueBefore: 0n,
  };
  return evaluation;
}

/** What the event adds to each measure. An order counts once and in full for every partner it is credited to. */
function movedMeasures(plan: CompiledPlan, context: RewardContext): Record<Measure, bigint> {
  const isSale = context.event === 'sale';
  let revenue = 0n;
  if (isSale && context.currency === plan.currency) for (const line of context.lines) revenue += line.credited;
  return {
    revenue,
    sales: isSale ? 1n : 0n,
    customers: isSale && context.customer.kind === 'new' ? 1n : 0n,
    leads: context.event === 'lead' ? 1n : 0n,
  };
}

/** The name of the period of `unit` the event falls in. */
export function periodKeyOf({ context }: Evaluation, unit: PeriodUnit): string {
  return periodOf(context.at, unit, context.zone).key;
}

/** A counter before this event. */
export function readCounter(evaluation: Evaluation, key: string): bigint {
  const known = evaluation.reads.get(key);
  if (known !== undefined) return known;
  const value = evaluation.context.counter(key);
  evaluation.reads.set(key, value);
  return value;
}

export function addTo(changes: Map<string, bigint>, key: string, delta: bigint): void {
  changes.set(key, (changes.get(key) ?? 0n) + delta);
}

/** The enrollment's volume of a measure in the event's period, before this event. */
export function volumeOf(evaluation: Evaluation, measure: Measure, unit: PeriodUnit): bigint {
  const { plan, context } = evaluation;
  return readCounter(evaluation, volumeKey(context.partner.enrollmentId, measure, plan.currency, periodKeyOf(evaluation, unit)));
}

/** Call it after each line, so that the next one sees the volume the order has reached. */
export function passLine(evaluation: Evaluation, line: CreditedLine): void {
  if (evaluation.context.currency === evaluation.plan.currency) evaluation.revenueBefore += line.credited;
}

/** Whether the rule's condition holds for the line (or, for an order-wide rule, for the order or any of its lines). */
export function matches(evaluation: Evaluation, rule: CompiledRule, line: CreditedLine | null): boolean {
  const { condition } = rule;
  if (condition === null) return true;
  const { context, plan, total, trace } = evaluation;
  const lines = line === null && rule.readsLines && context.lines.length > 0 ? context.lines : [line];
  for (const candidate of lines) {
    const scope: ConditionScope = { context, line: candidate, currency: plan.currency, total };
    const truth = condition.test(scope);
    if (truth === true) return true;
    const fields = trace ? condition.blame(scope, truth) : undefined;
    rememberMark(evaluation.marks, rule.id, truth === null ? 'unknown' : 'not_matched', fields);
  }
  return false;
}

/** Takes a candidate as earned, so that a later line of a retroactive rule builds on it. */
export function takeCandidate(evaluation: Evaluation, candidate: Candidate): void {
  if (candidate.retroactive === null) return;
  addTo(evaluation.retroactive, candidate.retroactive.baseKey, candidate.base);
  addTo(evaluation.retroactive, candidate.retroactive.earnedKey, candidate.amount);
}
