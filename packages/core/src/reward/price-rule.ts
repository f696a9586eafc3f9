import { applyRate, roundRatio } from '../money/index.ts';
import type { Arithmetic } from '../counting/outcome.ts';
import type { CompiledRule } from '../plan/compiled-plan.ts';
import { shareText, type Candidate, type Priced } from './candidate.ts';
import type { Evaluation } from './evaluation.ts';
import { priceTiers } from './price-tiers.ts';
import type { CreditedLine } from './reward.ts';

/** What the rule pays for one line, rounded once. */
export function priceLine(evaluation: Evaluation, rule: CompiledRule, line: CreditedLine): Candidate {
  return candidateOf(evaluation, rule, line, line.credited, quantityOf(line));
}

/** What the rule pays once for the whole order or event, rounded once. */
export function priceOrder(evaluation: Evaluation, rule: CompiledRule): Candidate {
  let base = 0n;
  for (const line of evaluation.context.lines) base += line.credited;
  return candidateOf(evaluation, rule, null, base, 1);
}

function candidateOf(
  evaluation: Evaluation,
  rule: CompiledRule,
  line: CreditedLine | null,
  base: bigint,
  quantity: number,
): Candidate {
  const priced =
    rule.tiers === null
      ? priceFlat(evaluation, rule, base, quantity)
      : priceTiers(evaluation, rule, rule.tiers, line, base, quantity);
  const { amount, arithmetic, retroactive } = priced;
  return { rule, line, currency: rule.currency ?? evaluation.context.currency, base, amount, arithmetic, retroactive };
}

function priceFlat({ context }: Evaluation, { reward }: CompiledRule, base: bigint, quantity: number): Priced {
  if (reward.kind === 'percent') {
    return {
      amount: applyRate(base, reward.rate),
      arithmetic: { kind: 'percent', base: base.toString(), rate: reward.rateText },
      retroactive: null,
    };
  }
  const { share } = context;
  const amount = roundRatio(reward.amount * BigInt(quantity) * share.numerator, share.denominator);
  const written = { amount: reward.amount.toString(), ...shareText(share) };
  const arithmetic: Arithmetic =
    reward.kind === 'fixed' ? { kind: 'fixed', ...written } : { kind: 'per_unit', quantity, ...written };
  return { amount, arithmetic, retroactive: null };
}

function quantityOf({ line }: CreditedLine): number {
  if (!Number.isSafeInteger(line.quantity)) throw new Error(`line ${line.id} has a quantity that is not a whole number`);
  return line.quantity;
}
