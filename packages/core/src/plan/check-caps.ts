import { checkAmount, checkChoice, checkRate } from './check-values.ts';
import { periodUnits } from './condition-field.ts';
import { nearestName } from './nearest-name.ts';
import { problem, type PlanProblem } from './plan-problem.ts';
import type { PlanDocument, UplineLevel } from './plan.ts';

export function checkCaps({ caps = [], rules }: PlanDocument, path: string): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const seen = new Set<string>();
  for (const [index, cap] of caps.entries()) {
    const at = `${path}/${index}`;
    problems.push(
      ...checkChoice(cap.scope, `${at}/scope`, ['partner', 'customer', 'program']),
      ...checkChoice(cap.period, `${at}/period`, periodUnits),
      ...checkAmount(cap.amount, `${at}/amount`),
      ...checkCapRule(cap.rule, rules, `${at}/rule`),
    );
    const name = `${cap.scope} ${cap.period} ${cap.rule ?? '*'}`;
    if (seen.has(name)) problems.push(problem(at, 'duplicate_cap'));
    seen.add(name);
  }
  return problems;
}

function checkCapRule(ruleId: string | undefined, rules: PlanDocument['rules'], path: string): PlanProblem[] {
  if (ruleId === undefined) return [];
  const rule = rules.find(({ id }) => id === ruleId);
  if (rule === undefined) {
    const ids = rules.map(({ id }) => id);
    return [problem(path, 'cap_unknown_rule', ruleId, nearestName(ruleId, ids) ?? ids[0])];
  }
  const isMoney = rule.reward.kind === 'percent' || rule.reward.unit === undefined;
  return isMoney ? [] : [problem(path, 'cap_without_effect', ruleId)];
}

export function checkUpline(levels: readonly UplineLevel[], path: string): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const written = new Set<number>();
  for (const [index, { level, rate, of }] of levels.entries()) {
    const at = `${path}/${index}`;
    const isInPlace = Number.isInteger(level) && level >= 1 && level <= levels.length && !written.has(level);
    if (!isInPlace) problems.push(problem(`${at}/level`, 'upline_levels', String(level), index + 1));
    written.add(level);
    problems.push(...checkRate(rate, `${at}/rate`), ...checkChoice(of, `${at}/of`, ['commission', 'base']));
  }
  return problems;
}
