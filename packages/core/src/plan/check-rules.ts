import { checkCondition } from './check-condition.ts';
import { checkTiers } from './check-tiers.ts';
import { checkAmount, checkChoice, checkCount, checkRate, checkUnit } from './check-values.ts';
import { measures, periodUnits, rewardEvents } from './condition-field.ts';
import { problem, type PlanProblem } from './plan-problem.ts';
import type { Duration, PlanDocument, Reward, RewardRule } from './plan.ts';

const MOST_RULES = 100;
const ruleId = /^[a-z0-9][a-z0-9_-]{0,62}$/;

export function checkRules({ rules }: PlanDocument, path: string): PlanProblem[] {
  const problems: PlanProblem[] = [];
  if (rules.length > MOST_RULES) problems.push(problem(path, 'too_many_rules', String(MOST_RULES)));
  const seen = new Set<string>();
  for (const [index, rule] of rules.entries()) {
    const at = `${path}/${index}`;
    if (!ruleId.test(rule.id)) problems.push(problem(`${at}/id`, 'bad_rule_id', rule.id, 'sales-base'));
    if (seen.has(rule.id)) problems.push(problem(`${at}/id`, 'duplicate_rule_id', rule.id, `${rule.id.slice(0, 60)}-2`));
    seen.add(rule.id);
    problems.push(...checkRule(rule, at));
  }
  return problems;
}

function checkRule(rule: RewardRule, path: string): PlanProblem[] {
  const problems = [...checkChoice(rule.on, `${path}/on`, rewardEvents), ...checkReward(rule.reward, `${path}/reward`)];
  if (rule.when !== undefined) problems.push(...checkCondition(rule.when, `${path}/when`));
  if (rule.tiers !== undefined) problems.push(...checkTiers(rule.tiers, rule.reward, `${path}/tiers`));
  if (rule.duration !== undefined) problems.push(...checkDuration(rule.duration, `${path}/duration`));
  problems.push(...checkMilestone(rule, path));
  const paysLines = rule.reward.kind === 'percent' || rule.reward.kind === 'per_unit';
  if (paysLines && rule.on !== 'sale' && rule.on !== 'milestone') {
    problems.push(problem(`${path}/reward/kind`, 'event_needs_fixed', rule.on, 'fixed'));
  }
  return problems;
}

function checkReward(reward: Reward, path: string): PlanProblem[] {
  const unknownKind = checkChoice(reward.kind, `${path}/kind`, ['percent', 'fixed', 'per_unit']);
  if (unknownKind.length > 0) return unknownKind;
  if (reward.kind === 'percent') return checkRate(reward.rate, `${path}/rate`);
  return [...checkAmount(reward.amount, `${path}/amount`), ...checkUnit(reward.unit, `${path}/unit`)];
}

function checkDuration(duration: Duration, path: string): PlanProblem[] {
  const { months, payments } = duration;
  if (months === undefined && payments === undefined) return [problem(path, 'duration_empty', '', { months: 12 })];
  return [
    ...(months === undefined ? [] : checkCount(months, `${path}/months`)),
    ...(payments === undefined ? [] : checkCount(payments, `${path}/payments`)),
  ];
}

function checkMilestone(rule: RewardRule, path: string): PlanProblem[] {
  const { milestone } = rule;
  if (rule.on !== 'milestone') return milestone === undefined ? [] : [problem(`${path}/milestone`, 'milestone_unexpected')];
  const problems: PlanProblem[] = [];
  if (rule.reward.kind !== 'fixed' || rule.tiers !== undefined || rule.duration !== undefined) {
    problems.push(problem(path, 'milestone_stands_alone'));
  }
  if (milestone === undefined) {
    const example = { measure: 'revenue', period: 'quarter', threshold: 1_000_000 };
    return [...problems, problem(`${path}/milestone`, 'milestone_missing', '', example)];
  }
  return [
    ...problems,
    ...checkChoice(milestone.measure, `${path}/milestone/measure`, measures),
    ...checkChoice(milestone.period, `${path}/milestone/period`, periodUnits),
    ...checkCount(milestone.threshold, `${path}/milestone/threshold`),
  ];
}
