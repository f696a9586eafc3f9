import { expect, test } from 'vitest';
import { nextPayable } from './next-payable.ts';

test('the first day of each currency, with all that becomes payable on it less what was taken back', () => {
  const one = (currency: string, amount: number, payableOn: string, reversed = 0) => ({ currency, amount, payableOn, reversed });
  expect(
    nextPayable([
      one('EUR', 500, '2026-12-23'),
      one('EUR', 300, '2026-12-20'),
      one('CHF', 40, '2027-01-02'),
      one('EUR', 250, '2026-12-20', 50),
    ]),
  ).toEqual([
    { currency: 'EUR', amount: 500n, day: '2026-12-20' },
    { currency: 'CHF', amount: 40n, day: '2027-01-02' },
  ]);
  expect(nextPayable([])).toEqual([]);
});
