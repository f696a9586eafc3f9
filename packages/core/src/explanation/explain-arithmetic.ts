import type { Arithmetic, Commission } from '../counting/outcome.ts';
import { multiplyRates, parseRate } from '../money/index.ts';
import type { AmountText, Quantity, Step } from './explanation.ts';
import { amountText, step } from './step.ts';

type TiersArithmetic = Extract<Arithmetic, { kind: 'tiers' }>;

/** The computation of a commission, up to its amount before any cap. Thresholds and volumes of revenue are in `planCurrency`. */
export function explainArithmetic(commission: Commission, planCurrency: string): Step[] {
  const { arithmetic, currency } = commission;
  const money = (amount: bigint | string): AmountText => amountText(amount, currency);
  const before = commission.cap === null ? commission.amount : BigInt(commission.cap.before);
  const result = money(before);
  switch (arithmetic.kind) {
    case 'percent': {
      const { base, rate } = arithmetic;
      return [step('computed_percent', { base: money(base), rate, result, rounded: isRounded(base, rate, before) })];
    }
    case 'fixed':
      return [step('computed_fixed', { amount: money(arithmetic.amount), share: arithmetic.share ?? null, result })];
    case 'per_unit': {
      const { amount, quantity, share = null } = arithmetic;
      return [step('computed_per_unit', { amount: money(amount), quantity, share, result })];
    }
    case 'tiers':
      return [explainTiers(arithmetic, result, planCurrency)];
    case 'retroactive': {
      const { measure, reached, volume, rate, earnedBefore } = arithmetic;
      const total = before + BigInt(earnedBefore);
      const values = { volume: money(volume), rate, total: money(total), earnedBefore: money(earnedBefore), result };
      const rounded = isRounded(volume, rate, total);
      return [step('computed_retroactive', { reached: quantityOf(measure, reached, planCurrency), ...values, rounded })];
    }
    case 'milestone': {
      const { measure, reached, threshold, amount } = arithmetic;
      const [got, needed] = [quantityOf(measure, reached, planCurrency), quantityOf(measure, threshold, planCurrency)];
      return [step('computed_milestone', { reached: got, threshold: needed, amount: money(amount) })];
    }
    default: {
      const { level, of, base, rate } = arithmetic;
      const rounded = isRounded(base, rate, before);
      return [step('computed_upline', { level, of, base: money(base), rate, result, rounded })];
    }
  }
}

function explainTiers(arithmetic: TiersArithmetic, result: AmountText, planCurrency: string): Step {
  const { mode, measure, volumeBefore, slices, share = null } = arithmetic;
  const { currency } = result;
  const children: Step[] = slices.map(({ from, volume, rate = null, amount }) =>
    step('tier_slice', {
      from: quantityOf(measure, from, planCurrency),
      volume: rate === null ? { count: volume, of: 'units' } : amountText(volume, currency),
      rate,
      amount: amount === undefined ? null : amountText(amount, currency),
    }),
  );
  children.push(step('sum', { result }));
  return step('computed_tiers', { mode, volumeBefore: quantityOf(measure, volumeBefore, planCurrency), share }, children);
}

/** A value of a measure: an amount of revenue, or a number of sales, customers or leads. */
export function quantityOf(measure: string, value: string, planCurrency: string): Quantity {
  if (measure === 'sales' || measure === 'customers' || measure === 'leads') return { count: value, of: measure };
  return amountText(value, planCurrency);
}

function isRounded(base: string, rateText: string, result: bigint): boolean {
  const rate = parseRate(rateText);
  if (rate === null) return true;
  const exact = multiplyRates(rate, { numerator: BigInt(base), denominator: 1n });
  return exact.numerator !== result * exact.denominator;
}
