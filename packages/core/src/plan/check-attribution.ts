import { addRates, compareRates, ONE_RATE, ratePercentText, ZERO_RATE, type Rate } from '../money/index.ts';
import { checkChoice, checkDays, isProblem, readRate } from './check-values.ts';
import { partnerKinds, vias } from './condition-field.ts';
import { pointerStep, problem, type PlanProblem } from './plan-problem.ts';
import type { AgreedShare, AttributionModel, AttributionRules, PriorityGroup } from './plan.ts';

export function checkAttribution(rules: AttributionRules, path: string): PlanProblem[] {
  const problems = [
    ...checkModel(rules.model, `${path}/model`),
    ...checkDays(rules.windowDays, `${path}/windowDays`, 1, 3650),
    ...checkChoice(rules.coupon, `${path}/coupon`, ['wins', 'touch', 'ignored']),
    ...checkChoice(rules.lifetime, `${path}/lifetime`, ['keep_first', 'last_wins', 'none']),
    ...checkChoice(rules.selfReferral, `${path}/selfReferral`, ['reject', 'allow']),
  ];
  for (const [via, days] of Object.entries(rules.windows ?? {})) {
    const at = `${path}/windows/${pointerStep(via)}`;
    problems.push(...checkChoice(via, at, vias), ...checkDays(days, at, 1, 3650));
  }
  return problems;
}

function checkModel(model: AttributionModel, path: string): PlanProblem[] {
  switch (model.kind) {
    case 'first':
    case 'last':
    case 'linear':
      return [];
    case 'position':
      return checkPosition(model.first, model.last, path);
    case 'time_decay':
      return checkDays(model.halfLifeDays, `${path}/halfLifeDays`, 1, 3650);
    case 'priority':
      return [
        ...checkChoice(model.within, `${path}/within`, ['first', 'last', 'linear']),
        ...checkGroups(model.groups, `${path}/groups`),
      ];
    case 'agreed':
      return checkShares(model.shares, `${path}/shares`);
    default:
      return [problem(`${path}/kind`, 'unknown_choice', String((model as { kind: unknown }).kind), 'last')];
  }
}

function checkPosition(first: string, last: string, path: string): PlanProblem[] {
  const rates: Rate[] = [];
  const problems: PlanProblem[] = [];
  for (const read of [readRate(first, `${path}/first`), readRate(last, `${path}/last`)]) {
    if (isProblem(read)) problems.push(read);
    else rates.push(read);
  }
  const [a, b] = rates;
  if (a !== undefined && b !== undefined && compareRates(addRates(a, b), ONE_RATE) > 0) {
    problems.push(problem(path, 'position_weights', '', { kind: 'position', first: '40%', last: '40%' }));
  }
  return problems;
}

function checkShares(shares: readonly AgreedShare[], path: string): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const seen = new Set<string>();
  let total: Rate = ZERO_RATE;
  for (const [index, { partnerId, share }] of shares.entries()) {
    const at = `${path}/${index}`;
    if (seen.has(partnerId)) problems.push(problem(`${at}/partnerId`, 'agreed_duplicate', partnerId));
    seen.add(partnerId);
    const read = readRate(share, `${at}/share`);
    if (isProblem(read)) {
      problems.push(read);
      continue;
    }
    if (compareRates(read, ZERO_RATE) === 0) problems.push(problem(`${at}/share`, 'agreed_share_zero', '', '50%'));
    total = addRates(total, read);
  }
  if (problems.length === 0 && compareRates(total, ONE_RATE) !== 0) {
    problems.push(problem(path, 'agreed_shares', ratePercentText(total, 'en')));
  }
  return problems;
}

function checkGroups(groups: readonly PriorityGroup[], path: string): PlanProblem[] {
  if (groups.length === 0) return [problem(path, 'groups_empty', '', [{ name: 'resellers', kinds: ['reseller'] }])];
  const problems: PlanProblem[] = [];
  const names = new Set<string>();
  const taken = new Set<string>();
  for (const [index, group] of groups.entries()) {
    const at = `${path}/${index}`;
    for (const [place, kind] of (group.kinds ?? []).entries())
      problems.push(...checkChoice(kind, `${at}/kinds/${place}`, partnerKinds));
    for (const [place, via] of (group.via ?? []).entries()) problems.push(...checkChoice(via, `${at}/via/${place}`, vias));
    if (names.has(group.name)) problems.push(problem(`${at}/name`, 'group_duplicate', group.name));
    names.add(group.name);
    const members = membersOf(group);
    if (members.length === 0) problems.push(problem(at, 'group_empty', group.name, { name: group.name, kinds: ['reseller'] }));
    else if (takesEverything(taken) || members.every((member) => taken.has(member))) {
      problems.push(problem(at, 'group_shadowed', group.name));
    }
    for (const member of members) taken.add(member);
  }
  return problems;
}

function membersOf({ kinds = [], via = [], partnerIds = [] }: PriorityGroup): string[] {
  return [
    ...kinds.map((kind) => `kind ${kind}`),
    ...via.map((name) => `via ${name}`),
    ...partnerIds.map((id) => `partner ${id}`),
  ];
}

function takesEverything(taken: ReadonlySet<string>): boolean {
  return partnerKinds.every((kind) => taken.has(`kind ${kind}`)) || vias.every((via) => taken.has(`via ${via}`));
}
