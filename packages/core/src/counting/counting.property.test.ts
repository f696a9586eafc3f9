import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PlanDocument } from '../plan/index.ts';
import { parseRate } from '../money/index.ts';
import type { Fact } from './fact.ts';
import {
  countAll,
  DAY,
  factsOf,
  maturityAt,
  saleOf,
  sampleTerms,
  shared,
  START,
  tenPercent,
  type FactSpec,
} from './sample-books.ts';

const nets = fc.array(fc.integer({ min: 0, max: 99_999 }), { minLength: 1, maxLength: 5 });
const someone = fc.constantFrom('a', 'b', 'c');
const percent = fc.constantFrom('10%', '3.33%', '1/7', '100%', '0.01%');
const withUpline = { upline: [{ level: 1, rate: '12.5%', of: 'commission' as const }] };

const plans: fc.Arbitrary<PlanDocument> = fc
  .record({ rate: percent, base: fc.constantFrom(tenPercent, shared) })
  .map(({ rate, base }) => ({
    ...base,
    ...withUpline,
    rules: [{ id: 'sales', on: 'sale', reward: { kind: 'percent', rate } }],
  }));

type Piece = { readonly kind: 'amount'; readonly part: number } | { readonly kind: 'lines'; readonly parts: readonly number[] };

const piece: fc.Arbitrary<Piece> = fc.oneof(
  fc.record({ kind: fc.constant('amount' as const), part: fc.integer({ min: 0, max: 100 }) }),
  fc.record({
    kind: fc.constant('lines' as const),
    parts: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 5 }),
  }),
);

/** Refunds of parts of the sale, and at the end one of all it was: more than is left, so the last takes the rest. */
function pieces(lines: readonly number[], parts: readonly Piece[], target: bigint): FactSpec[] {
  const total = lines.reduce((sum, net) => sum + net, 0);
  const refunds = parts.map((part): FactSpec => {
    if (part.kind === 'amount')
      return { kind: 'refund', targetSeq: target, amount: BigInt(Math.floor((total * part.part) / 100)) };
    const named = lines.map((net, index) => ({
      id: String(index + 1),
      quantity: 1,
      net: Math.floor((net * (part.parts[index] ?? 0)) / 100),
    }));
    const amount = BigInt(named.reduce((sum, { net }) => sum + net, 0));
    return { kind: 'refund', targetSeq: target, amount, body: { lines: named } };
  });
  return [...refunds, { kind: 'refund', targetSeq: target, amount: BigInt(total) }];
}

it('a full refund in many pieces, by lines and amounts, before and after release, ends at exactly zero', () => {
  fc.assert(
    fc.property(plans, someone, nets, fc.array(piece, { maxLength: 8 }), fc.nat(8), (plan, who, lines, parts, when) => {
      const refunds = pieces(lines, parts, 2n);
      refunds.splice(Math.min(when, refunds.length), 0, maturityAt(20));
      const touched = saleOf('b', [0], { customerId: 'k' });
      const { balances, outcomes } = countAll(
        factsOf([touched, saleOf(who, lines, { customerId: 'k' }), ...refunds]),
        sampleTerms(plan),
      );
      expect(balances).toEqual({});
      const reversed = new Map<string, bigint>();
      for (const { commission, amount } of outcomes.flatMap((outcome) => outcome.reversals)) {
        expect(amount).toBeGreaterThan(0n);
        const key = `${commission.factSeq}.${commission.number}`;
        reversed.set(key, (reversed.get(key) ?? 0n) + amount);
      }
      for (const { factSeq, number, amount } of outcomes.flatMap((outcome) => outcome.commissions)) {
        expect(reversed.get(`${factSeq}.${number}`)).toBe(amount);
      }
    }),
  );
});

it('never takes back more than was earned', () => {
  fc.assert(
    fc.property(plans, nets, fc.array(piece, { maxLength: 8 }), (plan, lines, parts) => {
      const facts = factsOf([saleOf('c', lines), ...pieces(lines, parts, 1n).slice(0, -1)]);
      const { outcomes } = countAll(facts, sampleTerms(plan));
      const refunded = new Map<string, bigint>();
      for (const [index, outcome] of outcomes.entries()) {
        for (const { commission, amount } of outcome.reversals) {
          const key = String(commission.number);
          refunded.set(key, (refunded.get(key) ?? 0n) + amount);
        }
        for (const commission of outcomes[0]?.commissions ?? []) {
          expect(refunded.get(String(commission.number)) ?? 0n, `after fact ${index + 1}`).toBeLessThanOrEqual(commission.amount);
        }
      }
    }),
  );
});

