import { checkPaths, type PathSet } from './paths.ts';

export type MarkovOrder = 1 | 2 | 3;

/** What the models need of a path set, made in one pass. */
export interface PathCounts {
  readonly order: MarkovOrder;
  readonly channelCount: number;
  /**
   * Row-major weights of moves from a state to channel c (column c), conversion (column `channelCount`) or nothing (the last).
   * A state is the last `order` channels in base `channelCount + 1`, each plus one, the newest as the lowest digit; 0 is the start.
   */
  readonly transitions: Float64Array;
  /** Converted weight by set of channels seen, one bit for each; `null` when there are more than 16 channels. */
  readonly conversionsBySet: Float64Array | null;
}

const MAX_SET_CHANNELS = 16;
const MAX_CELLS = 2 ** 22;

/**
 * Counts moves and channel sets in one pass: linear in touches, a few nanoseconds each. A channel repeated in a row counts
 * once. Throws on arrays that do not fit, an unknown channel, and more states than about four million cells hold.
 */
export function countPaths(paths: PathSet, order: MarkovOrder = 1): PathCounts {
  const pathCount = checkPaths(paths);
  const { channelCount } = paths;
  const cells = (channelCount + 1) ** order * (channelCount + 2);
  if (cells > MAX_CELLS) throw new RangeError(`${channelCount} channels are too many for order ${order}`);
  const transitions = new Float64Array(cells);
  const conversionsBySet = channelCount <= MAX_SET_CHANNELS ? new Float64Array(2 ** channelCount) : null;
  if (order === 1) countFirstOrder(paths, pathCount, transitions, conversionsBySet ?? new Float64Array(0));
  else countHigherOrder(paths, pathCount, order, transitions, conversionsBySet ?? new Float64Array(0));
  return { order, channelCount, transitions, conversionsBySet };
}

// A write beyond a typed array is ignored, so an empty `bySet` stands for none.

// The hot loop: no branch but the channel check. Moves from a channel to itself are counted like others, then wiped, which is
// cheaper than looking for them.
function countFirstOrder(paths: PathSet, pathCount: number, transitions: Float64Array, bySet: Float64Array): void {
  const { channelCount, offsets, channels, conversions, nulls } = paths;
  const width = channelCount + 2;
  let touch = 0;
  for (let path = 0; path < pathCount; path += 1) {
    const end = offsets[path + 1] ?? 0;
    if (end < touch) throw new RangeError('offsets must not decrease');
    if (touch === end) continue;
    const converted = conversions[path] ?? 0;
    const lost = nulls[path] ?? 0;
    const weight = converted + lost;
    let row = 0;
    let set = 0;
    for (; touch < end; touch += 1) {
      const channel = channels[touch] ?? 0;
      if (channel >= channelCount) throw new RangeError(`channel ${channel} of ${channelCount}`);
      transitions[row + channel] = (transitions[row + channel] ?? 0) + weight;
      row = (channel + 1) * width;
      set |= 1 << channel;
    }
    transitions[row + channelCount] = (transitions[row + channelCount] ?? 0) + converted;
    transitions[row + channelCount + 1] = (transitions[row + channelCount + 1] ?? 0) + lost;
    bySet[set] = (bySet[set] ?? 0) + converted;
  }
  for (let channel = 0; channel < channelCount; channel += 1) transitions[(channel + 1) * width + channel] = 0;
}

function countHigherOrder(
  paths: PathSet,
  pathCount: number,
  order: MarkovOrder,
  transitions: Float64Array,
  bySet: Float64Array,
): void {
  const { channelCount, offsets, channels, conversions, nulls } = paths;
  const base = channelCount + 1;
  const width = channelCount + 2;
  const kept = base ** (order - 1);
  for (let path = 0; path < pathCount; path += 1) {
    const start = offsets[path] ?? 0;
    const end = offsets[path + 1] ?? 0;
    if (end < start) throw new RangeError('offsets must not decrease');
    if (start === end) continue;
    const converted = conversions[path] ?? 0;
    const lost = nulls[path] ?? 0;
    let state = 0;
    let last = -1;
    let set = 0;
    for (let touch = start; touch < end; touch += 1) {
      const channel = channels[touch] ?? 0;
      if (channel >= channelCount) throw new RangeError(`channel ${channel} of ${channelCount}`);
      if (channel === last) continue;
      transitions[state * width + channel] = (transitions[state * width + channel] ?? 0) + converted + lost;
      state = (state % kept) * base + channel + 1;
      last = channel;
      set |= 1 << channel;
    }
    transitions[state * width + channelCount] = (transitions[state * width + channelCount] ?? 0) + converted;
    transitions[state * width + channelCount + 1] = (transitions[state * width + channelCount + 1] ?? 0) + lost;
    bySet[set] = (bySet[set] ?? 0) + converted;
  }
}
