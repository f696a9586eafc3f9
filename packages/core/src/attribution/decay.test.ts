import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decayWeight } from './decay.ts';

const UNIT = 1n << 32n;

test('halves exactly at every half-life, down to one', () => {
  for (let halvings = 0n; halvings <= 32n; halvings += 1n) {
    expect(decayWeight(halvings * 7n, 7n)).toBe(UNIT >> halvings);
  }
  expect(decayWeight(1_000_000n, 7n)).toBe(1n);
});

test('is within one unit of 2^32 · 2^-(age/halfLife)', () => {
  const age = fc.integer({ min: 0, max: 31_000_000 });
  fc.assert(
    fc.property(age, (milliseconds) => {
      const exact = 2 ** 32 * 2 ** -(milliseconds / 1_000_000);
      expect(Math.abs(Number(decayWeight(BigInt(milliseconds), 1_000_000n)) - exact)).toBeLessThanOrEqual(1.001);
    }),
  );
});

test('never increases with age', () => {
  const age = fc.bigInt({ min: 0n, max: 10n ** 11n });
  const halfLife = fc.bigInt({ min: 1n, max: 10n ** 10n });
  fc.assert(
    fc.property(age, fc.bigInt({ min: 0n, max: 1000n }), halfLife, (younger, more, life) => {
      expect(decayWeight(younger + more, life) <= decayWeight(younger, life)).toBe(true);
    }),
  );
});
