import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate, allocateByRates, rate } from './index.ts';

const totals = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n });
const weightLists = fc
  .array(fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 20n }), fc.bigInt({ min: 0n, max: 10n ** 12n })), {
    minLength: 1,
    maxLength: 12,
  })
  .filter((weights) => weights.some((weight) => weight > 0n));

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}

test('the missing units go to the largest remainders, ties to the earlier position', () => {
  expect(allocate(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n]);
  expect(allocate(5n, [1n, 1n])).toEqual([3n, 2n]);
  expect(allocate(10n, [1n, 5n, 0n, 3n])).toEqual([1n, 6n, 0n, 3n]);
  expect(allocate(-5n, [1n, 1n])).toEqual([-3n, -2n]);
});

test('the ends of the range', () => {
  expect(allocate(0n, [0n, 0n])).toEqual([0n, 0n]);
  expect(allocate(0n, [])).toEqual([]);
  expect(() => allocate(1n, [0n, 0n])).toThrow(RangeError);
  expect(() => allocate(1n, [])).toThrow(RangeError);
  expect(() => allocate(1n, [2n, -1n])).toThrow(RangeError);
  expect(() => allocate(0n, [2n, -1n])).toThrow(RangeError);
});

test('parts sum to the total, stay within one unit of exact, and keep its sign', () => {
  fc.assert(
    fc.property(totals, weightLists, (total, weights) => {
      const parts = allocate(total, weights);
      const weightSum = sum(weights);
      expect(sum(parts)).toBe(total);
      for (const [position, weight] of weights.entries()) {
        const part = parts[position] ?? 0n;
        const error = part * weightSum - total * weight;
        expect(error < weightSum && error > -weightSum).toBe(true);
        if (weight === 0n) expect(part).toBe(0n);
        expect(part * total >= 0n).toBe(true);
      }
      expect(allocate(-total, weights)).toEqual(parts.map((part) => -part));
    }),
  );
});

test('only the proportions of the weights count', () => {
  fc.assert(
    fc.property(totals, weightLists, fc.bigInt({ min: 1n, max: 1000n }), (total, weights, factor) => {
      expect(
        allocate(
          total,
          weights.map((weight) => weight * factor),
        ),
      ).toEqual(allocate(total, weights));
    }),
  );
});

test('shares of different denominators must make exactly one', () => {
  expect(allocateByRates(100n, [rate(1n, 2n), rate(1n, 3n), rate(1n, 6n)])).toEqual([50n, 33n, 17n]);
  expect(() => allocateByRates(100n, [rate(1n, 2n), rate(1n, 3n)])).toThrow(/sum to one/);
  expect(() => allocateByRates(100n, [rate(3n, 2n), rate(-1n, 2n)])).toThrow(/negative/);
  expect(() => allocateByRates(0n, [])).toThrow(/sum to one/);
});

test('allocating by shares is allocating by the weights they came from', () => {
  fc.assert(
    fc.property(totals, weightLists, (total, weights) => {
      const shares = weights.map((weight) => rate(weight, sum(weights)));
      expect(allocateByRates(total, shares)).toEqual(allocate(total, weights));
    }),
  );
});
