import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  conversionProbability,
  countPaths,
  heuristicShares,
  type MarkovOrder,
  markovShares,
  type PathSet,
  removalEffects,
  shapley,
  shapleyShares,
} from './index.ts';

interface Journey {
  readonly channels: readonly number[];
  readonly conversions: number;
  readonly nulls: number;
}

function pathSet(channelCount: number, journeys: readonly Journey[]): PathSet {
  const offsets = new Uint32Array(journeys.length + 1);
  for (const [index, journey] of journeys.entries()) offsets[index + 1] = (offsets[index] ?? 0) + journey.channels.length;
  return {
    channelCount,
    offsets,
    channels: Uint8Array.from(journeys.flatMap((journey) => [...journey.channels])),
    conversions: Float64Array.from(journeys, (journey) => journey.conversions),
    nulls: Uint32Array.from(journeys, (journey) => journey.nulls),
  };
}

function expectClose(actual: Iterable<number>, expected: readonly number[]): void {
  const values = [...actual];
  expect(values).toHaveLength(expected.length);
  for (const [index, value] of values.entries()) expect(value).toBeCloseTo(expected[index] ?? Number.NaN, 9);
}

const textbook = pathSet(3, [
  { channels: [0, 1, 2], conversions: 1, nulls: 0 },
  { channels: [0], conversions: 0, nulls: 1 },
  { channels: [1, 2], conversions: 0, nulls: 1 },
]);

const [A, B] = [0, 1];
const tiny = pathSet(2, [
  { channels: [A, B, A, B, B, A], conversions: 1, nulls: 0 },
  { channels: [A, B, B, A, A], conversions: 1, nulls: 0 },
  { channels: [A, A], conversions: 1, nulls: 0 },
]);

test('the textbook case', () => {
  const counts = countPaths(textbook);
  expect(conversionProbability(counts)).toBeCloseTo(1 / 3, 12);
  expectClose(removalEffects(counts), [1 / 2, 1, 1]);
  expectClose(markovShares(counts), [1 / 5, 2 / 5, 2 / 5]);
  expectClose(shapleyShares(counts), [1 / 3, 1 / 3, 1 / 3]);
});

test('the tiny case that simulation gets wrong', () => {
  const counts = countPaths(tiny);
  expectClose(removalEffects(counts), [1, 0.5]);
  expectClose(markovShares(counts), [2 / 3, 1 / 3]);
  expectClose(shapleyShares(counts), [2 / 3, 1 / 3]);
  const { first, last, linear } = heuristicShares(tiny);
  expectClose(first, [1, 0]);
  expectClose(last, [1, 0]);
  expectClose(linear, [2.1 / 3, 0.9 / 3]);
});

test('a channel repeated in a row counts once, at every order', () => {
  const long = pathSet(2, [{ channels: [A, A, A, B, B, A], conversions: 2, nulls: 3 }]);
  const short = pathSet(2, [{ channels: [A, B, A], conversions: 2, nulls: 3 }]);
  for (const order of [1, 2, 3] as const) expect(countPaths(long, order)).toEqual(countPaths(short, order));
});

test('memory matters from order 2 on', () => {
  // After A then B all convert, after B alone none does; order 1 cannot tell the two B apart.
  const paths = pathSet(2, [
    { channels: [A, B], conversions: 1, nulls: 0 },
    { channels: [B], conversions: 0, nulls: 1 },
  ]);
  expectClose(removalEffects(countPaths(paths, 1)), [1 / 2, 1]);
  expectClose(removalEffects(countPaths(paths, 2)), [1, 1]);
});

test('nothing converted, nothing seen', () => {
  for (const paths of [
    pathSet(2, []),
    pathSet(2, [{ channels: [A, B], conversions: 0, nulls: 4 }]),
    pathSet(2, [{ channels: [], conversions: 3, nulls: 0 }]),
  ]) {
    const counts = countPaths(paths);
    expect(conversionProbability(counts)).toBe(0);
    for (const shares of [removalEffects(counts), markovShares(counts), shapleyShares(counts), heuristicShares(paths).linear]) {
      expect([...shares]).toEqual([0, 0]);
    }
  }
});

test('arrays that do not fit together are refused', () => {
  expect(() => countPaths({ ...tiny, channelCount: 1 })).toThrow(/channel 1 of 1/);
  expect(() => countPaths({ ...tiny, channelCount: 1 }, 2)).toThrow(/channel 1 of 1/);
  expect(() => heuristicShares({ ...tiny, channelCount: 1 })).toThrow(/channel 1 of 1/);
  expect(() => countPaths({ ...tiny, channelCount: 0 })).toThrow(RangeError);
  expect(() => countPaths({ ...tiny, offsets: new Uint32Array(0) })).toThrow(/offsets/);
  expect(() => countPaths({ ...tiny, offsets: Uint32Array.of(0, 6, 5, 13) })).toThrow(/decrease/);
  expect(() => countPaths({ ...tiny, nulls: new Uint32Array(2) })).toThrow(/one value for each path/);
  expect(() => countPaths({ ...tiny, channelCount: 300 }, 3)).toThrow(/too many/);
});

test('many channels have Markov shares but no sets', () => {
  const counts = countPaths({
    ...pathSet(1, []),
    channelCount: 40,
    offsets: Uint32Array.of(0, 2),
    channels: Uint16Array.of(39, 3),
    conversions: Float64Array.of(2),
    nulls: Float64Array.of(1),
  });
  expect(counts.conversionsBySet).toBeNull();
  expect(() => shapleyShares(counts)).toThrow(/16 channels/);
  const shares = markovShares(counts);
  expect([shares[39], shares[3]]).toEqual([0.5, 0.5]);
});

