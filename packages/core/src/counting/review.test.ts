import { describe, expect, it } from 'vitest';
import type { PlanDocument } from '../plan/index.ts';
import { blockBits } from './blocks.ts';
import type { CommissionStatus } from './outcome.ts';
import {
  aimed,
  countAll,
  factsOf,
  maturityAt,
  numbered,
  saleOf,
  sampleTerms,
  shared,
  tenPercent,
  type FactSpec,
} from './sample-books.ts';
import { reviewVerdict, type ReviewAction } from './review-action.ts';

const above: PlanDocument = { ...tenPercent, review: { mode: 'above', amount: 1000 } };
const all: PlanDocument = { ...tenPercent, review: { mode: 'all' } };

function review(kind: 'approved' | 'held' | 'unheld' | 'refused', commissions = [0], targetSeq = 1n): FactSpec {
  return { kind: `commission_${kind}`, targetSeq, body: { commissions: commissions.map(numbered), reason: 'checked by hand' } };
}

const counted = (plan: PlanDocument, ...specs: FactSpec[]) =>
  countAll(factsOf(aimed(specs, sampleTerms(plan))), sampleTerms(plan));

describe('which commissions wait for approval', () => {
  it('none unless the plan says so', () => {
    expect(counted(tenPercent, saleOf('a', [1_000_000])).statuses).toEqual({ '1.0': 'pending' });
    expect(counted({ ...tenPercent, review: { mode: 'none' } }, saleOf('a', [1_000_000])).statuses).toEqual({ '1.0': 'pending' });
  });

  it('all, when it says all', () => {
    expect(counted(all, saleOf('a', [10])).statuses).toEqual({ '1.0': 'in_review' });
  });

  it('those of an event that earns one partner more than the ceiling, however many lines it has', () => {
    expect(counted(above, saleOf('a', [10_000])).statuses).toEqual({ '1.0': 'pending' });
    expect(counted(above, saleOf('a', [10_010])).statuses).toEqual({ '1.0': 'in_review' });
    expect(counted(above, saleOf('a', [5000, 5000])).statuses).toEqual({ '1.0': 'pending', '1.1': 'pending' });
    expect(counted(above, saleOf('a', [5000, 5010])).statuses).toEqual({ '1.0': 'in_review', '1.1': 'in_review' });
  });

  it('each partner of a split by what it earns itself, a share of the upline too', () => {
    const split = { ...shared, review: { mode: 'above' as const, amount: 1000 } };
    const touched = saleOf('b', [0], { customerId: 'k' });
    const { statuses } = counted(split, touched, saleOf('a', [20_000], { customerId: 'k' }));
    expect(statuses).toEqual({ '2.0': 'pending', '2.1': 'pending' });
    const upline = { ...above, upline: [{ level: 1, rate: '50%', of: 'commission' as const }] };
    expect(counted(upline, saleOf('c', [12_000])).statuses).toEqual({ '1.0': 'in_review', '1.1': 'pending' });
  });

  it('whatever is in another currency than the ceiling', () => {
    expect(counted(above, saleOf('a', [10], { currency: 'USD' })).statuses).toEqual({ '1.0': 'in_review' });
  });
});

describe('a release', () => {
  it('passes over what waits for approval, and takes it once approved, however late', () => {
    const waiting = [saleOf('a', [20_000]), maturityAt(30)];
    expect(counted(above, ...waiting).balances).toMatchObject({ 'pa pending': 2000n });
    const approved = counted(above, ...waiting, review('approved'), maturityAt(31));
    expect(approved.balances).toMatchObject({ 'pa payable': 2000n });
    expect(approved.statuses).toEqual({ '1.0': 'payable' });
  });

  it('does not take what is approved before its hold has ended', () => {
    const { statuses } = counted(above, saleOf('a', [20_000]), review('approved'), maturityAt(5));
    expect(statuses).toEqual({ '1.0': 'pending' });
  });

  it('passes over what is held; what had been released goes back, by a line of the ledger', () => {
    const { statuses, balances, outcomes } = counted(
      tenPercent,
      saleOf('a', [20_000]),
      maturityAt(30),
      review('held'),
      maturityAt(31),
    );
    expect(statuses).toEqual({ '1.0': 'held' });
    expect(balances).toMatchObject({ 'pa pending': 2000n });
    expect(outcomes[2]?.transaction).toMatchObject({
      kind: 'holding',
      postings: [{ debit: 'payable', credit: 'pending', amount: 2000n, commission: { factSeq: 1n, number: 0 } }],
    });
    expect(outcomes[3]?.decision.unpaid).toBe('nothing_due');
  });
});