it('credits of a conversion sum to one, and their bases to its net, line by line', () => {
  fc.assert(
    fc.property(fc.uniqueArray(someone, { minLength: 1, maxLength: 3 }), nets, (touched, lines) => {
      const before = touched.map((who) => saleOf(who, [0], { customerId: 'k' }));
      const sale = saleOf(touched[0] ?? 'a', lines, { customerId: 'k' });
      const rules: PlanDocument['rules'] = [{ id: 'sales', on: 'sale', reward: { kind: 'percent', rate: '100%' } }];
      const { outcomes } = countAll(factsOf([...before, sale]), sampleTerms({ ...shared, rules }));
      const last = outcomes.at(-1);
      const shares = (last?.decision.credits ?? []).map(({ share }) => parseRate(share) ?? { numerator: 0n, denominator: 1n });
      const whole = shares.reduce((product, { denominator }) => product * denominator, 1n);
      expect(shares.reduce((sum, { numerator, denominator }) => sum + (numerator * whole) / denominator, 0n)).toBe(whole);
      for (const [index, net] of lines.entries()) {
        const bases = (last?.commissions ?? []).filter(({ lineId }) => lineId === String(index + 1)).map(({ base }) => base);
        expect(bases.reduce((sum, base) => sum + base, 0n)).toBe(BigInt(net));
      }
    }),
  );
});

it('a refund recorded before its sale, and again behind it, comes to the same as one that came after', () => {
  fc.assert(
    fc.property(plans, someone, nets, fc.nat(100_000), (plan, who, lines, amount) => {
      const refund: FactSpec = { kind: 'refund', amount: BigInt(amount) };
      const after = countAll(factsOf([saleOf(who, lines), { ...refund, targetSeq: 1n }]), sampleTerms(plan));
      const awaited = countAll(factsOf([refund, saleOf(who, lines), { ...refund, targetSeq: 2n }]), sampleTerms(plan));
      expect(awaited.balances).toEqual(after.balances);
      expect(awaited.counters).toEqual(after.counters);
    }),
  );
});

it('the order of what is independent changes no balance', () => {
  const story = fc.record({ who: someone, lines: nets, parts: fc.array(piece, { maxLength: 3 }), dispute: fc.nat(3) });
  fc.assert(
    fc.property(
      plans,
      fc.array(story, { minLength: 2, maxLength: 4 }),
      fc.infiniteStream(fc.nat(1000)),
      (plan, stories, picks) => {
        const queues = stories.map(({ who, lines, parts, dispute }) => {
          const steps = pieces(lines, parts, 0n).slice(0, -1);
          const disputes = (['dispute_opened', 'dispute_lost'] as const).slice(0, dispute);
          return [saleOf(who, lines), ...steps, ...disputes.map((kind): FactSpec => ({ kind, targetSeq: 0n }))];
        });
        const inTurn = queues.flatMap((queue, index) => queue.map((spec) => ({ spec, story: index })));
        const mixed = interleave(queues, picks);
        const terms = sampleTerms(plan);
        expect(countAll(aimed(mixed), terms).balances).toEqual(countAll(aimed(inTurn), terms).balances);
      },
    ),
  );
});

interface Told {
  readonly spec: FactSpec;
  readonly story: number;
}

function interleave(queues: readonly FactSpec[][], picks: Iterator<number>): Told[] {
  const left = queues.map((queue, story) => ({ story, queue: [...queue] }));
  const told: Told[] = [];
  for (;;) {
    const open = left.filter(({ queue }) => queue.length > 0);
    const chosen = open[Number(picks.next().value) % Math.max(1, open.length)];
    const spec = chosen?.queue.shift();
    if (chosen === undefined || spec === undefined) return told;
    told.push({ spec, story: chosen.story });
  }
}

/** Facts of stories whose later steps are about the sale that begins each. */
function aimed(told: readonly Told[]): Fact[] {
  const sales = new Map<number, bigint>();
  const specs = told.map(({ spec, story }, index): FactSpec => {
    if (spec.kind === 'sale') sales.set(story, BigInt(index + 1));
    return spec.targetSeq === undefined ? spec : { ...spec, targetSeq: sales.get(story) ?? null };
  });
  return factsOf(specs);
}

type Step =
  | {
      readonly kind: 'sale';
      readonly who: string;
      readonly lines: readonly number[];
      readonly day: number;
      readonly customer: string;
    }
  | {
      readonly kind: 'refund' | 'dispute_opened' | 'dispute_won' | 'dispute_lost' | 'cancellation';
      readonly sale: number;
      readonly amount: number | null;
    }
  | { readonly kind: 'failure'; readonly refund: number }
  | { readonly kind: 'maturity'; readonly day: number }
  | { readonly kind: 'payout'; readonly who: string }
  | { readonly kind: 'payout_confirmed' | 'payout_rejected'; readonly payout: number };

const day = fc.integer({ min: 0, max: 60 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('sale' as const),
      who: someone,
      lines: nets,
      day,
      customer: fc.constantFrom('k', 'l'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'refund' as const,
        'dispute_opened' as const,
        'dispute_won' as const,
        'dispute_lost' as const,
        'cancellation' as const,
      ),
      sale: fc.nat(9),
      amount: fc.option(fc.nat(50_000)),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('failure' as const), refund: fc.nat(4) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('maturity' as const), day }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('payout' as const), who: someone }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('payout_confirmed' as const, 'payout_rejected' as const), payout: fc.nat(4) }),
  },
);

