import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanDocument } from '../plan/index.ts';
import { countAll, DAY, factsOf, maturityAt, saleOf, sampleTerms, shared, START, tenPercent } from './sample-books.ts';
import type { FactSpec } from './sample-books.ts';

const key = (externalId: string) => `test\u001F${externalId}`;

function refund(externalId: string, amount: bigint | null, more: Partial<FactSpec> = {}): FactSpec {
  return { kind: 'refund', targetSeq: 1n, externalId, amount, ...more };
}

function failure(externalId: string, more: Partial<FactSpec> = {}): FactSpec {
  return { kind: 'refund_failed', targetSeq: 1n, ...more, body: { refund: key(externalId) } };
}

function counted(specs: readonly FactSpec[], plan: PlanDocument = tenPercent) {
  return countAll(factsOf(specs), sampleTerms(plan));
}

describe('a refund that fails', () => {
  it('is given back to the commissions it was taken from, at their frozen amounts', () => {
    const { outcomes, balances } = counted([saleOf('a', [1000, 3000]), refund('r', 2000n), failure('r')]);
    expect(outcomes[1]?.reversals.map(({ amount }) => amount)).toEqual([50n, 150n]);
    expect(outcomes[2]).toMatchObject({
      reversals: [{ amount: -50n, from: 'pending' }, { amount: -150n }],
      transaction: { kind: 'restitution', postings: [{ debit: 'commission_expense', credit: 'pending', amount: 50n }, {}] },
    });
    expect(balances).toEqual({ 'pa pending': 400n, 'pa commission_expense': -400n });
  });

  it('keeps that refund from taking anything when it is told first, and fails once', () => {
    const { outcomes, balances } = counted([saleOf('a', [1000]), failure('r'), refund('r', null), failure('r')]);
    expect(outcomes.map(({ decision }) => decision.unpaid)).toEqual([null, 'unknown_target', 'refund_failed', 'already_counted']);
    expect(balances).toMatchObject({ 'pa pending': 100n });
  });

  it('leaves the other refunds what they would have taken without it', () => {
    const { balances } = counted([saleOf('a', [1000]), refund('r', 800n), refund('s', 800n), failure('r')]);
    expect(balances).toMatchObject({ 'pa pending': 20n });
  });

  it('is found under the key it came with when it was recorded again behind its sale', () => {
    const again: FactSpec = { ...refund('17', 400n), source: 'cordee/late', body: { again: key('r') } };
    expect(counted([saleOf('a', [1000]), again, failure('r')]).balances).toMatchObject({ 'pa pending': 100n });
  });

  it('makes what was pending pay at the next release, and what was paid stay paid', () => {
    const late = counted([saleOf('a', [1000]), refund('r', null), maturityAt(20), failure('r')]);
    expect([late.balances['pa pending'], late.statuses['1.0']]).toEqual([100n, 'pending']);
    const payout = { payoutId: 'y', partnerId: 'pa' };
    const paid: FactSpec[] = [
      saleOf('a', [1000]),
      maturityAt(20),
      { kind: 'payout_started', amount: 100n, body: payout },
      refund('r', null),
      { kind: 'payout_confirmed', amount: 100n, targetSeq: 3n, body: payout },
      failure('r'),
    ];
    const { balances, statuses } = counted(paid);
    expect(balances).toEqual({ 'pa paid': 100n, 'pa commission_expense': -100n });
    expect(statuses['1.0']).toBe('paid');
    const returned = paid.map((spec) =>
      spec.kind === 'payout_confirmed' ? { ...spec, kind: 'payout_rejected' as const } : spec,
    );
    expect(counted(returned).statuses['1.0']).toBe('payable');
  });

  it('waits for a dispute that is open, and not for one that has ended', () => {
    const opened: FactSpec = { kind: 'dispute_opened', targetSeq: 1n };
    const won: FactSpec = { kind: 'dispute_won', targetSeq: 1n, occurredAt: START + DAY };
    const waiting = [saleOf('a', [1000]), maturityAt(20), refund('r', null), opened, failure('r')];
    expect(counted(waiting)).toMatchObject({ statuses: { '1.0': 'suspended' }, balances: { 'pa pending': 100n } });
    expect(counted([...waiting, won, maturityAt(21)]).balances).toMatchObject({ 'pa payable': 100n });
    const over = [saleOf('a', [1000]), opened, refund('r', null), won, failure('r')];
    expect(counted(over)).toMatchObject({ statuses: { '1.0': 'pending' } });
  });
});

const amounts = fc.option(fc.integer({ min: 0, max: 40_000 }), { freq: 5 });
const capped: PlanDocument = {
  ...shared,
  caps: [{ scope: 'partner', period: 'month', amount: 3000 }],
  upline: [{ level: 1, rate: '12.5%', of: 'commission' }],
};
const tiered: PlanDocument = {
  ...tenPercent,
  rules: [
    {
      id: 'sales',
      on: 'sale',
      reward: { kind: 'percent', rate: '5%' },
      tiers: {
        measure: 'revenue',
        period: 'month',
        mode: 'retroactive',
        steps: [
          { from: 0, rate: '5%' },
          { from: 20_000, rate: '1/7' },
        ],
      },
    },
  ],
};

/** What happens to one sale, in an order where each may come before or after any other. */
function stories(amountsOfRefunds: readonly (number | null)[], failing: readonly number[]) {
  const refunds = amountsOfRefunds.map((amount, index) => refund(`r${index}`, amount === null ? null : BigInt(amount)));
  const failures = [...new Set(failing.map((index) => index % refunds.length))];
  const kept = refunds.filter((_, index) => !failures.includes(index));
  return { refunds, failures: failures.map((index) => failure(`r${index}`)), kept };
}

it('a refund and its failure come to nothing, in any order and any number of times', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(tenPercent, capped, tiered),
      fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 4 }),
      fc.array(amounts, { minLength: 1, maxLength: 4 }),
      fc.array(fc.nat(3), { minLength: 1, maxLength: 3 }),
      fc.infiniteStream(fc.nat(1000)),
      (plan, nets, refunded, failing, picks) => {
        const sale = saleOf('c', nets, { customerId: 'k' });
        const { refunds, failures, kept } = stories(refunded, failing);
        // The failures anywhere among the refunds, a release too; each failure told twice. Refunds keep their order.
        const told: FactSpec[] = [...refunds];
        for (const late of [...failures, ...failures, maturityAt(20)]) {
          told.splice(Number(picks.next().value) % (told.length + 1), 0, late);
        }
        const last = maturityAt(40);
        const mixed = counted([sale, ...told, last], plan);
        const without = counted([sale, ...kept, maturityAt(20), last], plan);
        expect(mixed.counters).toEqual(without.counters);
        expect(mixed.balances).toEqual(without.balances);
        expect(mixed.statuses).toEqual(without.statuses);
      },
    ),
  );
});
