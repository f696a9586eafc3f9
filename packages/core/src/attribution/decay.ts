const OUTPUT_BITS = 32n;
const GUARD_BITS = 64n;
const STEPS = 32;
const ONE = 1n << GUARD_BITS;

/** Entry i is 2^-(2^-(i+1)) in 64-bit fixed point: each is the square root of the one before, starting from 1/2. */
const roots = halvingRoots();

/**
 * The weight of a touch that is `age` ms older than the newest one: 2^-(age / halfLife), as an integer out of 2^32.
 * Integer arithmetic only, so that every machine computes the same shares. The exponent is split into whole half-lives,
 * a shift, and a 32-bit binary fraction, the product of the table entries of its set bits. Never below 1, so that a touch
 * older than 32 half-lives still earns the smallest unit; never increases with age.
 */
export function decayWeight(age: bigint, halfLife: bigint): bigint {
  const halvings = age / halfLife;
  if (halvings >= OUTPUT_BITS) return 1n;
  const fraction = ((age % halfLife) << BigInt(STEPS)) / halfLife;
  let weight = ONE;
  for (let step = 0; step < STEPS; step += 1) {
    const root = roots[step];
    if (root === undefined || ((fraction >> BigInt(STEPS - 1 - step)) & 1n) === 0n) continue;
    weight = (weight * root) >> GUARD_BITS;
  }
  const result = weight >> (GUARD_BITS - OUTPUT_BITS + halvings);
  return result === 0n ? 1n : result;
}

function halvingRoots(): readonly bigint[] {
  const found: bigint[] = [];
  let value = ONE >> 1n;
  for (let step = 0; step < STEPS; step += 1) {
    value = integerSquareRoot(value << GUARD_BITS);
    found.push(value);
  }
  return found;
}

/** Newton's method: the largest integer whose square is at most `value` (`value` > 0). */
function integerSquareRoot(value: bigint): bigint {
  let guess = 1n << BigInt(Math.ceil(value.toString(2).length / 2));
  for (;;) {
    const next = (guess + value / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}