/** Steps as facts; a payout takes what the books say is payable when it is started, as the server does. */
function factsTold(steps: readonly Step[], plan: PlanDocument): Fact[] {
  const specs: FactSpec[] = [];
  const sales: bigint[] = [];
  const refunds: { readonly seq: bigint; readonly targetSeq: bigint }[] = [];
  const payouts: { readonly seq: bigint; readonly spec: FactSpec }[] = [];
  const add = (spec: FactSpec) => BigInt(specs.push(spec));
  for (const each of steps) {
    switch (each.kind) {
      case 'sale':
        sales.push(add(saleOf(each.who, each.lines, { customerId: each.customer, occurredAt: START + each.day * DAY })));
        break;
      case 'failure': {
        const refund = refunds[each.refund % Math.max(1, refunds.length)];
        if (refund === undefined) break;
        const body = { refund: `test\u001F${refund.seq}` };
        add({ kind: 'refund_failed', targetSeq: refund.targetSeq, body });
        break;
      }
      case 'maturity':
        add(maturityAt(each.day));
        break;
      case 'payout': {
        const payable = countAll(factsOf(specs), sampleTerms(plan)).balances[`p${each.who} payable`] ?? 0n;
        if (payable <= 0n) break;
        const body = { payoutId: `payout ${specs.length}`, partnerId: `p${each.who}` };
        const spec: FactSpec = { kind: 'payout_started', amount: payable, body };
        payouts.push({ seq: add(spec), spec });
        break;
      }
      case 'payout_confirmed':
      case 'payout_rejected': {
        const payout = payouts[each.payout % Math.max(1, payouts.length)];
        if (payout !== undefined) add({ ...payout.spec, kind: each.kind, targetSeq: payout.seq });
        break;
      }
      default: {
        const targetSeq = sales[each.sale % Math.max(1, sales.length)];
        if (targetSeq === undefined) break;
        const seq = add({ kind: each.kind, targetSeq, amount: each.amount === null ? null : BigInt(each.amount) });
        if (each.kind === 'refund') refunds.push({ seq, targetSeq });
      }
    }
  }
  return factsOf(specs);
}

it('per partner, what was earned is pending, payable, on its way, paid or taken back, whatever happens', () => {
  fc.assert(
    fc.property(plans, fc.array(step, { maxLength: 25 }), (plan, steps) => {
      const facts = factsTold(steps, plan);
      const { outcomes, balances } = countAll(facts, sampleTerms(plan));
      for (const who of ['pa', 'pb', 'pc']) {
        const own = (entry: { readonly partnerId: string }) => entry.partnerId === who;
        const sum = (entries: readonly { readonly partnerId: string; readonly amount: bigint }[]) =>
          entries.filter(own).reduce((total, { amount }) => total + amount, 0n);
        const earned = sum(outcomes.flatMap((outcome) => outcome.commissions));
        const reversed = sum(outcomes.flatMap((outcome) => outcome.reversals));
        const held = ['pending', 'payable', 'in_payout', 'paid'].map((account) => balances[`${who} ${account}`] ?? 0n);
        expect(held.reduce((total, amount) => total + amount, reversed)).toBe(earned);
        expect(balances[`${who} pending`] ?? 0n).toBeGreaterThanOrEqual(0n);
        expect(balances[`${who} in_payout`] ?? 0n).toBeGreaterThanOrEqual(0n);
        expect(balances[`${who} commission_expense`] ?? 0n).toBe(reversed - earned);
      }
    }),
  );
});

it('what is pending or suspended is what commissions say they are', () => {
  fc.assert(
    fc.property(plans, fc.array(step, { maxLength: 25 }), (plan, steps) => {
      const { outcomes, balances, statuses } = countAll(factsTold(steps, plan), sampleTerms(plan));
      const left = new Map<string, bigint>();
      const keyOf = (ref: { readonly factSeq: bigint; readonly number: number }) => `${ref.factSeq}.${ref.number}`;
      const commissions = outcomes.flatMap((outcome) => outcome.commissions);
      for (const commission of commissions) left.set(keyOf(commission), commission.amount);
      for (const { commission, amount } of outcomes.flatMap((outcome) => outcome.reversals)) {
        left.set(keyOf(commission), (left.get(keyOf(commission)) ?? 0n) - amount);
      }
      for (const who of ['pa', 'pb', 'pc']) {
        const waiting = commissions.filter(
          (commission) => commission.partnerId === who && ['pending', 'suspended'].includes(statuses[keyOf(commission)] ?? ''),
        );
        const sum = waiting.reduce((total, commission) => total + (left.get(keyOf(commission)) ?? 0n), 0n);
        expect(balances[`${who} pending`] ?? 0n).toBe(sum);
      }
    }),
  );
});

it('counting the same facts again from nothing gives the same, to the byte', () => {
  fc.assert(
    fc.property(plans, fc.array(step, { maxLength: 25 }), (plan, steps) => {
      const facts = factsTold(steps, plan);
      const once = countAll(facts, sampleTerms(plan));
      const again = countAll(facts, sampleTerms(plan));
      expect(again).toEqual(once);
      const text = (outcomes: unknown) =>
        JSON.stringify(outcomes, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
      expect(text(again.outcomes)).toBe(text(once.outcomes));
    }),
  );
});
