import { describe, expect, test } from 'vitest';
import { rate } from '../money/index.ts';
import type { RewardRule, Tiers } from '../plan/plan.ts';
import { eventOf, explain, fixedRule, inOrder, lineOf, NOON, paid, percentRule, planOf, saleOf } from './scenario.ts';

const steps = [
  { from: 0, rate: '10%' },
  { from: 1_000, rate: '20%' },
  { from: 3_000, rate: '30%' },
];

function tiered(mode: Tiers['mode'], measure: Tiers['measure'] = 'revenue', changes: Partial<RewardRule> = {}): RewardRule {
  return percentRule('tiered', '10%', { tiers: { measure, period: 'month', mode, steps }, ...changes });
}

const monthKey = 'v|enr_a|revenue|EUR|2026-11';

describe('marginal tiers', () => {
  test('cut a line at each step it crosses, and round once', () => {
    const outcome = explain(
      planOf([tiered('marginal')]),
      saleOf([lineOf(3_005)], { counter: (key) => (key === monthKey ? 995n : 0n) }),
    );
    // 5 × 10 % + 2000 × 20 % + 1000 × 30 % = 0.5 + 400 + 300
    expect(outcome.rewards[0]).toMatchObject({
      amount: 701n,
      arithmetic: {
        kind: 'tiers',
        mode: 'marginal',
        measure: 'revenue',
        volumeBefore: '995',
        slices: [
          { from: '0', volume: '5', rate: '1/10' },
          { from: '1000', volume: '2000', rate: '1/5' },
          { from: '3000', volume: '1000', rate: '3/10' },
        ],
      },
    });
    expect(outcome.counters).toEqual([{ key: monthKey, delta: 3_005n }]);
    expect(outcome.inputs).toEqual({ [monthKey]: '995' });
  });

  test('see the earlier lines of the same order', () => {
    const outcome = explain(planOf([tiered('marginal')]), saleOf([lineOf(1_000), lineOf(500)]));
    expect(paid(outcome)).toEqual(['tiered line-1000 100 EUR', 'tiered line-500 100 EUR']);
  });

  test('start again with the period', () => {
    const december = saleOf([lineOf(500)], { at: NOON + 10 * 86_400_000 });
    const outcomes = inOrder(planOf([tiered('marginal')]), [saleOf([lineOf(2_000)]), saleOf([lineOf(500)]), december]);
    expect(outcomes.flatMap(paid)).toEqual(['tiered line-2000 300 EUR', 'tiered line-500 100 EUR', 'tiered line-500 50 EUR']);
  });

  test('pay an order in another currency at the step reached, and do not count it', () => {
    const [, foreign] = inOrder(planOf([tiered('marginal')]), [
      saleOf([lineOf(1_500)]),
      saleOf([lineOf(9_000)], { currency: 'USD' }),
    ]);
    expect(foreign?.rewards[0]).toMatchObject({ amount: 1_800n, currency: 'USD' });
    expect(foreign?.counters).toEqual([]);
  });

  test('over a count give the next step to what follows the threshold', () => {
    const document = planOf([
      tiered('marginal', 'sales', {
        tiers: {
          measure: 'sales',
          period: 'month',
          mode: 'marginal',
          steps: [
            { from: 0, rate: '10%' },
            { from: 2, rate: '20%' },
          ],
        },
      }),
    ]);
    const outcomes = inOrder(
      document,
      [1, 2, 3].map(() => saleOf([lineOf(100)])),
    );
    expect(outcomes.flatMap(paid)).toEqual(['tiered line-100 10 EUR', 'tiered line-100 10 EUR', 'tiered line-100 20 EUR']);
  });
});

describe('whole-volume tiers', () => {
  test('take the step of the volume that includes the line', () => {
    const outcome = explain(planOf([tiered('whole')]), saleOf([lineOf(999), lineOf(1)]));
    expect(outcome.rewards.map(({ amount }) => amount)).toEqual([100n]);
    const [, reaching] = inOrder(planOf([tiered('whole')]), [saleOf([lineOf(990)]), saleOf([lineOf(10)])]);
    expect(reaching?.rewards[0]).toMatchObject({
      amount: 2n,
      arithmetic: { mode: 'whole', volumeBefore: '990', slices: [{ from: '1000', volume: '10', rate: '1/5' }] },
    });
  });

  test('count an order once whatever its lines, new customers only when new, leads on leads', () => {
    const customers: Tiers = {
      measure: 'customers',
      period: 'year',
      mode: 'whole',
      steps: [
        { from: 0, amount: 100 },
        { from: 2, amount: 500 },
      ],
    };
    const document = planOf([fixedRule('fee', 100, { tiers: customers })]);
    const returning = saleOf(undefined, { customer: { kind: 'returning', orderNumber: 2 } });
    const outcomes = inOrder(document, [saleOf([lineOf(1), lineOf(2)]), returning, saleOf(), returning]);
    expect(outcomes.flatMap(paid)).toEqual(['fee order 100 EUR', 'fee order 100 EUR', 'fee order 500 EUR', 'fee order 500 EUR']);

    const leads = planOf([
      fixedRule('lead', 10, {
        on: 'lead',
        tiers: {
          measure: 'leads',
          period: 'day',
          mode: 'whole',
          steps: [
            { from: 0, amount: 10 },
            { from: 2, amount: 30 },
          ],
        },
      }),
    ]);
    const [, second] = inOrder(leads, [eventOf('lead'), eventOf('lead', { share: rate(1n, 2n) })]);
    expect(second?.rewards[0]).toMatchObject({
      amount: 15n,
      arithmetic: { share: '1/2', slices: [{ from: '2', volume: '1', amount: '30' }] },
    });
  });

  test('of an amount per unit multiply the quantity', () => {
    const rule: RewardRule = {
      id: 'unit',
      on: 'sale',
      reward: { kind: 'per_unit', amount: 5 },
      tiers: {
        measure: 'sales',
        period: 'ever',
        mode: 'whole',
        steps: [
          { from: 0, amount: 5 },
          { from: 1, amount: 7 },
        ],
      },
    };
    expect(explain(planOf([rule]), saleOf([lineOf(900, { quantity: 3 })])).rewards[0]).toMatchObject({
      amount: 21n,
      arithmetic: { slices: [{ from: '1', volume: '3', amount: '7' }] },
    });
  });
});

