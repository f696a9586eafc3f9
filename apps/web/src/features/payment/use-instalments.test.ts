import { expect, test } from 'vitest';
import { leftToSpread, nextInstalment } from './use-instalments.ts';

const spread = { currency: 'EUR', language: 'fr', today: '2027-01-31' } as const;

test('what is left follows what is typed, and each new row takes all of it, a month later', () => {
  const first = nextInstalment(0, 10_000, [], spread);
  expect(first).toEqual({ key: 0, dueOn: '2027-02-28', amount: '100,00' });
  expect(leftToSpread(10_000, [first], spread)).toBe(0);
  const typed = [{ ...first, dueOn: '2027-03-31', amount: '40,5' }];
  expect(leftToSpread(10_000, typed, spread)).toBe(5950);
  expect(nextInstalment(1, 10_000, typed, spread)).toEqual({ key: 1, dueOn: '2027-04-30', amount: '59,50' });
  expect(leftToSpread(10_000, [{ ...first, amount: '120' }], spread)).toBe(-2000);
  expect(nextInstalment(1, 10_000, [first], spread).amount).toBe('');
  expect(leftToSpread(10_000, [{ ...first, amount: 'x' }], spread)).toBe(null);
  expect(leftToSpread(10_000, [{ ...first, amount: ' ' }], spread)).toBe(10_000);
});