describe('a refusal', () => {
  it('takes back what is left, at the frozen amount, of the commissions it names only', () => {
    const { outcomes, statuses, balances } = counted(
      tenPercent,
      saleOf('a', [10_000, 5000]),
      { kind: 'refund', targetSeq: 1n, amount: 2500n, body: { lines: [{ id: '1', quantity: 1, net: 2500 }] } },
      review('refused'),
    );
    expect(outcomes[2]?.reversals).toMatchObject([{ amount: 750n, from: 'pending', commission: { factSeq: 1n, number: 0 } }]);
    expect(outcomes[2]?.transaction?.kind).toBe('refusal');
    expect(statuses).toEqual({ '1.0': 'refused', '1.1': 'pending' });
    expect(balances).toMatchObject({ 'pa pending': 500n });
  });

  it('of what was paid is a visible debt, as a refund after payment is', () => {
    const { statuses, balances } = counted(
      tenPercent,
      saleOf('a', [10_000]),
      maturityAt(30),
      { kind: 'payout_started', amount: 1000n, body: { payoutId: 'one', partnerId: 'pa' } },
      { kind: 'payout_confirmed', targetSeq: 3n, amount: 1000n, body: { payoutId: 'one', partnerId: 'pa' } },
      review('refused'),
    );
    expect(statuses).toEqual({ '1.0': 'refused' });
    expect(balances).toEqual({ 'pa paid': 1000n, 'pa payable': -1000n });
  });

  it('takes the line out of the volume once all that it earned the partner is refused, and never twice', () => {
    const plan: PlanDocument = {
      ...tenPercent,
      combination: 'sum',
      rules: [
        {
          id: 'sales',
          on: 'sale',
          reward: { kind: 'percent', rate: '10%' },
          tiers: { measure: 'revenue', period: 'year', mode: 'whole', steps: [{ from: 0, rate: '10%' }] },
        },
        { id: 'line', on: 'sale', when: { field: 'line.net', op: 'gte', value: 5000 }, reward: { kind: 'percent', rate: '1%' } },
      ],
    };
    const volumeAfter = (...specs: FactSpec[]) =>
      counted(plan, saleOf('a', [10_000, 4000]), ...specs).counters['v|ea|revenue|EUR|2026'];
    expect(volumeAfter()).toBe(14_000n);
    expect(volumeAfter(review('refused', [1]))).toBe(14_000n);
    expect(volumeAfter(review('refused', [0]), review('refused', [1]))).toBe(4000n);
    const refund: FactSpec = { kind: 'refund', targetSeq: 1n, amount: 7000n };
    expect(volumeAfter(review('refused', [0, 1]), refund)).toBe(2000n);
    expect(volumeAfter(refund, review('refused', [0, 1]))).toBe(2000n);
  });

  it('keeps what is refused out of later refunds and disputes', () => {
    const { outcomes } = counted(
      tenPercent,
      saleOf('a', [10_000]),
      review('refused'),
      { kind: 'refund', targetSeq: 1n, amount: 5000n },
      { kind: 'dispute_opened', targetSeq: 1n },
      review('held'),
      review('refused'),
    );
    const reasons = outcomes.map(({ decision }) => decision.unpaid);
    expect(reasons.slice(2)).toEqual([
      'nothing_left_to_reverse',
      'nothing_left_to_reverse',
      'already_counted',
      'nothing_left_to_reverse',
    ]);
  });
});

