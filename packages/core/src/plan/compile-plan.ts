import { formatRate, parseRate, type Rate } from '../money/index.ts';
import { checkPlan } from './check-plan.ts';
import { compileRule } from './compile-rule.ts';
import type {
  CompiledCap,
  CompiledMilestone,
  CompiledPlan,
  CompiledRule,
  EventRules,
  PlainRate,
  VolumeNeed,
} from './compiled-plan.ts';
import type { Measure, PlanDocument, RewardEvent, UplineLevel } from './plan.ts';

const compiledPlans = new WeakMap<PlanDocument, CompiledPlan>();

/** The compiled plan of a document, compiled once for as long as the document object lives. The document must not change. */
export function compiled(document: PlanDocument): CompiledPlan {
  const known = compiledPlans.get(document);
  if (known !== undefined) return known;
  const plan = compilePlan(document);
  compiledPlans.set(document, plan);
  return plan;
}

/**
 * Turns a plan document into the functions that compute it. The document must have passed `checkPlan`: with any problem left
 * in it this throws, because a plan that was never valid cannot have been signed.
 */
export function compilePlan(document: PlanDocument): CompiledPlan {
  const [problem] = checkPlan(document);
  if (problem !== undefined) throw new Error(`the plan is not valid: ${problem.path} ${problem.code}: ${problem.en}`);
  const rules = document.rules.map((rule, index) => compileRule(document, rule, index));
  const milestones = compileMilestones(document, rules);
  const caps = (document.caps ?? []).map((cap, index): CompiledCap => ({
    index,
    scope: cap.scope,
    period: cap.period,
    amount: BigInt(cap.amount),
    ruleId: cap.rule ?? null,
  }));
  const volumes = volumesOf(rules, milestones);
  const countsNothing = caps.length === 0 && volumes.length === 0;
  return {
    document,
    currency: document.currency,
    combination: document.combination,
    byEvent: rulesByEvent(rules, countsNothing),
    milestones,
    caps,
    upline: new Map((document.upline ?? []).map((level) => [level.level, compileUpline(level)])),
    volumes,
  };
}

function rulesByEvent(rules: readonly CompiledRule[], countsNothing: boolean): Record<RewardEvent, EventRules> {
  function rulesOn(event: RewardEvent): EventRules {
    const answering = rules.filter((rule) => rule.on === event);
    return {
      rules: answering,
      lineRules: answering.filter((rule) => rule.scope === 'line'),
      orderRules: answering.filter((rule) => rule.scope === 'order'),
      hasDurations: answering.some((rule) => rule.duration !== null),
      plainRate: countsNothing ? plainRateOf(answering) : null,
    };
  }
  return {
    click: rulesOn('click'),
    lead: rulesOn('lead'),
    qualified_lead: rulesOn('qualified_lead'),
    sale: rulesOn('sale'),
    referral: rulesOn('referral'),
    milestone: rulesOn('milestone'),
  };
}

function plainRateOf(rules: readonly CompiledRule[]): PlainRate | null {
  const [rule, second] = rules;
  if (rule === undefined || second !== undefined || rule.reward.kind !== 'percent') return null;
  if (rule.condition !== null || rule.tiers !== null || rule.duration !== null) return null;
  return { rule, rate: rule.reward.rate, rateText: rule.reward.rateText };
}

function compileMilestones(document: PlanDocument, rules: readonly CompiledRule[]): CompiledMilestone[] {
  const milestones: CompiledMilestone[] = [];
  for (const rule of rules) {
    const milestone = document.rules[rule.index]?.milestone;
    if (milestone === undefined || rule.reward.kind === 'percent') continue;
    milestones.push({
      rule,
      measure: milestone.measure,
      period: milestone.period,
      threshold: BigInt(milestone.threshold),
      amount: rule.reward.amount,
    });
  }
  return milestones;
}

const totalFields: Readonly<Record<string, Measure>> = {
  'partner.revenue': 'revenue',
  'partner.sales': 'sales',
  'partner.customers': 'customers',
};

function volumesOf(rules: readonly CompiledRule[], milestones: readonly CompiledMilestone[]): VolumeNeed[] {
  const needs = new Map<string, VolumeNeed>();
  function need(measure: Measure, period: VolumeNeed['period']): void {
    needs.set(`${measure} ${period}`, { measure, period });
  }
  for (const { tiers, condition } of rules) {
    if (tiers !== null) need(tiers.measure, tiers.period);
    for (const field of condition?.fields ?? []) {
      const measure = totalFields[field];
      if (measure !== undefined) need(measure, 'ever');
    }
  }
  for (const { measure, period } of milestones) need(measure, period);
  return [...needs.values()];
}

function compileUpline(level: UplineLevel): { rate: Rate; rateText: string; of: UplineLevel['of'] } {
  const rate = parseRate(level.rate);
  if (rate === null) throw new Error(`upline rate ${level.rate} cannot be read`);
  return { rate, rateText: formatRate(rate), of: level.of };
}
