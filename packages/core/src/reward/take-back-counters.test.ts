import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compilePlan } from '../plan/compile-plan.ts';
import type { RewardLine } from './reward.ts';
import { Counters, fixedRule, inOrder, lineOf, paid, percentRule, planOf, saleOf } from './scenario.ts';
import { takeBackCounters, type ReversedCommission } from './take-back-counters.ts';

const retroactive = percentRule('retro', '10%', {
  tiers: {
    measure: 'sales',
    period: 'month',
    mode: 'retroactive',
    steps: [
      { from: 0, rate: '10%' },
      { from: 2, rate: '20%' },
    ],
  },
});

function reversed(reward: RewardLine, reversedBefore: bigint, reversedAfter: bigint): ReversedCommission {
  const { ruleId, currency, base, amount, cap } = reward;
  return { ruleId, currency, base, amount, uncapped: cap === null ? amount : BigInt(cap.before), reversedBefore, reversedAfter };
}

const document = planOf([retroactive, fixedRule('fee', 300)], {
  caps: [
    { scope: 'partner', period: 'month', amount: 1_200 },
    { scope: 'customer', period: 'ever', amount: 1_100, rule: 'retro' },
  ],
});
const plan = compilePlan(document);

test('given a sale reversed in full, then the next one is paid as if it had never been', () => {
  const counters = new Counters();
  const sale = saleOf([lineOf(9_000)]);
  const [first] = inOrder(document, [sale], counters);
  for (const reward of first?.rewards ?? []) {
    counters.add({ counters: takeBackCounters(plan, sale, reversed(reward, 0n, reward.amount)) });
  }
  // The volume of sales stands at one: the next one reaches the step of two, on its own base alone.
  const [next] = inOrder(document, [saleOf([lineOf(1_000)])], counters);
  expect(next && paid(next)).toEqual(['retro line-1000 200 EUR', 'fee order 300 EUR']);
});

test('whatever the pieces it is reversed in, a commission leaves every counter where it was', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30_000 }),
      fc.array(fc.integer({ min: 1, max: 999 }), { maxLength: 5 }),
      (net, cuts) => {
        const counters = new Counters();
        const sale = saleOf([lineOf(net)]);
        const [outcome] = inOrder(document, [sale], counters);
        for (const reward of outcome?.rewards ?? []) {
          const stops = [
            ...cuts.map((cut) => (reward.amount * BigInt(cut)) / 1_000n).sort((a, b) => Number(a - b)),
            reward.amount,
          ];
          let before = 0n;
          for (const after of stops) {
            counters.add({ counters: takeBackCounters(plan, sale, reversed(reward, before, after)) });
            before = after;
          }
        }
        const left = counters.keys.filter((key) => !key.startsWith('v|') && counters.read(key) !== 0n);
        // A line that pays nothing has no commission to reverse, so what it counted stays.
        const unpaidBase =
          (outcome?.rewards.some(({ ruleId }) => ruleId === 'retro') ?? false) ? [] : left.filter((key) => key.startsWith('b|'));
        expect(left).toEqual(unpaidBase);
      },
    ),
  );
});

test('a reversal in another currency gives no cap its room back', () => {
  const reward: ReversedCommission = {
    ruleId: 'fee',
    currency: 'USD',
    base: 100n,
    amount: 10n,
    uncapped: 10n,
    reversedBefore: 0n,
    reversedAfter: 10n,
  };
  expect(takeBackCounters(plan, saleOf(), reward)).toEqual([]);
});
