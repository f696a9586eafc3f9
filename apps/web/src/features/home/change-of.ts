/** By how many percent a figure changed, to the whole percent; null where there was nothing before. */
export function percentChange(current: bigint, before: bigint): bigint | null {
  if (before <= 0n) return null;
  const scaled = (current - before) * 200n;
  // Half a percent goes away from zero.
  return (scaled + (scaled < 0n ? -before : before)) / (before * 2n);
}

/** What part of a whole, in tenths of a percent; null of nothing. */
export function perMille(part: number, whole: number): bigint | null {
  if (whole <= 0) return null;
  return (BigInt(part) * 2000n + BigInt(whole)) / (BigInt(whole) * 2n);
}
