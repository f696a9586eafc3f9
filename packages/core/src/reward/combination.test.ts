import { describe, expect, test } from 'vitest';
import type { RewardRule } from '../plan/plan.ts';
import { explain, fixedRule, lineOf, paid, percentRule, planOf, saleOf, verdicts } from './scenario.ts';

const never = { field: 'customer.country', op: 'eq', value: 'DE' } as const;
const books = { field: 'line.category', op: 'eq', value: 'book' } as const;
const points = (id: string, amount: number): RewardRule => ({
  id,
  on: 'sale',
  reward: { kind: 'fixed', amount, unit: 'points' },
});

describe('best', () => {
  const combination = 'best' as const;

  test('compares resulting money, not the numbers of different units', () => {
    // 50.00 fixed against 30 % of 500.00: the fixed number 5000 is larger than 30, the money is smaller.
    const outcome = explain(
      planOf([fixedRule('flat', 5_000), percentRule('rate', '30%')], { combination }),
      saleOf([lineOf(50_000)]),
    );
    expect(paid(outcome)).toEqual(['rate line-50000 15000 EUR']);
    expect(verdicts(outcome)).toEqual({ flat: 'lower', rate: 'paid' });
  });

  test('keeps the best of each line, then weighs the order against their total', () => {
    const rules = [percentRule('books', '20%', { when: books }), percentRule('all', '10%')];
    const lines = [lineOf(1_000, { category: 'book' }), lineOf(2_000, { category: 'food' })];
    const linesWin = explain(planOf([...rules, fixedRule('flat', 399)], { combination }), saleOf(lines));
    expect(paid(linesWin)).toEqual(['books line-1000 200 EUR', 'all line-2000 200 EUR']);
    expect(verdicts(linesWin)).toEqual({ books: 'paid', all: 'paid', flat: 'lower' });
    const orderWins = explain(planOf([...rules, fixedRule('flat', 401)], { combination }), saleOf(lines));
    expect(paid(orderWins)).toEqual(['flat order 401 EUR']);
    expect(verdicts(orderWins)).toEqual({ books: 'lower', all: 'lower', flat: 'paid' });
  });

  test('gives a tie to the earlier clause', () => {
    const tie = [percentRule('a', '10%'), percentRule('b', '10%'), fixedRule('c', 1_000)];
    expect(paid(explain(planOf(tie, { combination }), saleOf()))).toEqual(['a line-10000 1000 EUR']);
    expect(paid(explain(planOf(tie.toReversed(), { combination }), saleOf()))).toEqual(['c order 1000 EUR']);
  });

  test('cannot compare two currencies: the earlier clause wins', () => {
    const inDollars = saleOf([lineOf(10_000)], { currency: 'USD' });
    const rate = percentRule('rate', '1%');
    const flat = fixedRule('flat', 99_999);
    const rateFirst = explain(planOf([rate, flat], { combination }), inDollars);
    expect(paid(rateFirst)).toEqual(['rate line-10000 100 USD']);
    expect(verdicts(rateFirst)).toEqual({ rate: 'paid', flat: 'earlier_rule' });
    expect(paid(explain(planOf([flat, rate], { combination }), inDollars))).toEqual(['flat order 99999 EUR']);
  });

  test('nor on one line, nor does a clause that pays nothing yet stand in the way', () => {
    const inDollars = saleOf([lineOf(10_000)], { currency: 'USD' });
    const perUnit: RewardRule = { id: 'unit', on: 'sale', reward: { kind: 'per_unit', amount: 99_999 } };
    expect(paid(explain(planOf([percentRule('rate', '1%'), perUnit], { combination }), inDollars))).toEqual([
      'rate line-10000 100 USD',
    ]);
    const idle = percentRule('idle', '0%', {
      tiers: { measure: 'revenue', period: 'month', mode: 'retroactive', steps: [{ from: 0, rate: '0%' }] },
    });
    expect(paid(explain(planOf([idle, perUnit], { combination }), inDollars))).toEqual(['unit line-10000 99999 EUR']);
    expect(paid(explain(planOf([idle, fixedRule('flat', 5)], { combination }), inDollars))).toEqual(['flat order 5 EUR']);
  });

  test('adds the best of each unit to the money', () => {
    const outcome = explain(planOf([points('p1', 10), percentRule('rate', '1%'), points('p2', 30)], { combination }), saleOf());
    expect(paid(outcome)).toEqual(['rate line-10000 100 EUR', 'p2 order 30 points']);
    expect(verdicts(outcome)).toEqual({ p1: 'lower', rate: 'paid', p2: 'paid' });
  });

  test('gives back what a retroactive rule took when the order wins', () => {
    const retroactive = percentRule('retro', '10%', {
      tiers: { measure: 'revenue', period: 'month', mode: 'retroactive', steps: [{ from: 0, rate: '10%' }] },
    });
    const outcome = explain(planOf([retroactive, fixedRule('flat', 5_000)], { combination }), saleOf());
    expect(paid(outcome)).toEqual(['flat order 5000 EUR']);
    expect(outcome.counters.map(({ key }) => key)).toEqual(['v|enr_a|revenue|EUR|2026-11']);
  });
});

describe('first', () => {
  const combination = 'first' as const;

  test('pays each line under its earliest clause', () => {
    const rules = [
      percentRule('never', '90%', { when: never }),
      percentRule('books', '20%', { when: books }),
      percentRule('all', '10%'),
    ];
    const lines = [lineOf(1_000, { category: 'book' }), lineOf(2_000, { category: 'food' })];
    const outcome = explain(planOf([...rules, fixedRule('flat', 9_000)], { combination }), saleOf(lines));
    expect(paid(outcome)).toEqual(['books line-1000 200 EUR', 'all line-2000 200 EUR']);
    expect(verdicts(outcome)).toEqual({ never: 'unknown', books: 'paid', all: 'paid', flat: 'earlier_rule' });
  });

  test('gives the order to an order-wide clause that comes first', () => {
    const outcome = explain(planOf([fixedRule('flat', 1), percentRule('all', '10%')], { combination }), saleOf());
    expect(paid(outcome)).toEqual(['flat order 1 EUR']);
    expect(verdicts(outcome)).toEqual({ flat: 'paid', all: 'earlier_rule' });
  });

  test('falls to an order-wide clause when no line matched', () => {
    const outcome = explain(
      planOf([percentRule('never', '90%', { when: never }), fixedRule('flat', 700)], { combination }),
      saleOf(),
    );
    expect(paid(outcome)).toEqual(['flat order 700 EUR']);
  });

  test('stops at a clause that pays nothing: it excludes what it names', () => {
    const outcome = explain(
      planOf([percentRule('excluded', '0%', { when: books }), percentRule('all', '10%')], { combination }),
      saleOf([lineOf(1_000, { category: 'book' })]),
    );
    expect(outcome).toMatchObject({ rewards: [], unpaid: 'amount_is_zero' });
    expect(verdicts(outcome)).toEqual({ excluded: 'zero', all: 'earlier_rule' });
  });
});

test('sum pays every clause that matches, by line and then for the order', () => {
  const outcome = explain(planOf([fixedRule('flat', 50), percentRule('a', '10%'), percentRule('b', '1%')]), saleOf());
  expect(paid(outcome)).toEqual(['a line-10000 1000 EUR', 'b line-10000 100 EUR', 'flat order 50 EUR']);
});
