import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PlanDocument } from '../plan/index.ts';
import { isBlockedBy, waitingStatus } from './blocks.ts';
import { keyOfFact, type AimedCommission, type Fact } from './fact.ts';
import type { Commission, CommissionStatus } from './outcome.ts';
import { reviewActions, reviewKinds, reviewVerdict } from './review-action.ts';
import {
  countAll,
  DAY,
  factsOf,
  maturityAt,
  numbered,
  saleOf,
  sampleTerms,
  shared,
  START,
  tenPercent,
  type FactSpec,
} from './sample-books.ts';

const rule: PlanDocument['rules'][number] = { id: 'sales', on: 'sale', reward: { kind: 'percent', rate: '10%' } };
const steps: NonNullable<typeof rule.tiers>['steps'] = [
  { from: 0, rate: '10%' },
  { from: 100_000, rate: '15%' },
];

/** Several clauses at once, a share of the upline, and whatever a refusal must give back: volumes, caps, what a whole period earned. */
const rich: PlanDocument = {
  ...shared,
  combination: 'sum',
  rules: [rule, { id: 'order', on: 'sale', reward: { kind: 'fixed', amount: 500 } }],
  upline: [{ level: 1, rate: '12.5%', of: 'commission' }],
};
const retroactive: PlanDocument = {
  ...rich,
  rules: [{ ...rule, tiers: { measure: 'revenue', period: 'quarter', mode: 'retroactive', steps } }, ...rich.rules.slice(1)],
};
const capped: PlanDocument = {
  ...rich,
  rules: [{ ...rule, tiers: { measure: 'revenue', period: 'quarter', mode: 'whole', steps } }, ...rich.rules.slice(1)],
  caps: [
    { scope: 'partner', period: 'month', amount: 20_000 },
    { scope: 'customer', period: 'ever', amount: 9_000 },
  ],
};

const plans: fc.Arbitrary<PlanDocument> = fc
  .record({
    base: fc.constantFrom(tenPercent, retroactive, capped),
    review: fc.constantFrom({ mode: 'none' as const }, { mode: 'all' as const }, { mode: 'above' as const, amount: 3000 }),
  })
  .map(({ base, review }) => ({ ...base, review }));

type Step =
  | {
      readonly kind: 'sale';
      readonly who: string;
      readonly lines: readonly number[];
      readonly day: number;
      readonly customer: string;
    }
  | { readonly kind: 'event'; readonly of: (typeof events)[number]; readonly sale: number; readonly amount: number | null }
  | { readonly kind: 'review'; readonly action: (typeof reviewActions)[number]; readonly sale: number; readonly picks: number }
  | { readonly kind: 'refund_failed'; readonly refund: number }
  | { readonly kind: 'maturity'; readonly day: number }
  | { readonly kind: 'payout'; readonly who: string }
  | { readonly kind: 'payout_end'; readonly payout: number; readonly isConfirmed: boolean };

const events = ['refund', 'dispute_opened', 'dispute_won', 'dispute_lost', 'cancellation'] as const;
const someone = fc.constantFrom('a', 'b', 'c');
const day = fc.integer({ min: 0, max: 60 });
const sale = fc.nat(9);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('sale' as const),
      who: someone,
      lines: fc.array(fc.integer({ min: 10, max: 99_999 }), { minLength: 1, maxLength: 3 }),
      day,
      customer: fc.constantFrom('k', 'l'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('event' as const),
      of: fc.constantFrom(...events),
      sale,
      amount: fc.option(fc.nat(50_000)),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('review' as const),
      action: fc.constantFrom(...reviewActions),
      sale,
      picks: fc.integer({ min: 1, max: 63 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('refund_failed' as const), refund: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('maturity' as const), day }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('payout' as const), who: someone }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('payout_end' as const), payout: fc.nat(4), isConfirmed: fc.boolean() }),
  },
);

