import { periodOf, type PeriodUnit } from '../time/index.ts';
import type { CompiledPlan, CompiledRule } from '../plan/compiled-plan.ts';
import type { CompiledCondition } from '../plan/compile-condition.ts';
import type { ConditionScope } from '../plan/field-reader.ts';
import type { Measure } from '../plan/plan.ts';
import type { Candidate } from './candidate.ts';
import { volumeKey } from './counter-key.ts';
import { isBetter, plainMark, type Mark, type Verdict } from './mark.ts';
import type { CreditedLine, RewardContext } from './reward.ts';

/** The state of one evaluation: what was read, what it will change, and how each rule fared so far. Most need few of its maps. */
export interface Evaluation {
  readonly plan: CompiledPlan;
  readonly context: RewardContext;
  readonly trace: boolean;
  /** Counters as they stood before this event, by key. */
  reads: Map<string, bigint> | null;
  /** What this event adds to counters: caps, objectives, volumes. */
  changes: Map<string, bigint> | null;
  /** What retroactive rules add to theirs; apart, because an order-wide reward that wins takes it back. */
  retroactive: Map<string, bigint> | null;
  /** By place of the rule in the plan. */
  readonly marks: Mark[];
  readonly moved: Readonly<Record<Measure, bigint>>;
  /** What conditions are tested on; its line is the one under test. */
  readonly scope: { -readonly [Key in keyof ConditionScope]: ConditionScope[Key] };
  /** Credited revenue of the lines already evaluated, in the plan's currency. */
  revenueBefore: bigint;
}

export function startEvaluation(plan: CompiledPlan, context: RewardContext, trace: boolean): Evaluation {
  const evaluation: Evaluation = {
    plan,
    context,
    trace,
    reads: null,
    changes: null,
    retroactive: null,
    marks: [],
    moved: plan.volumes.length === 0 ? movesNothing : movedMeasures(plan, context),
    scope: { context, line: null, currency: plan.currency, total: (measure) => volumeOf(evaluation, measure, 'ever') },
    revenueBefore: 0n,
  };
  return evaluation;
}

const movesNothing: Readonly<Record<Measure, bigint>> = { revenue: 0n, sales: 0n, customers: 0n, leads: 0n };

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
  const known = evaluation.reads?.get(key);
  if (known !== undefined) return known;
  const value = evaluation.context.counter(key);
  evaluation.reads ??= new Map();
  evaluation.reads.set(key, value);
  return value;
}

/** Adds to what this event adds to a counter; `retroactive` ones can be taken back. */
export function addTo(evaluation: Evaluation, part: 'changes' | 'retroactive', key: string, delta: bigint): void {
  const changes = (evaluation[part] ??= new Map<string, bigint>());
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
  if (rule.condition === null) return true;
  const { lines } = evaluation.context;
  if (line !== null || !rule.readsLines || lines.length === 0) return holds(evaluation, rule, rule.condition, line);
  const { condition } = rule;
  return lines.some((each) => holds(evaluation, rule, condition, each));
}

function holds(evaluation: Evaluation, rule: CompiledRule, condition: CompiledCondition, line: CreditedLine | null): boolean {
  const { scope, trace } = evaluation;
  scope.line = line;
  const truth = condition.test(scope);
  // Only an explanation needs to know why not.
  if (truth !== true && trace) {
    mark(evaluation, rule, truth === null ? 'unknown' : 'not_matched', condition.blame(scope, truth));
  }
  return truth === true;
}

/** Takes a candidate as earned, so that a later line of a retroactive rule builds on it. */
export function takeCandidate(evaluation: Evaluation, candidate: Candidate): void {
  if (candidate.retroactive === null) return;
  addTo(evaluation, 'retroactive', candidate.retroactive.baseKey, candidate.base);
  addTo(evaluation, 'retroactive', candidate.retroactive.earnedKey, candidate.amount);
}

/** Notes how a rule fared. */
export function mark({ marks }: Evaluation, { index }: CompiledRule, verdict: Verdict, fields?: readonly string[]): void {
  const known = marks[index];
  if (known === undefined || isBetter(verdict, known))
    marks[index] = fields === undefined ? plainMark(verdict) : { verdict, fields };
}
