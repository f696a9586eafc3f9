/** The middle of the values, or the mean of the two in the middle; NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? Number.NaN) + upper) / 2 : upper;
}

/** One round: what we do and its limit, measured one right after the other. */
export interface Pair {
  readonly value: number;
  readonly limitValue: number;
}

export type Direction = 'more is better' | 'less is better';

export interface Summary extends Pair {
  readonly ratio: number;
}

/**
 * Medians over rounds. The ratio is the median of the rounds' own ratios, so that a machine that grows slower between rounds
 * slows both sides of a pair alike; it may therefore differ a little from the ratio of the medians.
 */
export function summarise(pairs: readonly Pair[], direction: Direction): Summary {
  const ratios = pairs.map(({ value, limitValue }) => (direction === 'more is better' ? value / limitValue : limitValue / value));
  return {
    value: median(pairs.map(({ value }) => value)),
    limitValue: median(pairs.map(({ limitValue }) => limitValue)),
    ratio: median(ratios),
  };
}

/** Two series of the same rounds as pairs. */
export function pairsOf(values: readonly number[], limitValues: readonly number[]): Pair[] {
  if (values.length !== limitValues.length) throw new RangeError('every round measures both sides');
  return values.map((value, round) => ({ value, limitValue: limitValues[round] ?? Number.NaN }));
}
