import { countPaths, markovShares, shapleyShares, type PathSet } from '@cordee/core/analytics';
import type { Bench, Measurement } from './measurement.ts';
import { inTurn, secondsOf } from './rounds.ts';
import { mix } from './stage/sales.ts';
import { summarise } from './statistics.ts';

const NAME = 'attribution-models';
const CHANNELS = 12;

/** Markov and Shapley over many journeys, beside one pass that does nothing but count moves. */
export const attributionModels: Bench = {
  name: NAME,
  goal: 0.3,
  async run({ scale }): Promise<Measurement[]> {
    const paths = journeys(scale.paths);
    const ours = async () => {
      const counts = countPaths(paths);
      return markovShares(counts).length + shapleyShares(counts).length;
    };
    const counting = async () => countMoves(paths);
    for (let warm = 0; warm < 3; warm += 1) {
      await ours();
      await counting();
    }
    const pairs = await inTurn(
      scale.rounds * 3,
      async () => scale.paths / (await secondsOf(ours)),
      async () => scale.paths / (await secondsOf(counting)),
    );
    return [{ name: NAME, unit: 'paths/s', limit: 'counting moves', goal: 0.3, ...summarise(pairs, 'more is better') }];
  },
};

/** Four or five touches each; some channels are met far more often; one journey in eight converts. */
function journeys(count: number): PathSet {
  const offsets = new Uint32Array(count + 1);
  const conversions = new Float64Array(count);
  const nulls = new Float64Array(count);
  for (let path = 0; path < count; path += 1) {
    const dice = mix(path);
    offsets[path + 1] = (offsets[path] ?? 0) + 1 + (dice % 8);
    conversions[path] = dice % 64 < 8 ? 1 : 0;
    nulls[path] = dice % 64 < 8 ? 0 : 1;
  }
  const channels = new Uint8Array(offsets[count] ?? 0);
  for (let touch = 0; touch < channels.length; touch += 1) {
    const share = mix(touch + 0x2c1b) / 2 ** 32;
    channels[touch] = Math.floor(share * share * CHANNELS);
  }
  return { channelCount: CHANNELS, offsets, channels, conversions, nulls };
}

/** The moves from start, through channels, to conversion or nothing. */
function countMoves({ channelCount, offsets, channels, conversions, nulls }: PathSet): Float64Array {
  const width = channelCount + 2;
  const moves = new Float64Array((channelCount + 1) * width);
  let touch = 0;
  for (let path = 0; path + 1 < offsets.length; path += 1) {
    const end = offsets[path + 1] ?? 0;
    const converted = conversions[path] ?? 0;
    const lost = nulls[path] ?? 0;
    let row = 0;
    for (; touch < end; touch += 1) {
      const channel = channels[touch] ?? 0;
      const cell = row + channel;
      moves[cell] = (moves[cell] ?? 0) + converted + lost;
      row = (channel + 1) * width;
    }
    moves[row + channelCount] = (moves[row + channelCount] ?? 0) + converted;
    moves[row + channelCount + 1] = (moves[row + channelCount + 1] ?? 0) + lost;
  }
  return moves;
}