/** Steps as facts; payouts and reviews look at the books first, as the server does. */
function factsTold(told: readonly Step[], plan: PlanDocument): Fact[] {
  const specs: FactSpec[] = [];
  const sales: bigint[] = [];
  const payouts: { readonly seq: bigint; readonly spec: FactSpec }[] = [];
  const add = (spec: FactSpec) => BigInt(specs.push(spec));
  const books = () => countAll(factsOf(specs), sampleTerms(plan));
  for (const each of told) {
    const targetSeq = 'sale' in each ? (sales[each.sale % Math.max(1, sales.length)] ?? null) : null;
    if (each.kind === 'sale') {
      sales.push(add(saleOf(each.who, each.lines, { customerId: each.customer, occurredAt: START + each.day * DAY })));
    } else if (each.kind === 'refund_failed') {
      const refunds = specs.flatMap(({ kind, targetSeq: of }, index) =>
        kind === 'refund' ? [{ seq: index + 1, of: of ?? null }] : [],
      );
      const refund = refunds[each.refund % Math.max(1, refunds.length)];
      if (refund !== undefined)
        add({
          kind: 'refund_failed',
          targetSeq: refund.of,
          body: { refund: keyOfFact({ source: 'test', externalId: String(refund.seq), body: {} }) },
        });
    } else if (each.kind === 'maturity') add(maturityAt(each.day));
    else if (each.kind === 'payout') {
      const amount = books().balances[`p${each.who} payable`] ?? 0n;
      const spec: FactSpec = {
        kind: 'payout_started',
        amount,
        body: { payoutId: `payout ${specs.length}`, partnerId: `p${each.who}` },
      };
      if (amount > 0n) payouts.push({ seq: add(spec), spec });
    } else if (each.kind === 'payout_end') {
      const payout = payouts[each.payout % Math.max(1, payouts.length)];
      const kind = each.isConfirmed ? 'payout_confirmed' : 'payout_rejected';
      if (payout !== undefined) add({ ...payout.spec, kind, targetSeq: payout.seq });
    } else if (targetSeq !== null && each.kind === 'event') {
      add({ kind: each.of, targetSeq, amount: each.amount === null ? null : BigInt(each.amount) });
    } else if (targetSeq !== null && each.kind === 'review') {
      const { statuses, blocks, outcomes } = books();
      const refs = refsOf(outcomes);
      const commissions = [0, 1, 2, 3, 4, 5].filter((number) => {
        const status = statuses[`${targetSeq}.${number}`];
        const isPicked = Math.floor(each.picks / 2 ** number) % 2 === 1;
        if (!isPicked || status === undefined) return false;
        return reviewVerdict(each.action, { status, blocks: blocks[`${targetSeq}.${number}`] ?? 0 }) === 'done';
      });
      if (commissions.length > 0)
        add({
          kind: reviewKinds[each.action],
          targetSeq,
          body: {
            commissions: commissions.map((number) => refs.get(`${targetSeq}.${number}`) ?? numbered(number)),
            reason: 'because',
          },
        });
    }
  }
  return factsOf(specs);
}

/** Commissions as a review names them, by `fact.number`. */
function refsOf(outcomes: ReturnType<typeof countAll>['outcomes']): Map<string, AimedCommission> {
  const commissions = outcomes.flatMap((outcome) => outcome.commissions);
  return new Map(
    commissions.map(({ factSeq, number, enrollmentId, lineId }) => [`${factSeq}.${number}`, { number, enrollmentId, lineId }]),
  );
}

const keyOf = (ref: { readonly factSeq: bigint; readonly number: number }) => `${ref.factSeq}.${ref.number}`;
const waiting: readonly CommissionStatus[] = ['pending', 'in_review', 'held', 'suspended'];

/** What is left of each commission. */
function leftAfter(outcomes: ReturnType<typeof countAll>['outcomes']): Map<string, bigint> {
  const left = new Map<string, bigint>();
  for (const { commissions, reversals } of outcomes) {
    for (const commission of commissions) left.set(keyOf(commission), commission.amount);
    for (const { commission, amount } of reversals) left.set(keyOf(commission), (left.get(keyOf(commission)) ?? 0n) - amount);
  }
  return left;
}

it('nothing is released or paid while something keeps it, whatever happens in whatever order', () => {
  fc.assert(
    fc.property(plans, fc.array(step, { maxLength: 20 }), (plan, told) => {
      const facts = factsTold(told, plan);
      let before = countAll([], sampleTerms(plan));
      for (let length = 1; length <= facts.length; length += 1) {
        const after = countAll(facts.slice(0, length), sampleTerms(plan));
        for (const [key, blocks] of Object.entries(before.blocks)) {
          if (facts[length - 1]?.kind !== 'maturity' && facts[length - 1]?.kind.startsWith('payout_') !== true) continue;
          expect(after.statuses[key]).toBe(before.statuses[key]);
          expect(after.blocks[key]).toBe(blocks);
        }
        for (const [key, blocks] of Object.entries(after.blocks)) {
          const status = after.statuses[key];
          if (status !== 'reversed' && status !== 'refused') expect(status).toBe(waitingStatus(blocks));
        }
        before = after;
      }
    }),
    { numRuns: 60 },
  );
});

it('the books add up, and what waits is what commissions say they are, after reviews too', () => {
  fc.assert(
    fc.property(plans, fc.array(step, { maxLength: 25 }), (plan, told) => {
      const { outcomes, balances, statuses } = countAll(factsTold(told, plan), sampleTerms(plan));
      const left = leftAfter(outcomes);
      const commissions = outcomes.flatMap((outcome) => outcome.commissions);
      for (const who of ['pa', 'pb', 'pc']) {
        const own = commissions.filter(({ partnerId }) => partnerId === who);
        const sum = (some: readonly Commission[]) => some.reduce((total, each) => total + (left.get(keyOf(each)) ?? 0n), 0n);
        expect(balances[`${who} pending`] ?? 0n).toBe(
          sum(own.filter((each) => waiting.includes(statuses[keyOf(each)] ?? 'paid'))),
        );
        const held = ['pending', 'payable', 'in_payout', 'paid'].map((account) => balances[`${who} ${account}`] ?? 0n);
        expect(held.reduce((total, amount) => total + amount, 0n)).toBe(sum(own));
        expect(balances[`${who} commission_expense`] ?? 0n).toBe(-sum(own));
      }
    }),
  );
});

