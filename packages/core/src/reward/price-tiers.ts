import { roundRatio } from '../money/index.ts';
import type { TierSlice } from '../counting/outcome.ts';
import type { CompiledRule, CompiledStep, CompiledTiers } from '../plan/compiled-plan.ts';
import { shareText, type Priced } from './candidate.ts';
import { retroactiveBaseKey, retroactiveEarnedKey } from './counter-key.ts';
import { periodKeyOf, readCounter, volumeOf, type Evaluation } from './evaluation.ts';
import type { CreditedLine } from './reward.ts';

interface Reach {
  readonly before: bigint;
  readonly after: bigint;
}

interface Slice {
  readonly step: CompiledStep;
  /** What the step's rate or amount is applied to. */
  readonly volume: bigint;
}

/**
 * What a rule with steps pays for a line (or, with `line` null, for the order).
 * marginal: revenue is cut at the steps it crosses and each slice takes its own rate, rounded once over the exact sum; what
 * cannot be cut (a count, a fixed amount, an order in another currency) is at the step of the volume before it.
 * whole: all of it at the step of the volume after it.
 * retroactive: the rule's base of the period, this line included, at the step of the volume after it, less what was earned.
 */
export function priceTiers(
  evaluation: Evaluation,
  rule: CompiledRule,
  tiers: CompiledTiers,
  line: CreditedLine | null,
  base: bigint,
  quantity: number,
): Priced {
  const reach = reachOf(evaluation, tiers, line);
  if (tiers.mode === 'retroactive') return priceRetroactive(evaluation, rule, tiers, reach, base);
  const isRate = rule.reward.kind === 'percent';
  const applied = isRate ? base : BigInt(quantity);
  const canBeCut = isRate && tiers.measure === 'revenue' && reach.after - reach.before === base;
  const slices =
    tiers.mode === 'marginal' && canBeCut
      ? cutAtSteps(tiers.steps, reach)
      : [{ step: stepAt(tiers.steps, tiers.mode === 'whole' ? reach.after : reach.before), volume: applied }];
  const share = isRate ? { numerator: 1n, denominator: 1n } : evaluation.context.share;
  let exact = 0n;
  for (const { step, volume } of slices) exact += volume * step.numerator;
  return {
    amount: roundRatio(exact * share.numerator, tiers.denominator * share.denominator),
    arithmetic: {
      kind: 'tiers',
      mode: tiers.mode,
      measure: tiers.measure,
      volumeBefore: reach.before.toString(),
      slices: slices.map(sliceText),
      ...shareText(share),
    },
    retroactive: null,
  };
}

function priceRetroactive(evaluation: Evaluation, rule: CompiledRule, tiers: CompiledTiers, reach: Reach, base: bigint): Priced {
  const { context } = evaluation;
  const currency = rule.currency ?? context.currency;
  const period = periodKeyOf(evaluation, tiers.period);
  const baseKey = retroactiveBaseKey(context.partner.enrollmentId, tiers.termsKey, currency, period);
  const earnedKey = retroactiveEarnedKey(context.partner.enrollmentId, tiers.termsKey, currency, period);
  const volume = soFar(evaluation, baseKey) + base;
  const earnedBefore = soFar(evaluation, earnedKey);
  const step = stepAt(tiers.steps, reach.after);
  const difference = roundRatio(volume * step.numerator, tiers.denominator) - earnedBefore;
  return {
    amount: difference > 0n ? difference : 0n,
    arithmetic: {
      kind: 'retroactive',
      measure: tiers.measure,
      reached: reach.after.toString(),
      volume: volume.toString(),
      rate: step.rateText ?? '0/1',
      earnedBefore: earnedBefore.toString(),
    },
    retroactive: { baseKey, earnedKey },
  };
}

function soFar(evaluation: Evaluation, key: string): bigint {
  return readCounter(evaluation, key) + (evaluation.retroactive?.get(key) ?? 0n);
}

function reachOf(evaluation: Evaluation, tiers: CompiledTiers, line: CreditedLine | null): Reach {
  const { measure } = tiers;
  const start = volumeOf(evaluation, measure, tiers.period);
  if (measure !== 'revenue' || line === null) return { before: start, after: start + evaluation.moved[measure] };
  const before = start + evaluation.revenueBefore;
  const counts = evaluation.context.event === 'sale' && evaluation.context.currency === evaluation.plan.currency;
  return { before, after: counts ? before + line.credited : before };
}

/** The last step that starts at or below the volume. */
function stepAt(steps: readonly CompiledStep[], volume: bigint): CompiledStep {
  const [first] = steps;
  if (first === undefined) throw new Error('tiers without a step');
  let reached = first;
  for (const step of steps) {
    if (step.from > volume) break;
    reached = step;
  }
  return reached;
}

function cutAtSteps(steps: readonly CompiledStep[], { before, after }: Reach): Slice[] {
  if (after <= before) return [{ step: stepAt(steps, before), volume: after - before }];
  const slices: Slice[] = [];
  for (let index = 0; index < steps.length; index += 1) {
    const step = steps[index];
    if (step === undefined || step.from >= after) break;
    const next = steps[index + 1]?.from;
    if (next !== undefined && next <= before) continue;
    const from = step.from > before ? step.from : before;
    const to = next !== undefined && next < after ? next : after;
    if (to > from) slices.push({ step, volume: to - from });
  }
  return slices;
}

function sliceText({ step: { fromText: from, rateText, amountText }, volume }: Slice): TierSlice {
  const cut = { from, volume: volume.toString() };
  if (rateText !== null) return amountText === null ? { ...cut, rate: rateText } : { ...cut, rate: rateText, amount: amountText };
  return amountText === null ? cut : { ...cut, amount: amountText };
}
