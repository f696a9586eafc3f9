import type { AttributionModel, Cap, PlanDocument, Reward, RewardEvent, RewardRule, Tiers, UplineLevel } from '@cordee/core/plan';

/** What is added to a plan begins as something that makes sense; nobody starts with mistakes they did not make. */

export function newRule(document: PlanDocument, on: RewardEvent): RewardRule {
  const id = freeId(document, { qualified_lead: 'qualified-lead', milestone: 'objective', sale: 'sales' }[on as string] ?? on);
  if (on === 'sale') return { id, on, reward: { kind: 'percent', rate: '10%' } };
  const reward: Reward = { kind: 'fixed', amount: on === 'click' ? 10 : 1000 };
  if (on !== 'milestone') return { id, on, reward };
  return { id, on, milestone: { measure: 'sales', period: 'month', threshold: 10 }, reward: { kind: 'fixed', amount: 10_000 } };
}

export function copyOfRule(document: PlanDocument, rule: RewardRule): RewardRule {
  return { ...rule, id: freeId(document, rule.id.replace(/-\d+$/, '')) };
}

/** The rule on another event, without what it cannot have there. */
export function ruleOn(rule: RewardRule, on: RewardEvent): RewardRule {
  const { milestone, tiers, duration, ...rest } = rule;
  const reward: Reward = on === 'sale' || rule.reward.kind === 'fixed' ? rule.reward : { kind: 'fixed', amount: 1000 };
  if (on === 'milestone') {
    return { ...rest, on, reward, milestone: milestone ?? { measure: 'sales', period: 'month', threshold: 10 } };
  }
  const keepsTiers = tiers !== undefined && reward.kind === rule.reward.kind;
  return { ...rest, on, reward, ...(keepsTiers ? { tiers } : {}), ...(duration === undefined ? {} : { duration }) };
}

/** The rule with another kind of reward; its steps, being of the old kind, go. */
export function ruleWithReward(rule: RewardRule, kind: Reward['kind']): RewardRule {
  if (kind === rule.reward.kind) return rule;
  const { tiers, ...rest } = rule;
  if (kind === 'percent') return { ...rest, reward: { kind, rate: '10%' } };
  const kept = rule.reward.kind === 'percent' ? { amount: 1000 } : rule.reward;
  return { ...rest, reward: { ...kept, kind }, ...(rule.reward.kind === 'percent' || tiers === undefined ? {} : { tiers }) };
}

export function newTiers({ reward }: RewardRule): Tiers {
  const step = reward.kind === 'percent' ? { rate: reward.rate } : { amount: reward.amount };
  const next = reward.kind === 'percent' ? { rate: reward.rate } : { amount: reward.amount };
  return {
    measure: 'sales',
    period: 'month',
    mode: reward.kind === 'percent' ? 'marginal' : 'whole',
    steps: [
      { from: 0, ...step },
      { from: 10, ...next },
    ],
  };
}

export function newModel(kind: AttributionModel['kind']): AttributionModel {
  if (kind === 'position') return { kind, first: '40%', last: '40%' };
  if (kind === 'time_decay') return { kind, halfLifeDays: 7 };
  if (kind === 'priority') return { kind, groups: [{ name: 'resellers', kinds: ['reseller'] }], within: 'last' };
  if (kind === 'agreed') return { kind, shares: [{ partnerId: '', share: '100%' }] };
  return { kind };
}

const scopes: readonly Cap['scope'][] = ['partner', 'customer', 'program'];
const periods: readonly Cap['period'][] = ['month', 'year', 'quarter', 'week', 'day', 'ever'];

/** A cap no other one is the same as. */
export function newCap({ caps = [] }: PlanDocument): Cap {
  const taken = new Set(caps.map(({ scope, period, rule }) => `${scope} ${period} ${rule ?? ''}`));
  const free = periods
    .flatMap((period) => scopes.map((scope) => ({ scope, period })))
    .find(({ scope, period }) => !taken.has(`${scope} ${period} `));
  return { ...(free ?? { scope: 'partner', period: 'month' }), amount: 100_000 };
}

export function newLevel({ upline = [] }: PlanDocument): UplineLevel {
  return { level: upline.length + 1, rate: '10%', of: 'commission' };
}

function freeId({ rules }: PlanDocument, stem: string): string {
  const taken = new Set(rules.map(({ id }) => id));
  if (!taken.has(stem)) return stem;
  for (let number = 2; ; number += 1) {
    const id = `${stem}-${number}`;
    if (!taken.has(id)) return id;
  }
}
