import { describe, expect, test } from 'vitest';
import { rate } from '../money/index.ts';
import { compilePlan } from '../plan/compile-plan.ts';
import { computeRewards } from './compute-rewards.ts';
import { eventOf, explain, fixedRule, lineOf, NOON, paid, percentRule, planOf, saleOf, verdicts } from './scenario.ts';

const MONTH = 31 * 86_400_000;

describe('a percentage', () => {
  test('is of each credited line, rounded half away from zero, with the exact inputs', () => {
    const outcome = explain(planOf([percentRule('base', '12.5%')]), saleOf([lineOf(100), lineOf(10_003, { credited: 5_002 })]));
    expect(outcome.rewards).toEqual([
      {
        ruleId: 'base',
        clause: '1',
        lineId: 'line-100',
        currency: 'EUR',
        base: 100n,
        amount: 13n,
        arithmetic: { kind: 'percent', base: '100', rate: '1/8' },
        cap: null,
      },
      {
        ruleId: 'base',
        clause: '1',
        lineId: 'line-10003',
        currency: 'EUR',
        base: 5002n,
        amount: 625n,
        arithmetic: { kind: 'percent', base: '5002', rate: '1/8' },
        cap: null,
      },
    ]);
    expect(outcome).toMatchObject({ unpaid: null, counters: [], verdicts: [{ ruleId: 'base', verdict: 'paid' }] });
  });

  test('pays in the currency of the order', () => {
    expect(paid(explain(planOf([percentRule('base', '10%')]), saleOf([lineOf(999)], { currency: 'JPY' })))).toEqual([
      'base line-999 100 JPY',
    ]);
  });

  test('of nothing is said to be zero', () => {
    const outcome = explain(planOf([percentRule('base', '1%')]), saleOf([lineOf(0), lineOf(49)]));
    expect(outcome).toMatchObject({ rewards: [], unpaid: 'amount_is_zero' });
    expect(verdicts(outcome)).toEqual({ base: 'zero' });
  });
});

describe('a fixed amount', () => {
  test('is paid once an order, times the share', () => {
    const context = saleOf([lineOf(100, { credited: 33 }), lineOf(200, { credited: 67 })], { share: rate(1n, 3n) });
    const [reward] = explain(planOf([fixedRule('fee', 5_000)]), context).rewards;
    expect(reward).toMatchObject({
      lineId: null,
      base: 100n,
      amount: 1667n,
      arithmetic: { kind: 'fixed', amount: '5000', share: '1/3' },
    });
  });

  test.each(['click', 'lead', 'qualified_lead', 'referral'] as const)('answers its own event only: %s', (event) => {
    const document = planOf([fixedRule('fee', 150, { on: event })]);
    expect(paid(explain(document, eventOf(event)))).toEqual(['fee order 150 EUR']);
    expect(explain(document, saleOf())).toMatchObject({ rewards: [], verdicts: [], unpaid: 'no_rule_for_event' });
  });

  test('in a unit that is not money is paid in it', () => {
    const document = planOf([{ id: 'gift', on: 'lead', reward: { kind: 'fixed', amount: 50, unit: 'points' } }]);
    expect(paid(explain(document, eventOf('lead')))).toEqual(['gift order 50 points']);
  });

  test('of an order in another currency stays in the currency of the plan', () => {
    expect(paid(explain(planOf([fixedRule('fee', 5_000)]), saleOf(undefined, { currency: 'USD' })))).toEqual([
      'fee order 5000 EUR',
    ]);
  });
});

test('an amount per unit counts the quantity and the share, rounded once', () => {
  const document = planOf([{ id: 'unit', on: 'sale', reward: { kind: 'per_unit', amount: 25 } }]);
  const [reward] = explain(document, saleOf([lineOf(900, { quantity: 3 })], { share: rate(2n, 3n) })).rewards;
  expect(reward).toMatchObject({
    lineId: 'line-900',
    amount: 50n,
    arithmetic: { kind: 'per_unit', amount: '25', quantity: 3, share: '2/3' },
  });
});

