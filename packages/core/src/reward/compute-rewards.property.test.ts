import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate, rate } from '../money/index.ts';
import { checkPlan } from '../plan/check-plan.ts';
import { compilePlan } from '../plan/compile-plan.ts';
import type { Cap, Condition, PlanDocument, RewardRule, Tiers } from '../plan/plan.ts';
import { computeRewards } from './compute-rewards.ts';
import { counterKeys } from './counter-keys.ts';
import type { CreditedLine, RewardContext, RewardOutcome } from './reward.ts';
import { Counters, inOrder, lineOf, NOON, planOf, saleOf } from './scenario.ts';

const DAY = 86_400_000;

const percentText = fc.integer({ min: 0, max: 200 }).map((tenths) => `${tenths}/1000`);

const steps = fc
  .tuple(percentText, fc.array(fc.tuple(fc.integer({ min: 1, max: 4_000 }), percentText), { maxLength: 3 }))
  .map(([first, rest]) => {
    let from = 0;
    return [{ from, rate: first }, ...rest.map(([width, text]) => ({ from: (from += width), rate: text }))];
  });

const tiersArb: fc.Arbitrary<Tiers> = fc.record({
  measure: fc.constantFrom('revenue', 'sales', 'customers', 'leads'),
  period: fc.constantFrom('day', 'month', 'ever'),
  mode: fc.constantFrom('marginal', 'whole', 'retroactive'),
  steps,
});

const conditionArb: fc.Arbitrary<Condition> = fc.constantFrom<Condition>(
  { field: 'line.category', op: 'eq', value: 'book' },
  { field: 'customer.country', op: 'ne', value: 'FR' },
  { field: 'order.net', op: 'gte', value: 3_000 },
  { field: 'partner.revenue', op: 'gt', value: 4_000 },
  { not: { field: 'customer.kind', op: 'eq', value: 'new' } },
);

const ruleArb: fc.Arbitrary<Omit<RewardRule, 'id'>> = fc
  .record({
    kind: fc.constantFrom('percent', 'tiers', 'fixed', 'per_unit', 'points', 'milestone'),
    text: percentText,
    tiers: tiersArb,
    amount: fc.integer({ min: 0, max: 900 }),
    when: fc.option(conditionArb, { nil: undefined }),
    months: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  })
  .map(({ kind, text, tiers, amount, when, months }): Omit<RewardRule, 'id'> => {
    const extra = { ...(when === undefined ? {} : { when }), ...(months === undefined ? {} : { duration: { months } }) };
    if (kind === 'percent') return { on: 'sale', reward: { kind, rate: text }, ...extra };
    if (kind === 'tiers') return { on: 'sale', reward: { kind: 'percent', rate: tiers.steps[0]?.rate ?? text }, tiers, ...extra };
    if (kind === 'points') return { on: 'sale', reward: { kind: 'fixed', amount, unit: 'points' }, ...extra };
    if (kind !== 'milestone') return { on: 'sale', reward: { kind, amount }, ...extra };
    return {
      on: 'milestone',
      reward: { kind: 'fixed', amount },
      milestone: { measure: 'revenue', period: 'month', threshold: 2_500 },
    };
  });

const capArb: fc.Arbitrary<Cap> = fc.record({
  scope: fc.constantFrom('partner', 'customer', 'program'),
  period: fc.constantFrom('day', 'month', 'ever'),
  amount: fc.integer({ min: 0, max: 1_500 }),
});

const planArb: fc.Arbitrary<PlanDocument> = fc
  .record({
    rules: fc.array(ruleArb, { minLength: 1, maxLength: 5 }),
    combination: fc.constantFrom('best', 'first', 'sum'),
    caps: fc.uniqueArray(capArb, { maxLength: 3, selector: ({ scope, period }) => `${scope} ${period}` }),
  })
  .map(({ rules, combination, caps }) =>
    planOf(
      rules.map((rule, index) => ({ id: `rule-${index}`, ...rule })),
      { combination, caps },
    ),
  );

const lineArb: fc.Arbitrary<CreditedLine> = fc
  .record({
    net: fc.integer({ min: 0, max: 5_000 }),
    category: fc.constantFrom('book', 'food'),
    quantity: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ net, ...line }) => lineOf(net, line));

const saleArb: fc.Arbitrary<RewardContext> = fc
  .record({
    lines: fc.array(lineArb, { maxLength: 4 }),
    day: fc.integer({ min: 0, max: 40 }),
    currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'USD'),
    kind: fc.constantFrom('new', 'returning'),
    customer: fc.constantFrom('cus_a', 'cus_b', null),
    country: fc.constantFrom('FR', 'DE', null),
    share: fc.constantFrom(rate(1n, 1n), rate(1n, 2n), rate(1n, 3n)),
  })
  .map(({ lines, day, currency, kind, customer, country, share }) =>
    saleOf(
      lines.map((line, index) => ({ ...line, line: { ...line.line, id: `l${index}` } })),
      { at: NOON + day * DAY, currency, share, customer: { id: customer, kind, country, firstPaymentAt: NOON, payments: day } },
    ),
  );

