import type { PathCounts } from './count-paths.ts';
import { sharesOf } from './shares.ts';

/**
 * The part of conversions that would be lost without each channel, 0 to 1: the chain is rebuilt with every visit of the channel
 * ending in nothing (Anderl et al., 2016). Solved exactly for each channel, never simulated. All zero when nothing converted.
 * Cubic in the states seen: milliseconds at orders 1 and 2; at order 3 about a second for 12 channels, twenty for 16.
 */
export function removalEffects(counts: PathCounts): Float64Array {
  const effects = new Float64Array(counts.channelCount);
  const whole = conversionProbability(counts);
  if (whole === 0) return effects;
  const { chain, groups } = chainOf(counts);
  measureRemovals(chain, groups, (channel, probability) => {
    effects[channel] = Math.max(0, 1 - probability / whole);
  });
  return effects;
}

/** Removal effects scaled to sum to one; all zero when nothing converted. */
export function markovShares(counts: PathCounts): Float64Array {
  return sharesOf(removalEffects(counts));
}

/**
 * The chain's probability of conversion. As its moves are counted from whole paths, what enters a state leaves it, and this is
 * simply the converted part of the paths. 0 for no path.
 */
export function conversionProbability(counts: PathCounts): number {
  const { transitions, channelCount } = counts;
  const width = channelCount + 2;
  let converted = 0;
  let lost = 0;
  for (let row = 0; row < transitions.length; row += width) {
    converted += transitions[row + channelCount] ?? 0;
    lost += transitions[row + channelCount + 1] ?? 0;
  }
  return converted === 0 ? 0 : converted / (converted + lost);
}

/** Weighted moves between `size` states: row by row, to conversion, to nothing, then to each state. State 0 is the start. */
interface Chain {
  readonly size: number;
  readonly moves: Float64Array;
}

/** The states whose newest channel is `channel`, next to each other. */
interface Group {
  readonly channel: number;
  readonly size: number;
}

function chainOf(counts: PathCounts): { chain: Chain; groups: Group[] } {
  const { transitions, channelCount, order } = counts;
  const base = channelCount + 1;
  const width = channelCount + 2;
  const kept = base ** (order - 1);
  const states = [0];
  const groups: Group[] = [];
  for (let channel = 0; channel < channelCount; channel += 1) {
    const before = states.length;
    for (let state = channel + 1; state * width < transitions.length; state += base) {
      if (transitions.subarray(state * width, (state + 1) * width).some((weight) => weight > 0)) states.push(state);
    }
    if (states.length > before) groups.push({ channel, size: states.length - before });
  }

  const positions = new Map(states.map((state, position) => [state, position]));
  const size = states.length;
  const moves = new Float64Array(size * (size + 2));
  for (const [position, state] of states.entries()) {
    const row = position * (size + 2);
    moves[row] = transitions[state * width + channelCount] ?? 0;
    moves[row + 1] = transitions[state * width + channelCount + 1] ?? 0;
    for (let channel = 0; channel < channelCount; channel += 1) {
      const next = positions.get((state % kept) * base + channel + 1);
      if (next !== undefined) moves[row + 2 + next] = transitions[state * width + channel] ?? 0;
    }
  }
  return { chain: { size, moves }, groups };
}

// Without channel c, all that enters a state of c is lost; so eliminate every other state and look at what the start still does.
// Halving the groups shares the elimination: all channels together cost about two solutions, not one for each.
function measureRemovals(chain: Chain, groups: readonly Group[], found: (channel: number, probability: number) => void): void {
  const [first] = groups;
  if (first === undefined) return;
  if (groups.length === 1) {
    const total = chain.moves.subarray(0, chain.size + 2).reduce((sum, weight) => sum + weight, 0);
    found(first.channel, (chain.moves[0] ?? 0) / total);
    return;
  }
  const middle = groups.length >> 1;
  const left = groups.slice(0, middle);
  const right = groups.slice(middle);
  const leftSize = left.reduce((sum, group) => sum + group.size, 0);
  measureRemovals(reduce(chain, 1, leftSize), left, found);
  measureRemovals(reduce(chain, 1 + leftSize, chain.size - 1 - leftSize), right, found);
}

/** The same chain seen only at its start and at the `count` states from `from` on. */
function reduce(chain: Chain, from: number, count: number): Chain {
  const { size } = chain;
  const kept = range(from, count);
  const order = [0, ...kept, ...range(1, from - 1), ...range(from + count, size - from - count)];
  const { moves } = permuted(chain, order);
  const width = size + 2;
  for (let state = size - 1; state > count; state -= 1) eliminate(moves, width, state);

  const reduced = new Float64Array((count + 1) * (count + 3));
  for (let row = 0; row <= count; row += 1) {
    reduced.set(moves.subarray(row * width, row * width + count + 3), row * (count + 3));
  }
  return { size: count + 1, moves: reduced };
}

// Grassmann, Taksar and Heyman (1985): what enters the last state is handed on in proportion to what leaves it. Nothing is ever
// subtracted, so no digit is lost however rarely a loop is left. Moves of a state to itself do not matter and are skipped.
function eliminate(moves: Float64Array, width: number, state: number): void {
  const from = state * width;
  const end = state + 2;
  let leaving = 0;
  for (let column = 0; column < end; column += 1) leaving += moves[from + column] ?? 0;
  if (leaving === 0) return;
  for (let row = 0; row < state * width; row += width) {
    const entering = moves[row + end] ?? 0;
    if (entering === 0) continue;
    const factor = entering / leaving;
    for (let column = 0; column < end; column += 1) {
      moves[row + column] = (moves[row + column] ?? 0) + factor * (moves[from + column] ?? 0);
    }
  }
}

function permuted(chain: Chain, order: readonly number[]): Chain {
  const width = chain.size + 2;
  const moves = new Float64Array(chain.moves.length);
  for (const [row, oldRow] of order.entries()) {
    moves[row * width] = chain.moves[oldRow * width] ?? 0;
    moves[row * width + 1] = chain.moves[oldRow * width + 1] ?? 0;
    for (const [column, oldColumn] of order.entries()) {
      moves[row * width + 2 + column] = chain.moves[oldRow * width + 2 + oldColumn] ?? 0;
    }
  }
  return { size: chain.size, moves };
}

function range(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + index);
}
