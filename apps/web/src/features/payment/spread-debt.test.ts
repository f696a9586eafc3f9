import { expect, test } from 'vitest';
import { spreadDebt } from './spread-debt.ts';

test('a debt over some months adds up to the cent, and keeps to the ends of months', () => {
  expect(spreadDebt(10_000, 3, '2027-01-31')).toEqual([
    { dueOn: '2027-01-31', amount: 3334 },
    { dueOn: '2027-02-28', amount: 3333 },
    { dueOn: '2027-03-31', amount: 3333 },
  ]);
  expect(spreadDebt(2, 6, '2027-01-31')).toHaveLength(2);
  expect(spreadDebt(0, 3, '2027-01-31')).toEqual([]);
});