const historyArb = fc.array(saleArb, { minLength: 1, maxLength: 6 });

function total(outcome: RewardOutcome, currency: string): bigint {
  return outcome.rewards.filter((reward) => reward.currency === currency).reduce((sum, { amount }) => sum + amount, 0n);
}

test('the generated plans are valid, so that the properties prove something', () => {
  fc.assert(
    fc.property(planArb, (document) => {
      expect(checkPlan(document)).toEqual([]);
    }),
  );
});

describe('every outcome', () => {
  test('pays more than zero or says why not, and counts only what it names beforehand', () => {
    fc.assert(
      fc.property(planArb, historyArb, (document, sales) => {
        const plan = compilePlan(document);
        const counters = new Counters();
        for (const sale of sales) {
          const read = new Set<string>();
          const context = { ...sale, counter: (key: string) => (read.add(key), counters.read(key)) };
          const outcome = computeRewards(plan, context, { trace: true });
          counters.add(outcome);
          expect(outcome.rewards.every(({ amount }) => amount > 0n)).toBe(true);
          expect(outcome.unpaid === null).toBe(outcome.rewards.length > 0);
          const named = counterKeys(plan, context);
          for (const key of [...read, ...outcome.counters.map((change) => change.key)]) expect(named).toContain(key);
        }
      }),
    );
  });

  test('is the same without a trace, and leaves its inputs as they were', () => {
    fc.assert(
      fc.property(planArb, historyArb, (document, sales) => {
        const before = structuredClone(document);
        const plan = compilePlan(document);
        const counters = new Counters();
        for (const sale of sales) {
          const context = { ...sale, counter: counters.read };
          const { counter: _, ...data } = structuredClone({ ...sale, counter: null });
          const traced = computeRewards(plan, context, { trace: true });
          const plain = computeRewards(plan, context, { trace: false });
          expect(plain.rewards).toEqual(traced.rewards);
          expect(plain.counters).toEqual(traced.counters);
          expect(plain.unpaid).toEqual(traced.unpaid);
          expect({ ...sale, counter: undefined }).toEqual({ ...data, counter: undefined });
          counters.add(traced);
        }
        expect(document).toEqual(before);
      }),
    );
  });

  test('does not depend on the order of the keys of the plan', () => {
    fc.assert(
      fc.property(planArb, historyArb, (document, sales) => {
        expect(inOrder(shuffled(document), sales)).toEqual(inOrder(document, sales));
      }),
    );
  });

  test('never lets a cap be exceeded, whatever the history', () => {
    fc.assert(
      fc.property(planArb, historyArb, (document, sales) => {
        const counters = new Counters();
        inOrder(document, sales, counters);
        for (const cap of document.caps ?? []) {
          const counted = counters.keys.filter((key) => key.startsWith(`c|${cap.scope}|`) && periodOfKey(key) === cap.period);
          for (const key of counted) expect(counters.read(key)).toBeLessThanOrEqual(BigInt(cap.amount));
        }
      }),
    );
  });

  test('counts against a cap exactly what it pays', () => {
    fc.assert(
      fc.property(planArb, historyArb, (document, sales) => {
        const capped = { ...document, caps: [{ scope: 'program', period: 'ever', amount: 2_000 } as const] };
        const counters = new Counters();
        const outcomes = inOrder(capped, sales, counters);
        const earned = outcomes.reduce((sum, outcome) => sum + total(outcome, 'EUR'), 0n);
        expect(counters.read('c|program|prg_a|EUR|*|ever')).toBe(earned);
      }),
    );
  });
});

