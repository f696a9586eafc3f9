import { expect, test } from 'vitest';
import { perMille, percentChange } from './change-of.ts';

test('a change is told in whole percents, half of one away from zero', () => {
  expect(percentChange(150n, 100n)).toBe(50n);
  expect(percentChange(0n, 80n)).toBe(-100n);
  expect(percentChange(201n, 200n)).toBe(1n);
  expect(percentChange(199n, 200n)).toBe(-1n);
  expect(percentChange(2009n, 2000n)).toBe(0n);
});

test('of nothing there is neither change nor part', () => {
  expect(percentChange(5n, 0n)).toBeNull();
  expect(percentChange(5n, -3n)).toBeNull();
  expect(perMille(3, 0)).toBeNull();
  expect(perMille(1, 3)).toBe(333n);
  expect(perMille(2, 3)).toBe(667n);
});
