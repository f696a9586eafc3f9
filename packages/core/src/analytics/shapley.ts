import type { PathCounts } from './count-paths.ts';
import { sharesOf } from './shares.ts';

/**
 * Each channel's Shapley value in the game where a set of channels is worth the conversions of the paths that saw no other, as
 * shares of one. Exact: in that game a conversion is split equally among the distinct channels of its path. All zero when
 * nothing converted. Throws when the counts hold no sets (more than 16 channels).
 */
export function shapleyShares(counts: PathCounts): Float64Array {
  const { conversionsBySet, channelCount } = counts;
  if (conversionsBySet === null) throw new RangeError('Shapley values need at most 16 channels');
  const values = new Float64Array(channelCount);
  for (let set = 1; set < conversionsBySet.length; set += 1) {
    const conversions = conversionsBySet[set] ?? 0;
    if (conversions === 0) continue;
    const part = conversions / countBits(set);
    for (let player = 0; player < channelCount; player += 1) {
      if ((set & (1 << player)) !== 0) values[player] = (values[player] ?? 0) + part;
    }
  }
  return sharesOf(values);
}

/**
 * The Shapley values of any game: `values[mask]` is the worth of the set of players in `mask`, for all 2^n sets. They sum to
 * `values[2^n − 1] − values[0]`. Exact, in n × 2^n steps. Throws when the length is not a power of two, or above 2^24.
 */
export function shapley(values: Float64Array): Float64Array {
  const players = 31 - Math.clz32(values.length);
  if (values.length !== 2 ** players || players > 24) throw new RangeError('one value is needed for each of the 2^n sets');
  // s! (n − s − 1)! / n!, the part of the orders in which exactly a given set of s players comes before the one looked at.
  const weights = new Float64Array(players);
  let choices = 1;
  for (let size = 0; size < players; size += 1) {
    weights[size] = 1 / (players * choices);
    choices = (choices * (players - 1 - size)) / (size + 1);
  }
  const result = new Float64Array(players);
  for (let set = 0; set < values.length; set += 1) {
    const weight = weights[countBits(set)] ?? 0;
    const without = values[set] ?? 0;
    for (let player = 0; player < players; player += 1) {
      const bit = 1 << player;
      if ((set & bit) === 0) result[player] = (result[player] ?? 0) + weight * ((values[set | bit] ?? 0) - without);
    }
  }
  return result;
}

function countBits(set: number): number {
  let bits = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) bits += 1;
  return bits;
}
