import { formatRate, parseRate, rate as ratio, type Rate } from '../money/index.ts';
import { compileCondition } from './compile-condition.ts';
import { readsLines } from './condition-field.ts';
import type { CompiledReward, CompiledRule, CompiledStep, CompiledTiers } from './compiled-plan.ts';
import { fingerprint } from './fingerprint.ts';
import type { PlanDocument, Reward, RewardRule, Tiers } from './plan.ts';

/** One rule ready to compute; its clause number is its place in the plan, from 1. */
export function compileRule(document: PlanDocument, rule: RewardRule, index: number): CompiledRule {
  const condition = rule.when === undefined ? null : compileCondition(rule.when);
  const unit = rule.reward.kind === 'percent' ? null : (rule.reward.unit ?? null);
  const scope = rule.reward.kind === 'fixed' ? 'order' : 'line';
  return {
    index,
    id: rule.id,
    clause: String(index + 1),
    on: rule.on,
    scope,
    reward: compileReward(rule.reward),
    currency: rule.reward.kind === 'percent' ? null : (unit ?? document.currency),
    unit,
    condition,
    readsLines: scope === 'order' && readsLines(condition?.fields ?? []),
    tiers: rule.tiers === undefined ? null : compileTiers(rule.id, rule.tiers),
    duration: rule.duration ?? null,
  };
}

function compileReward(reward: Reward): CompiledReward {
  if (reward.kind !== 'percent') return { kind: reward.kind, amount: BigInt(reward.amount) };
  const rate = readRate(reward.rate);
  return { kind: 'percent', rate, rateText: formatRate(rate) };
}

function compileTiers(ruleId: string, tiers: Tiers): CompiledTiers {
  const rates = tiers.steps.map((step) => (step.rate === undefined ? ratio(BigInt(step.amount ?? 0), 1n) : readRate(step.rate)));
  const denominator = rates.reduce((common, { denominator: next }) => leastCommonMultiple(common, next), 1n);
  const steps = tiers.steps.map((step, index): CompiledStep => {
    const rate = rates[index] ?? ratio(0n, 1n);
    return {
      from: BigInt(step.from),
      fromText: String(step.from),
      numerator: rate.numerator * (denominator / rate.denominator),
      rateText: step.rate === undefined ? null : formatRate(rate),
      amountText: step.amount === undefined ? null : String(step.amount),
    };
  });
  const terms = steps.map((step) => `${step.fromText}:${step.rateText ?? step.amountText ?? ''}`).join(';');
  return {
    measure: tiers.measure,
    period: tiers.period,
    mode: tiers.mode,
    steps,
    denominator,
    termsKey: `${ruleId}~${fingerprint(`${tiers.mode} ${tiers.measure} ${tiers.period} ${terms}`)}`,
  };
}

function readRate(text: string): Rate {
  const rate = parseRate(text);
  if (rate === null) throw new Error(`rate ${text} cannot be read`);
  return rate;
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  const { denominator } = ratio(a, b);
  return a * denominator;
}
