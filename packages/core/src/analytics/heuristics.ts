import { checkPaths, type PathSet } from './paths.ts';
import { sharesOf } from './shares.ts';

/** Shares of conversions by the usual rules of thumb; each sums to one, or is all zero when nothing converted. */
export interface HeuristicShares {
  readonly first: Float64Array;
  readonly last: Float64Array;
  /** Equal parts by touch, a repeated channel counting each time. */
  readonly linear: Float64Array;
}

/** First touch, last touch and linear attribution of the same paths, to set beside Markov and Shapley. */
export function heuristicShares(paths: PathSet): HeuristicShares {
  const pathCount = checkPaths(paths);
  const { channelCount, offsets, channels, conversions } = paths;
  const first = new Float64Array(channelCount);
  const last = new Float64Array(channelCount);
  const linear = new Float64Array(channelCount);
  for (let path = 0; path < pathCount; path += 1) {
    const start = offsets[path] ?? 0;
    const end = offsets[path + 1] ?? 0;
    const converted = conversions[path] ?? 0;
    if (start === end || converted === 0) continue;
    const part = converted / (end - start);
    for (let touch = start; touch < end; touch += 1) add(linear, channels[touch] ?? 0, part);
    add(first, channels[start] ?? 0, converted);
    add(last, channels[end - 1] ?? 0, converted);
  }
  return { first: sharesOf(first), last: sharesOf(last), linear: sharesOf(linear) };
}

function add(values: Float64Array, channel: number, amount: number): void {
  const value = values[channel];
  if (value === undefined) throw new RangeError(`channel ${channel} of ${values.length}`);
  values[channel] = value + amount;
}