const channelCount = 4;
const journeys = fc.array(
  fc.record({
    channels: fc.array(fc.nat({ max: channelCount - 1 }), { minLength: 1, maxLength: 7 }),
    conversions: fc.nat({ max: 3 }),
    nulls: fc.nat({ max: 3 }),
  }),
  { minLength: 1, maxLength: 12 },
);
const orders = fc.constantFrom<MarkovOrder>(1, 2, 3);

/** The same chain built on text states and solved by plain value iteration: nothing shared with the code under test. */
function iterate(walked: readonly Journey[], order: MarkovOrder, removed: number): number {
  const moves = new Map<string, Map<string, number>>();
  const add = (from: string, to: string, weight: number) => {
    const row = moves.get(from) ?? new Map<string, number>();
    moves.set(from, row.set(to, (row.get(to) ?? 0) + weight));
  };
  for (const { channels, conversions, nulls } of walked) {
    const distinct = channels.filter((channel, index) => channel !== channels[index - 1]);
    let state = '';
    for (const [index, channel] of distinct.entries()) {
      const next = distinct.slice(Math.max(0, index + 1 - order), index + 1).join('>');
      add(state, channel === removed ? 'lost' : next, conversions + nulls);
      state = next;
    }
    add(state, 'converted', conversions);
    add(state, 'lost', nulls);
  }
  let values = new Map<string, number>([['converted', 1]]);
  for (let round = 0; round < 3000; round += 1) {
    const updated = new Map<string, number>([['converted', 1]]);
    for (const [from, row] of moves) {
      let [total, sum] = [0, 0];
      for (const [to, weight] of row) [total, sum] = [total + weight, sum + weight * (values.get(to) ?? 0)];
      updated.set(from, total === 0 ? 0 : sum / total);
    }
    values = updated;
  }
  return values.get('') ?? 0;
}

test('removal effects are those of the rebuilt chain, and the whole chain converts as the paths did', () => {
  fc.assert(
    fc.property(journeys, orders, (walked, order) => {
      const counts = countPaths(pathSet(channelCount, walked), order);
      const whole = iterate(walked, order, -1);
      expect(conversionProbability(counts)).toBeCloseTo(whole, 8);
      if (whole === 0) return;
      for (const [channel, effect] of removalEffects(counts).entries()) {
        expect(effect).toBeCloseTo(1 - iterate(walked, order, channel) / whole, 8);
      }
    }),
    { numRuns: 40 },
  );
});

test('shares sum to one, merging equal paths changes nothing, an absent channel gets nothing', () => {
  fc.assert(
    fc.property(journeys, orders, (walked, order) => {
      const paths = pathSet(channelCount + 1, walked);
      const counts = countPaths(paths, order);
      const converted = walked.some((journey) => journey.conversions > 0);
      const { first, last, linear } = heuristicShares(paths);
      for (const shares of [markovShares(counts), shapleyShares(counts), first, last, linear]) {
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(converted ? 1 : 0, 9);
        expect(shares.every((share) => share >= 0)).toBe(true);
        expect(shares[channelCount]).toBe(0);
      }
      const split = walked.flatMap((journey) => [
        { ...journey, nulls: 0 },
        { ...journey, conversions: 0 },
      ]);
      expect(countPaths(pathSet(channelCount + 1, split), order)).toEqual(counts);
    }),
  );
});

test('splitting a conversion among the distinct channels is the Shapley value of its game', () => {
  fc.assert(
    fc.property(journeys, (walked) => {
      const worth = new Float64Array(2 ** channelCount);
      for (let set = 0; set < worth.length; set += 1) {
        for (const { channels, conversions } of walked) {
          if (channels.every((channel) => (set & (1 << channel)) !== 0)) worth[set] = (worth[set] ?? 0) + conversions;
        }
      }
      const values = shapley(worth);
      const total = worth.at(-1) ?? 0;
      expectClose(
        shapleyShares(countPaths(pathSet(channelCount, walked))),
        [...values].map((value) => (total === 0 ? 0 : value / total)),
      );
    }),
  );
});

test('the Shapley value of a known game', () => {
  expectClose(shapley(Float64Array.of(0, 4, 2, 9)), [5.5, 3.5]);
  expect([...shapley(Float64Array.of(0))]).toEqual([]);
  expect(() => shapley(new Float64Array(3))).toThrow(RangeError);
  expect(() => shapley(new Float64Array(0))).toThrow(RangeError);
});

const players = 4;
const games = fc.float64Array({ minLength: 2 ** players, maxLength: 2 ** players, min: -1000, max: 1000, noNaN: true });

test('efficiency, symmetry, dummy and additivity: the four properties that define the Shapley value', () => {
  fc.assert(
    fc.property(games, games, (game, other) => {
      const values = shapley(game);
      expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo((game.at(-1) ?? 0) - (game[0] ?? 0), 6);

      const sum = shapley(game.map((worth, set) => worth + (other[set] ?? 0)));
      const otherValues = shapley(other);
      expectClose(
        sum,
        [...values].map((value, player) => value + (otherValues[player] ?? 0)),
      );

      const symmetric = game.map(
        (_, set) => game[(set & ~3) | ((set & 1) === 1 || (set & 2) === 2 ? ((set & 3) === 3 ? 3 : 1) : 0)] ?? 0,
      );
      const [one, two] = shapley(symmetric);
      expect(one).toBeCloseTo(two ?? Number.NaN, 6);

      const withDummy = game.map((_, set) => (game[set & ~8] ?? 0) + ((set & 8) === 8 ? 7 : 0));
      expect(shapley(withDummy)[3]).toBeCloseTo(7, 6);
    }),
  );
});
