import { describe, expect, test } from 'vitest';
import { rate } from '../money/index.ts';
import { compilePlan } from '../plan/compile-plan.ts';
import type { RewardRule } from '../plan/plan.ts';
import {
  Counters,
  eventOf,
  explain,
  fixedRule,
  inOrder,
  lineOf,
  NOON,
  paid,
  percentRule,
  planOf,
  saleOf,
  verdicts,
} from './scenario.ts';
import { uplineShare } from './upline-share.ts';

const DAY = 86_400_000;

describe('a cap', () => {
  const monthly = { scope: 'partner', period: 'month', amount: 1_500 } as const;

  test('leaves the room that is left, then nothing, and says so', () => {
    const document = planOf([percentRule('base', '10%')], { caps: [monthly] });
    const outcomes = inOrder(document, [saleOf(), saleOf(), saleOf()]);
    expect(outcomes.map(({ rewards }) => rewards[0]?.amount)).toEqual([1_000n, 500n, undefined]);
    expect(outcomes[1]?.rewards[0]?.cap).toEqual({ cap: 0, before: '1000', room: '500' });
    expect(outcomes[2]).toMatchObject({ unpaid: 'cap_reached', verdicts: [{ verdict: 'capped' }] });
  });

  test('opens again with the next period', () => {
    const document = planOf([percentRule('base', '10%')], { caps: [monthly] });
    const outcomes = inOrder(document, [saleOf([lineOf(90_000)]), saleOf(undefined, { at: NOON + 10 * DAY })]);
    expect(outcomes.flatMap(paid)).toEqual(['base line-90000 1500 EUR', 'base line-10000 1000 EUR']);
  });

  test('of one clause limits and counts only that clause', () => {
    const caps = [{ ...monthly, amount: 100, rule: 'b' }];
    const outcome = explain(
      planOf([percentRule('a', '10%'), percentRule('b', '5%')], { caps }),
      saleOf([lineOf(1_000), lineOf(2_000)]),
    );
    expect(paid(outcome)).toEqual(['a line-1000 100 EUR', 'b line-1000 50 EUR', 'a line-2000 200 EUR', 'b line-2000 50 EUR']);
    expect(outcome.counters).toEqual([{ key: 'c|partner|enr_a|EUR|b|2026-11', delta: 100n }]);
  });

  test('names the tightest of several', () => {
    const caps = [
      { scope: 'program', period: 'ever', amount: 900 },
      { scope: 'customer', period: 'year', amount: 400 },
    ] as const;
    const outcome = explain(planOf([percentRule('base', '10%')], { caps: [...caps] }), saleOf());
    expect(outcome.rewards[0]).toMatchObject({ amount: 400n, cap: { cap: 1, before: '1000', room: '400' } });
    expect(outcome.counters).toEqual([
      { key: 'c|program|prg_a|EUR|*|ever', delta: 400n },
      { key: 'c|customer|enr_a/cus_a|EUR|*|2026', delta: 400n },
    ]);
  });

  test('is for each customer and for each partner apart, and the program shares one', () => {
    const scopes = ['customer', 'partner', 'program'] as const;
    const others = [
      saleOf(),
      saleOf(undefined, { customer: { id: 'cus_b' } }),
      saleOf(undefined, { partner: { enrollmentId: 'enr_b' } }),
    ];
    const paidCount = scopes.map((scope) => {
      const document = planOf([percentRule('base', '10%')], { caps: [{ scope, period: 'month', amount: 1_000 }] });
      return inOrder(document, others).filter(({ rewards }) => rewards.length > 0).length;
    });
    expect(paidCount).toEqual([3, 2, 1]);
  });

  test('of customers leaves events without one alone', () => {
    const document = planOf([fixedRule('click', 10, { on: 'click' })], {
      caps: [{ scope: 'customer', period: 'ever', amount: 1 }],
    });
    expect(paid(explain(document, eventOf('click', { customer: { id: null } })))).toEqual(['click order 10 EUR']);
  });

  test('counts money of the plan only', () => {
    const document = planOf([percentRule('base', '10%')], { caps: [{ ...monthly, amount: 1 }] });
    const outcome = explain(document, saleOf(undefined, { currency: 'USD' }));
    expect(paid(outcome)).toEqual(['base line-10000 1000 USD']);
    expect(outcome.counters).toEqual([]);
  });

  test('applies after the choice, so it never changes which clause is the best', () => {
    const document = planOf([percentRule('high', '20%'), percentRule('low', '10%')], {
      combination: 'best',
      caps: [{ ...monthly, amount: 100, rule: 'high' }],
    });
    const outcome = explain(document, saleOf());
    expect(paid(outcome)).toEqual(['high line-10000 100 EUR']);
    expect(verdicts(outcome)).toEqual({ high: 'paid', low: 'lower' });
  });
});

