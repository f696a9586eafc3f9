import { compareRates, parseRate } from '../money/index.ts';
import { checkAmount, checkChoice, checkRate } from './check-values.ts';
import { measures, periodUnits } from './condition-field.ts';
import { problem, type PlanProblem } from './plan-problem.ts';
import type { Reward, Tiers, TierStep } from './plan.ts';

export function checkTiers(tiers: Tiers, reward: Reward, path: string): PlanProblem[] {
  const problems = [
    ...checkChoice(tiers.measure, `${path}/measure`, measures),
    ...checkChoice(tiers.period, `${path}/period`, periodUnits),
    ...checkChoice(tiers.mode, `${path}/mode`, ['marginal', 'whole', 'retroactive']),
  ];
  if (tiers.mode === 'retroactive' && reward.kind !== 'percent') {
    problems.push(problem(`${path}/mode`, 'retroactive_needs_percent', '', 'whole'));
  }
  const [first] = tiers.steps;
  if (first === undefined) return [...problems, problem(`${path}/steps`, 'tiers_empty', '', [{ from: 0, rate: '10%' }])];
  problems.push(...checkStarts(tiers.steps, `${path}/steps`));
  for (const [index, step] of tiers.steps.entries()) problems.push(...checkStep(step, reward, `${path}/steps/${index}`));
  if (!startsAsTheRule(first, reward)) {
    const own = reward.kind === 'percent' ? reward.rate : String(reward.amount);
    problems.push(problem(`${path}/steps/0`, 'tiers_start_differs', own));
  }
  return problems;
}

function checkStarts(steps: readonly TierStep[], path: string): PlanProblem[] {
  const problems: PlanProblem[] = [];
  let previous: number | null = null;
  for (const [index, { from }] of steps.entries()) {
    const at = `${path}/${index}/from`;
    const unreadable = checkAmount(from, at);
    problems.push(...unreadable);
    if (unreadable.length > 0) continue;
    if (index === 0 && from !== 0) problems.push(problem(at, 'tiers_start', String(from), 0));
    if (previous !== null && from <= previous) problems.push(problem(at, 'tiers_overlap', String(from), previous + 1));
    previous = from;
  }
  return problems;
}

function checkStep(step: TierStep, reward: Reward, path: string): PlanProblem[] {
  const hasRate = step.rate !== undefined;
  const hasAmount = step.amount !== undefined;
  if (hasRate === hasAmount) return [problem(path, 'step_needs_one_value', '', { from: 0, rate: '10%' })];
  const problems = hasRate !== (reward.kind === 'percent') ? [problem(path, 'step_wrong_kind')] : [];
  if (step.rate !== undefined) problems.push(...checkRate(step.rate, `${path}/rate`));
  if (step.amount !== undefined) problems.push(...checkAmount(step.amount, `${path}/amount`));
  return problems;
}

// Faults of the values themselves are reported above; here only two readable values that differ are.
function startsAsTheRule(step: TierStep, reward: Reward): boolean {
  if (reward.kind !== 'percent') return step.amount === undefined || step.amount === reward.amount;
  if (step.rate === undefined) return true;
  const [own, first] = [parseRate(reward.rate), parseRate(step.rate)];
  return own === null || first === null || compareRates(own, first) === 0;
}
