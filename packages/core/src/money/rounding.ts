import type { Rate } from './rates.ts';

/**
 * `numerator / denominator` rounded to the nearest integer, half away from zero (commercial rounding), so that
 * `roundRatio(-n, d) = -roundRatio(n, d)`: a reversal is exactly the opposite. Throws on a zero denominator.
 */
export function roundRatio(numerator: bigint, denominator: bigint): bigint {
  if (denominator < 0n) return roundRatio(-numerator, -denominator);
  // bigint division truncates towards zero, so moving half a unit away from zero first rounds half away from it.
  const doubled = numerator * 2n;
  return (numerator < 0n ? doubled - denominator : doubled + denominator) / (denominator * 2n);
}

/** The share `rate` of an amount in minor units, rounded once, half away from zero; sign-symmetric. */
export function applyRate(amount: bigint, rate: Rate): bigint {
  return roundRatio(amount * rate.numerator, rate.denominator);
}