describe('an objective', () => {
  const bonus: RewardRule = {
    id: 'bonus',
    on: 'milestone',
    milestone: { measure: 'revenue', period: 'month', threshold: 15_000 },
    reward: { kind: 'fixed', amount: 777 },
  };

  test('pays once a period, when the event brings the measure to the threshold', () => {
    const december = saleOf([lineOf(15_000)], { at: NOON + 10 * DAY });
    const outcomes = inOrder(planOf([bonus]), [
      saleOf([lineOf(14_999)]),
      saleOf([lineOf(1)]),
      saleOf([lineOf(50_000)]),
      december,
    ]);
    expect(outcomes.map(paid)).toEqual([[], ['bonus order 777 EUR'], [], ['bonus order 777 EUR']]);
    expect(outcomes[1]?.rewards[0]).toMatchObject({
      base: 0n,
      arithmetic: { kind: 'milestone', measure: 'revenue', reached: '15000', threshold: '15000', amount: '777' },
    });
    expect(outcomes[0]).toMatchObject({
      unpaid: 'no_rule_for_event',
      verdicts: [{ verdict: 'not_matched', fields: ['milestone.revenue'] }],
    });
  });

  test('is paid in full to a partner that shares the event, beside the other clauses', () => {
    const document = planOf([percentRule('base', '10%'), bonus], { combination: 'first' });
    const outcome = explain(document, saleOf([lineOf(30_000, { credited: 15_000 })], { share: rate(1n, 2n) }));
    expect(paid(outcome)).toEqual(['base line-30000 1500 EUR', 'bonus order 777 EUR']);
  });

  test('waits for its condition, and is then paid at the next event that counts', () => {
    const certified = { ...bonus, when: { field: 'partner.certificate', op: 'holds', value: 'gold' } } as const;
    const gold = { partner: { certificates: ['gold'] } };
    const counters = new Counters();
    const outcomes = inOrder(
      planOf([certified]),
      [saleOf([lineOf(20_000)]), eventOf('lead', gold), saleOf([lineOf(1)], gold)],
      counters,
    );
    expect(outcomes.map(paid)).toEqual([[], [], ['bonus order 777 EUR']]);
    expect(counters.keys).toContain('m|enr_a|bonus|2026-11');
  });

  test('can be capped', () => {
    const outcome = explain(
      planOf([bonus], { caps: [{ scope: 'partner', period: 'month', amount: 700 }] }),
      saleOf([lineOf(15_000)]),
    );
    expect(outcome.rewards[0]).toMatchObject({ amount: 700n, cap: { before: '777' } });
  });
});

describe('an upline share', () => {
  const plan = compilePlan(
    planOf([percentRule('base', '10%')], {
      upline: [
        { level: 1, rate: '10%', of: 'commission' },
        { level: 2, rate: '1%', of: 'base' },
      ],
    }),
  );

  test('is of the commission or of its base, with the inputs', () => {
    expect(uplineShare(plan, { level: 1, commissionAmount: 1_005n, base: 10_050n })).toEqual({
      amount: 101n,
      arithmetic: { kind: 'upline', level: 1, of: 'commission', base: '1005', rate: '1/10' },
    });
    expect(uplineShare(plan, { level: 2, commissionAmount: 1_005n, base: 10_050n })).toMatchObject({ amount: 101n });
  });

  test('is nothing at a level the plan does not reward', () => {
    expect(uplineShare(plan, { level: 3, commissionAmount: 1_005n, base: 10_050n })).toBeNull();
  });
});