describe('of several things that keep a commission', () => {
  it('the heaviest is shown, and each is lifted without the others', () => {
    const blocked = [saleOf('a', [10_000]), review('held'), { kind: 'dispute_opened', targetSeq: 1n }] satisfies FactSpec[];
    const shown = (...specs: FactSpec[]) => counted(all, ...blocked, ...specs).statuses['1.0'];
    expect(counted(all, ...blocked).blocks).toEqual({ '1.0': blockBits.review + blockBits.hold + blockBits.dispute });
    expect(shown()).toBe('suspended');
    expect(shown(review('approved'))).toBe('suspended');
    expect(shown({ kind: 'dispute_won', targetSeq: 1n })).toBe('held');
    expect(shown({ kind: 'dispute_won', targetSeq: 1n }, review('unheld'))).toBe('in_review');
    expect(shown({ kind: 'dispute_won', targetSeq: 1n }, review('unheld'), review('approved'))).toBe('pending');
  });
});

describe('under other rules', () => {
  it('a refusal is about whatever the same line earns the same partner there, and about nobody else', () => {
    const split: PlanDocument = {
      ...shared,
      rules: [{ id: 'flat', on: 'sale', reward: { kind: 'fixed', amount: 600 } }, ...shared.rules],
    };
    const specs = [saleOf('b', [0], { customerId: 'k' }), saleOf('a', [10_000], { customerId: 'k' }), review('refused', [1], 2n)];
    const facts = factsOf(aimed(specs, sampleTerms(shared)));
    const refusedOf = (plan: PlanDocument) => {
      const { outcomes } = countAll(facts, sampleTerms(plan));
      return outcomes[2]?.reversals.map(({ partnerId, amount }) => [partnerId, amount]);
    };
    expect(refusedOf(shared)).toEqual([['pa', 500n]]);
    expect(refusedOf({ ...split, combination: 'sum' })).toEqual([
      ['pa', 500n],
      ['pa', 300n],
    ]);
    expect(refusedOf({ ...shared, attribution: { ...shared.attribution, model: { kind: 'first' } } })).toEqual([]);
  });
});

describe('a review that names what is not there', () => {
  it('changes nothing and says so', () => {
    expect(counted(all, review('approved', [0], 9n)).outcomes[0]?.decision.unpaid).toBe('unknown_target');
    expect(counted(all, saleOf('a', [10]), review('approved', [7])).outcomes[1]?.decision.unpaid).toBe('already_counted');
  });
});

it.each<[ReviewAction, CommissionStatus, number, string]>([
  ['approve', 'in_review', blockBits.review, 'done'],
  ['approve', 'suspended', blockBits.review + blockBits.dispute, 'done'],
  ['approve', 'pending', 0, 'unchanged'],
  ['approve', 'paid', 0, 'unchanged'],
  ['hold', 'pending', 0, 'done'],
  ['hold', 'payable', 0, 'done'],
  ['hold', 'held', blockBits.hold, 'unchanged'],
  ['hold', 'in_payout', 0, 'in_payout'],
  ['hold', 'paid', 0, 'paid'],
  ['unhold', 'held', blockBits.hold, 'done'],
  ['unhold', 'in_review', blockBits.review, 'unchanged'],
  ['refuse', 'paid', 0, 'done'],
  ['refuse', 'in_payout', 0, 'done'],
  ['refuse', 'refused', 0, 'unchanged'],
  ['refuse', 'reversed', 0, 'reversed'],
  ['approve', 'refused', blockBits.review, 'reversed'],
])('%s of one that is %s: %s', (action, status, blocks, verdict) => {
  expect(reviewVerdict(action, { status, blocks })).toBe(verdict);
});