describe('retroactive tiers', () => {
  test('pay the difference over the whole period at once', () => {
    const outcomes = inOrder(planOf([tiered('retroactive')]), [
      saleOf([lineOf(900)]),
      saleOf([lineOf(300)]),
      saleOf([lineOf(1_900)]),
    ]);
    // 90; then 20 % of 1200 less 90; then 30 % of 3100 less 240
    expect(outcomes.flatMap(paid)).toEqual(['tiered line-900 90 EUR', 'tiered line-300 150 EUR', 'tiered line-1900 690 EUR']);
    expect(outcomes[1]?.rewards[0]?.arithmetic).toEqual({
      kind: 'retroactive',
      measure: 'revenue',
      reached: '1200',
      volume: '1200',
      rate: '1/5',
      earnedBefore: '90',
    });
  });

  test('lift the earlier lines of the same order too', () => {
    const outcome = explain(planOf([tiered('retroactive')]), saleOf([lineOf(600), lineOf(400)]));
    expect(paid(outcome)).toEqual(['tiered line-600 60 EUR', 'tiered line-400 140 EUR']);
  });

  test('only lift what this clause rewarded, though all revenue moves the step', () => {
    const books = tiered('retroactive', 'revenue', { when: { field: 'line.category', op: 'eq', value: 'book' } });
    const outcome = explain(planOf([books]), saleOf([lineOf(900, { category: 'food' }), lineOf(100, { category: 'book' })]));
    expect(paid(outcome)).toEqual(['tiered line-100 20 EUR']);
  });

  test('count a line that pays nothing yet', () => {
    const free = percentRule('late', '0%', {
      tiers: {
        measure: 'revenue',
        period: 'month',
        mode: 'retroactive',
        steps: [
          { from: 0, rate: '0%' },
          { from: 1_000, rate: '10%' },
        ],
      },
    });
    for (const combination of ['best', 'first', 'sum'] as const) {
      const outcomes = inOrder(planOf([free], { combination }), [saleOf([lineOf(900)]), saleOf([lineOf(100)])]);
      expect(outcomes.map(({ unpaid }) => unpaid)).toEqual(['amount_is_zero', null]);
      expect(outcomes.flatMap(paid)).toEqual(['late line-100 100 EUR']);
    }
  });

  test('with other steps start from zero: what was earned under the earlier ones stays', () => {
    const raised = tiered('retroactive', 'revenue', {
      reward: { kind: 'percent', rate: '15%' },
      tiers: { measure: 'revenue', period: 'month', mode: 'retroactive', steps: [{ from: 0, rate: '15%' }] },
    });
    const [before] = inOrder(planOf([tiered('retroactive')]), [saleOf([lineOf(900)])]);
    const counters = new Map(before?.counters.map(({ key, delta }) => [key, delta]));
    const after = explain(planOf([raised]), saleOf([lineOf(100)], { counter: (key) => counters.get(key) ?? 0n }));
    expect(paid(after)).toEqual(['tiered line-100 15 EUR']);
  });

  test('never take back, and do not pay twice what they left', () => {
    const uneven = [
      { from: 0, rate: '10%' },
      { from: 1_000, rate: '1%' },
      { from: 2_000, rate: '10%' },
    ];
    const rule = tiered('retroactive', 'revenue', {
      tiers: { measure: 'revenue', period: 'month', mode: 'retroactive', steps: uneven },
    });
    const outcomes = inOrder(planOf([rule]), [saleOf([lineOf(900)]), saleOf([lineOf(200)]), saleOf([lineOf(900)])]);
    // 90; then 1 % of 1100 is below 90; then 10 % of 2000 less 90
    expect(outcomes.map(({ unpaid }) => unpaid)).toEqual([null, 'amount_is_zero', null]);
    expect(outcomes.flatMap(paid)).toEqual(['tiered line-900 90 EUR', 'tiered line-900 110 EUR']);
  });
});
