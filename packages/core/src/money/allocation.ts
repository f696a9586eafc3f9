import type { Rate } from './rates.ts';

/**
 * Splits `total` (minor units, any sign) in proportion to `weights` by largest remainder: the parts sum to the total, each is
 * within one unit of its exact value, ties go to the earlier position, a zero weight gets zero, `allocate(-t) = -allocate(t)`.
 * Throws on a negative weight, and on a total other than zero with no weight above zero.
 */
export function allocate(total: bigint, weights: readonly bigint[]): bigint[] {
  let sum = 0n;
  for (const weight of weights) {
    if (weight < 0n) throw new RangeError('a weight cannot be negative');
    sum += weight;
  }
  if (total === 0n) return weights.map(() => 0n);
  if (sum === 0n) throw new RangeError('a total other than zero needs at least one weight above zero');
  if (total < 0n) return allocate(-total, weights).map((part) => -part);

  let left = total;
  const parts: bigint[] = [];
  const remainders: { position: number; remainder: bigint }[] = [];
  for (const [position, weight] of weights.entries()) {
    const scaled = total * weight;
    const part = scaled / sum;
    parts.push(part);
    left -= part;
    const remainder = scaled - part * sum;
    if (remainder !== 0n) remainders.push({ position, remainder });
  }
  if (left === 0n) return parts;

  remainders.sort((a, b) => (a.remainder === b.remainder ? a.position - b.position : a.remainder > b.remainder ? -1 : 1));
  for (const { position } of remainders.slice(0, Number(left))) parts[position] = (parts[position] ?? 0n) + 1n;
  return parts;
}

/** `allocate` by exact shares. Throws on a negative share and when the shares do not sum to exactly one. */
export function allocateByRates(total: bigint, shares: readonly Rate[]): bigint[] {
  const denominator = shares.reduce((product, share) => leastCommonMultiple(product, share.denominator), 1n);
  const weights = shares.map((share) => share.numerator * (denominator / share.denominator));
  const sum = weights.reduce((subtotal, weight) => subtotal + weight, 0n);
  if (sum !== denominator) throw new RangeError(`shares must sum to one, not ${sum}/${denominator}`);
  return allocate(total, weights);
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [high, low] = [a, b];
  while (low !== 0n) [high, low] = [low, high % low];
  return (a / high) * b;
}
