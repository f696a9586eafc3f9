import type { RuleVerdict, UnpaidReason } from '../counting/outcome.ts';
import { applyRate } from '../money/index.ts';
import type { CompiledPlan, CompiledRule, PlainRate } from '../plan/compiled-plan.ts';
import { applyCaps } from './apply-caps.ts';
import type { Candidate } from './candidate.ts';
import { chooseBest } from './choose-best.ts';
import { chooseFirst } from './choose-first.ts';
import { chooseSum } from './choose-sum.ts';
import { volumeKey } from './counter-key.ts';
import { isDurationOver } from './duration.ts';
import { addTo, mark, periodKeyOf, startEvaluation, type Evaluation } from './evaluation.ts';
import { inputsOf } from './inputs.ts';
import { plainMark, type Mark } from './mark.ts';
import { payMilestones } from './pay-milestones.ts';
import type { CounterChange, RewardContext, RewardLine, RewardOutcome } from './reward.ts';

export interface RewardOptions {
  /** Also explain: a verdict for every rule of the event and what was read. Amounts are the same without. */
  readonly trace: boolean;
}

const choosers = { best: chooseBest, first: chooseFirst, sum: chooseSum } as const;

/**
 * What one credited partner earns for one conversion under one plan version: the amounts in minor units with their arithmetic,
 * the counters they move, and the reason when there is none. Pure: the context is only read, the same input gives the same
 * outcome. Every amount is above zero, rounded once, half away from zero. Nets must not be negative.
 */
export function computeRewards(plan: CompiledPlan, context: RewardContext, { trace }: RewardOptions): RewardOutcome {
  const { plainRate } = plan.byEvent[context.event];
  if (plainRate !== null && !trace) return computePlainRate(plainRate, context);
  const evaluation = startEvaluation(plan, context, trace);
  const rewards: RewardLine[] = [];
  for (const candidate of chooseRewards(evaluation)) pay(evaluation, candidate, rewards);
  for (const candidate of payMilestones(evaluation)) pay(evaluation, candidate, rewards);
  moveVolumes(evaluation);
  return {
    rewards,
    verdicts: trace ? verdictsOf(evaluation) : [],
    counters: counterChanges(evaluation),
    inputs: trace ? inputsOf(evaluation) : noInputs,
    unpaid: rewards.length > 0 ? null : unpaidReason(evaluation),
  };
}

const noInputs: Readonly<Record<string, string>> = Object.freeze({});

// The most frequent plan by far: kept apart because bulk runs evaluate it a million times.
function computePlainRate({ rule, rate, rateText }: PlainRate, { lines, currency }: RewardContext): RewardOutcome {
  const rewards: RewardLine[] = [];
  for (const { line, credited } of lines) {
    const amount = applyRate(credited, rate);
    if (amount <= 0n) continue;
    rewards.push({
      ruleId: rule.id,
      clause: rule.clause,
      lineId: line.id,
      currency,
      base: credited,
      amount,
      arithmetic: { kind: 'percent', base: credited.toString(), rate: rateText },
      cap: null,
    });
  }
  const unpaid = lines.length === 0 ? 'no_rule_matched' : 'amount_is_zero';
  return { rewards, verdicts: [], counters: [], inputs: noInputs, unpaid: rewards.length > 0 ? null : unpaid };
}

function chooseRewards(evaluation: Evaluation): Candidate[] {
  const { lineRules, orderRules } = evaluation.plan.byEvent[evaluation.context.event];
  const choose = choosers[evaluation.plan.combination];
  return choose(evaluation, runningRules(evaluation, lineRules), runningRules(evaluation, orderRules));
}

function runningRules(evaluation: Evaluation, rules: readonly CompiledRule[]): readonly CompiledRule[] {
  if (!evaluation.plan.byEvent[evaluation.context.event].hasDurations) return rules;
  return rules.filter((rule) => {
    if (rule.duration === null || !isDurationOver(rule.duration, evaluation.context)) return true;
    mark(evaluation, rule, 'duration_over');
    return false;
  });
}

function pay(evaluation: Evaluation, candidate: Candidate, rewards: RewardLine[]): void {
  const { rule, currency } = candidate;
  if (candidate.amount <= 0n) {
    mark(evaluation, rule, 'zero');
    return;
  }
  const { amount, cap } = applyCaps(evaluation, rule, currency, candidate.amount);
  if (amount === 0n) {
    mark(evaluation, rule, 'capped');
    return;
  }
  mark(evaluation, rule, 'paid');
  rewards.push({
    ruleId: rule.id,
    clause: rule.clause,
    lineId: candidate.line?.line.id ?? null,
    currency,
    base: candidate.base,
    amount,
    arithmetic: candidate.arithmetic,
    cap,
  });
}

function moveVolumes(evaluation: Evaluation): void {
  const { plan, context, moved } = evaluation;
  for (const { measure, period } of plan.volumes) {
    if (moved[measure] === 0n) continue;
    const key = volumeKey(context.partner.enrollmentId, measure, plan.currency, periodKeyOf(evaluation, period));
    addTo(evaluation, 'changes', key, moved[measure]);
  }
}

function counterChanges({ changes, retroactive }: Evaluation): CounterChange[] {
  const counters: CounterChange[] = [];
  if (retroactive !== null) addMoved(counters, retroactive);
  if (changes !== null) addMoved(counters, changes);
  return counters;
}

function addMoved(counters: CounterChange[], changes: ReadonlyMap<string, bigint>): void {
  for (const [key, delta] of changes) if (delta !== 0n) counters.push({ key, delta });
}

function verdictsOf({ plan, context, marks }: Evaluation): RuleVerdict[] {
  const { enrollmentId } = context.partner;
  const verdicts: RuleVerdict[] = [];
  for (const rule of plan.byEvent[context.event].rules) {
    verdicts.push(verdictOf(enrollmentId, rule, marks[rule.index] ?? plainMark('not_matched')));
  }
  for (const { rule } of plan.milestones) {
    const known = marks[rule.index];
    if (known !== undefined) verdicts.push(verdictOf(enrollmentId, rule, known));
  }
  return verdicts;
}

function verdictOf(enrollmentId: string, { id }: CompiledRule, { verdict, fields }: Mark): RuleVerdict {
  return fields === undefined ? { enrollmentId, ruleId: id, verdict } : { enrollmentId, ruleId: id, verdict, fields };
}

function unpaidReason({ plan, context, marks }: Evaluation): UnpaidReason {
  if (marks.some(({ verdict }) => verdict === 'capped')) return 'cap_reached';
  const { rules } = plan.byEvent[context.event];
  if (rules.length === 0) return 'no_rule_for_event';
  const verdicts = rules.map((rule) => marks[rule.index]?.verdict);
  if (verdicts.includes('zero')) return 'amount_is_zero';
  return verdicts.includes('duration_over') ? 'duration_over' : 'no_rule_matched';
}