it('refunds and refusals together never take back more than was earned, and a refusal takes all that is left', () => {
  fc.assert(
    fc.property(plans, fc.array(step, { maxLength: 25 }), (plan, told) => {
      const facts = factsTold(told, plan);
      const { outcomes, statuses } = countAll(facts, sampleTerms(plan));
      const left = leftAfter(outcomes);
      for (const amount of left.values()) expect(amount).toBeGreaterThanOrEqual(0n);
      for (const reversal of outcomes.flatMap(({ reversals }) => reversals)) expect(reversal.amount).not.toBe(0n);
      for (const [index, { changes }] of outcomes.entries()) {
        for (const change of changes) {
          if (change.kind !== 'refused') continue;
          expect(facts[index]?.kind).toBe('commission_refused');
          expect(left.get(keyOf(change.commission))).toBe(0n);
          expect(statuses[keyOf(change.commission)]).toBe('refused');
        }
      }
    }),
  );
});

it('once everything is refunded or refused, caps and volumes are as if nothing had been', () => {
  fc.assert(
    fc.property(plans, fc.array(step, { maxLength: 20 }), fc.infiniteStream(fc.boolean()), (plan, told, isRefused) => {
      const facts = factsTold(told, plan);
      const specs: FactSpec[] = facts.map(({ seq: _seq, ...spec }) => spec);
      const refs = refsOf(countAll(facts, sampleTerms(plan)).outcomes);
      for (const { seq, kind } of facts) {
        if (kind !== 'sale') continue;
        const commissions = [...refs].filter(([key]) => key.startsWith(`${seq}.`)).map(([, ref]) => ref);
        const refusal: FactSpec = { kind: 'commission_refused', targetSeq: seq, body: { commissions, reason: 'end' } };
        const refund: FactSpec = { kind: 'refund', targetSeq: seq };
        specs.push(...(isRefused.next().value === true ? [refusal, refund] : [refund, refusal]));
      }
      const { balances, counters } = countAll(factsOf(specs), sampleTerms(plan));
      expect(Object.entries(balances).filter(([account]) => account.endsWith('commission_expense'))).toEqual([]);
      // The base of a retroactive line that came to nothing stays counted: no commission is there to be taken back.
      expect(Object.keys(counters).filter((key) => !key.startsWith('b|'))).toEqual([]);
    }),
  );
});

it('blocks are lifted each by itself, in any order, and the last one lets go', () => {
  const first = { number: 0, enrollmentId: 'ea', lineId: '1' };
  const lifts: readonly FactSpec[] = [
    { kind: 'commission_approved', targetSeq: 1n, body: { commissions: [first] } },
    { kind: 'commission_unheld', targetSeq: 1n, body: { commissions: [first] } },
    { kind: 'dispute_won', targetSeq: 1n },
  ];
  const blocked: readonly FactSpec[] = [
    saleOf('a', [10_000]),
    { kind: 'commission_held', targetSeq: 1n, body: { commissions: [first], reason: 'to be checked' } },
    { kind: 'dispute_opened', targetSeq: 1n },
  ];
  const terms = sampleTerms({ ...tenPercent, review: { mode: 'all' } });
  fc.assert(
    fc.property(fc.shuffledSubarray([...lifts], { minLength: 3 }), fc.infiniteStream(fc.boolean()), (order, isReleased) => {
      const specs = [...blocked];
      for (const [index, lift] of order.entries()) {
        specs.push(maturityAt(40 + index), lift);
        const { statuses, blocks } = countAll(factsOf(specs), terms);
        expect(statuses['1.0']).toBe(waitingStatus(blocks['1.0'] ?? 0));
        const isFree = index === order.length - 1;
        expect(statuses['1.0'] === 'pending').toBe(isFree);
        for (const [block, kind] of [
          ['review', 'commission_approved'],
          ['hold', 'commission_unheld'],
          ['dispute', 'dispute_won'],
        ] as const) {
          expect(isBlockedBy(blocks['1.0'] ?? 0, block)).toBe(!order.slice(0, index + 1).some((done) => done.kind === kind));
        }
        if (isReleased.next().value === true) specs.push(maturityAt(50 + index));
      }
      const { balances } = countAll(factsOf([...specs, maturityAt(60)]), terms);
      expect(balances).toEqual({ 'pa payable': 1000n, 'pa commission_expense': -1000n });
    }),
  );
});

it('counting the same facts again from nothing gives the same, to the byte', () => {
  fc.assert(
    fc.property(plans, fc.array(step, { maxLength: 25 }), (plan, told) => {
      const facts = factsTold(told, plan);
      const text = (value: unknown) =>
        JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? `${part}n` : part));
      expect(text(countAll(facts, sampleTerms(plan)))).toBe(text(countAll(facts, sampleTerms(plan))));
    }),
  );
});