describe('tiers', () => {
  const marginal = (stepList: Tiers['steps']): PlanDocument =>
    planOf([
      {
        id: 'tiered',
        on: 'sale',
        reward: { kind: 'percent', rate: stepList[0]?.rate ?? '0' },
        tiers: { measure: 'revenue', period: 'ever', mode: 'marginal', steps: stepList },
      },
    ]);

  test('slices add up to the base and each lies inside its step', () => {
    fc.assert(
      fc.property(steps, fc.bigInt({ min: 0n, max: 9_000n }), fc.integer({ min: 1, max: 9_000 }), (stepList, volume, net) => {
        const plan = compilePlan(marginal([...stepList, { from: 50_000, rate: '1' }]));
        const [reward] = computeRewards(plan, saleOf([lineOf(net)], { counter: () => volume }), { trace: false }).rewards;
        if (reward === undefined || reward.arithmetic.kind !== 'tiers') return;
        const { slices } = reward.arithmetic;
        expect(slices.reduce((sum, slice) => sum + BigInt(slice.volume), 0n)).toBe(BigInt(net));
        let position = volume;
        for (const slice of slices) {
          expect(position).toBeGreaterThanOrEqual(BigInt(slice.from));
          position += BigInt(slice.volume);
        }
      }),
    );
  });

  test('marginal: cutting an order into lines changes it by less than one unit a line', () => {
    fc.assert(
      fc.property(steps, fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 6 }), (stepList, nets) => {
        const plan = compilePlan(marginal(stepList));
        const whole = computeRewards(plan, saleOf([lineOf(nets.reduce((sum, net) => sum + net, 0))]), { trace: false });
        const cut = computeRewards(plan, saleOf(nets.map((net) => lineOf(net))), { trace: false });
        const difference = total(cut, 'EUR') - total(whole, 'EUR');
        expect(difference < 0n ? -difference : difference).toBeLessThanOrEqual(BigInt(nets.length));
      }),
    );
  });

  test('retroactive: with steps that rise, a period earns the rate reached on all of it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 8 }), (nets) => {
        const rising = [
          { from: 0, rate: '7%' },
          { from: 2_000, rate: '11%' },
          { from: 6_000, rate: '1/8' },
        ];
        const document = planOf([
          {
            id: 'tiered',
            on: 'sale',
            reward: { kind: 'percent', rate: '7%' },
            tiers: { measure: 'revenue', period: 'ever', mode: 'retroactive', steps: rising },
          },
        ]);
        const outcomes = inOrder(
          document,
          nets.map((net) => saleOf([lineOf(net)])),
        );
        const volume = nets.reduce((sum, net) => sum + net, 0);
        const thousandths = volume >= 6_000 ? 125 : volume >= 2_000 ? 110 : 70;
        const expected = BigInt(Math.floor((volume * thousandths * 2 + 1_000) / 2_000));
        expect(outcomes.reduce((sum, outcome) => sum + total(outcome, 'EUR'), 0n)).toBe(expected);
      }),
    );
  });
});

test('a sale split in two pays what it pays whole, within the rounding of each part', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 4 }),
      percentText,
      fc.integer({ min: 0, max: 999 }),
      (nets, text, fee) => {
        const plan = compilePlan(
          planOf([
            { id: 'rate', on: 'sale', reward: { kind: 'percent', rate: text } },
            { id: 'fee', on: 'sale', reward: { kind: 'fixed', amount: fee } },
            { id: 'unit', on: 'sale', reward: { kind: 'per_unit', amount: 7 } },
          ]),
        );
        const share = rate(1n, 2n);
        const halves = nets.map((net) => allocate(BigInt(net), [1n, 1n]));
        const whole = total(computeRewards(plan, saleOf(nets.map((net) => lineOf(net))), { trace: false }), 'EUR');
        const parts = [0, 1].map((half) => {
          const lines = nets.map((net, index) => lineOf(net, { credited: Number(halves[index]?.[half] ?? 0n) }));
          return total(computeRewards(plan, saleOf(lines, { share }), { trace: false }), 'EUR');
        });
        const difference = whole - (parts[0] ?? 0n) - (parts[1] ?? 0n);
        expect(difference < 0n ? -difference : difference).toBeLessThanOrEqual(BigInt(2 * nets.length + 1));
      },
    ),
  );
});

describe('combinations of one plan without caps', () => {
  const uncapped = planArb.map((document) => ({ ...document, caps: [] }));

  function under(document: PlanDocument, combination: PlanDocument['combination'], sale: RewardContext): RewardOutcome {
    return computeRewards(compilePlan({ ...document, combination }), sale, { trace: true });
  }

  test('sum pays at least the best, the best at least each clause alone and at least the first', () => {
    fc.assert(
      fc.property(uncapped, saleArb, (document, any) => {
        const sale = { ...any, currency: 'EUR' };
        // A retroactive rule alone catches up on lines another one would have won.
        fc.pre(document.rules.every(({ tiers, on }) => tiers?.mode !== 'retroactive' && on !== 'milestone'));
        const best = total(under(document, 'best', sale), 'EUR');
        expect(total(under(document, 'sum', sale), 'EUR')).toBeGreaterThanOrEqual(best);
        expect(best).toBeGreaterThanOrEqual(total(under(document, 'first', sale), 'EUR'));
        for (const rule of document.rules) {
          const alone = under({ ...document, rules: [rule] }, 'best', sale);
          expect(best).toBeGreaterThanOrEqual(total(alone, 'EUR'));
        }
      }),
    );
  });

  test('with one clause they are the same', () => {
    fc.assert(
      fc.property(uncapped, saleArb, (document, sale) => {
        const one = { ...document, rules: document.rules.slice(0, 1) };
        const [best, first, sum] = (['best', 'first', 'sum'] as const).map((combination) => under(one, combination, sale));
        expect(best).toEqual(sum);
        expect(first).toEqual(sum);
      }),
    );
  });
});

function shuffled<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(shuffled) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, part]) => [key, shuffled(part)]),
  ) as Value;
}

function periodOfKey(key: string): Cap['period'] {
  const period = key.slice(key.lastIndexOf('|') + 1);
  if (period === 'ever') return 'ever';
  return period.length === '2026-11'.length ? 'month' : 'day';
}
