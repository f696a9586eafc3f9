/** z² of the 95 % interval as an exact fraction: 1.96² = 3.8416. */
const Z2 = { numerator: 38_416n, denominator: 10_000n };

/**
 * The 95 % interval (Wilson) of a rate of `hits` among `trials`, in thousandths, rounded outwards so that it never claims more than it
 * knows. `trials` is at least 1 and `hits` at most `trials`.
 */
export function wilsonPerMille(hits: number, trials: number): { from: number; to: number } {
  // (2k + z² ± z·√(z² + 4k(n−k)/n)) / 2(n + z²), everything over n and z²'s denominator so that one integer root is left.
  const [k, n] = [BigInt(hits), BigInt(trials)];
  const { numerator: z, denominator: d } = Z2;
  const centre = 2n * k * d + z;
  const underRoot = z * (z * n + 4n * k * (n - k) * d) * 1_000_000n;
  const whole = 2n * (n * d + z);
  const spread = squareRoot(underRoot / n);
  const low = (centre * 1000n - spread - 1n) / whole;
  const high = (centre * 1000n + spread + 1n + whole) / whole;
  return { from: Number(low < 0n ? 0n : low), to: Number(high > 1000n ? 1000n : high) };
}

/** The whole part of a square root. */
function squareRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt(Math.ceil(value.toString(2).length / 2));
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