describe('conditions', () => {
  const french = percentRule('french', '10%', { when: { field: 'customer.country', op: 'eq', value: 'FR' } });

  test('that hold for one line pay that line', () => {
    const books = percentRule('books', '10%', { when: { field: 'line.category', op: 'eq', value: 'book' } });
    const lines = [lineOf(1_000, { category: 'book' }), lineOf(2_000, { category: 'food' })];
    expect(paid(explain(planOf([books]), saleOf(lines)))).toEqual(['books line-1000 100 EUR']);
  });

  test('that need missing data are unknown, and the verdict names the field', () => {
    const outcome = explain(planOf([french]), saleOf());
    expect(outcome).toMatchObject({
      rewards: [],
      unpaid: 'no_rule_matched',
      verdicts: [{ ruleId: 'french', verdict: 'unknown', fields: ['customer.country'] }],
    });
  });

  test('that fail name the test that failed', () => {
    const outcome = explain(planOf([french]), saleOf(undefined, { customer: { country: 'DE' } }));
    expect(outcome.verdicts).toEqual([
      { enrollmentId: 'enr_a', ruleId: 'french', verdict: 'not_matched', fields: ['customer.country'] },
    ]);
  });

  test('of an order-wide rule hold as soon as one line meets them', () => {
    const fee = fixedRule('fee', 500, { when: { not: { field: 'line.category', op: 'eq', value: 'food' } } });
    const food = lineOf(1_000, { category: 'food' });
    expect(paid(explain(planOf([fee]), saleOf([food, lineOf(2_000, { category: 'book' })])))).toEqual(['fee order 500 EUR']);
    expect(verdicts(explain(planOf([fee]), saleOf([food])))).toEqual({ fee: 'not_matched' });
    expect(verdicts(explain(planOf([fee]), saleOf([food, lineOf(2_000)])))).toEqual({ fee: 'unknown' });
    expect(verdicts(explain(planOf([fee]), saleOf([])))).toEqual({ fee: 'unknown' });
  });

  test('on the totals of the partner read them before this event, and the event moves them', () => {
    const loyal = percentRule('loyal', '10%', { when: { field: 'partner.revenue', op: 'gte', value: 50_000 } });
    const counter = (key: string): bigint => (key === 'v|enr_a|revenue|EUR|ever' ? 49_999n : 0n);
    const outcome = explain(planOf([loyal]), saleOf([lineOf(10_000)], { counter }));
    expect(verdicts(outcome)).toEqual({ loyal: 'not_matched' });
    expect(outcome.counters).toEqual([{ key: 'v|enr_a|revenue|EUR|ever', delta: 10_000n }]);
    expect(outcome.inputs).toEqual({ 'v|enr_a|revenue|EUR|ever': '49999' });
  });
});

describe('a duration', () => {
  const limited = percentRule('limited', '10%', { duration: { months: 2, payments: 3 } });

  test('runs from the first payment', () => {
    const first = saleOf(undefined, { customer: { payments: 0, firstPaymentAt: null } });
    const later = saleOf(undefined, { customer: { payments: 2, firstPaymentAt: NOON - MONTH } });
    expect(paid(explain(planOf([limited]), first))).toHaveLength(1);
    expect(paid(explain(planOf([limited]), later))).toHaveLength(1);
  });

  test('ends after its months or its payments, whichever comes first, and says so', () => {
    const afterMonths = saleOf(undefined, { customer: { payments: 1, firstPaymentAt: NOON - 2 * MONTH } });
    const afterPayments = saleOf(undefined, { customer: { payments: 3, firstPaymentAt: NOON - 1 } });
    for (const context of [afterMonths, afterPayments]) {
      const outcome = explain(planOf([limited]), context);
      expect(outcome).toMatchObject({ rewards: [], unpaid: 'duration_over', verdicts: [{ verdict: 'duration_over' }] });
      expect(outcome.inputs['customer.payments']).toBe(String(context.customer.payments));
    }
  });
});

test('without a trace the amounts are the same and nothing is explained', () => {
  const document = planOf([percentRule('base', '12.5%')]);
  const plain = computeRewards(compilePlan(document), saleOf(), { trace: false });
  const traced = computeRewards(compilePlan(document), saleOf(), { trace: true });
  expect(plain.rewards).toEqual(traced.rewards);
  expect(plain.verdicts).toEqual([]);
  const nothing = computeRewards(compilePlan(document), saleOf([lineOf(0)]), { trace: false });
  expect(nothing).toMatchObject({ rewards: [], unpaid: 'amount_is_zero' });
  const capped = compilePlan({ ...document, caps: [{ scope: 'partner', period: 'ever', amount: 7 }] });
  expect(paid(computeRewards(capped, saleOf(), { trace: false }))).toEqual(['base line-10000 7 EUR']);
});

test('a quantity that is not whole is a broken invariant', () => {
  const document = planOf([{ id: 'unit', on: 'sale', reward: { kind: 'per_unit', amount: 25 } }]);
  expect(() => explain(document, saleOf([lineOf(900, { quantity: 1.5 })]))).toThrow('whole number');
});
