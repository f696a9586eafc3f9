import { describe, expect, it } from 'vitest';
import type { PlanDocument } from '../plan/index.ts';
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

function counted(specs: readonly FactSpec[], plan: PlanDocument = tenPercent) {
  return countAll(factsOf(specs), sampleTerms(plan));
}

function refund(target: bigint, amount: bigint | null, more: Partial<FactSpec> = {}): FactSpec {
  return { kind: 'refund', targetSeq: target, amount, ...more };
}

function refundOfLines(target: bigint, lines: Readonly<Record<string, number>>): FactSpec {
  const parts = Object.entries(lines).map(([id, net]) => ({ id, net, quantity: 1 }));
  return refund(target, BigInt(parts.reduce((sum, { net }) => sum + net, 0)), { body: { lines: parts } });
}

const payout = { payoutId: 'y', partnerId: 'pa' };

describe('a sale', () => {
  it('earns by line, posts from expense to pending, and is payable at the start of the day its hold ends', () => {
    const { outcomes, balances } = counted([saleOf('a', [1005, 995])]);
    expect(outcomes[0]?.commissions).toMatchObject([
      { partnerId: 'pa', lineId: '1', base: 1005n, amount: 101n, clause: '1', payableAt: 1_773_183_600_000 },
      { partnerId: 'pa', lineId: '2', base: 995n, amount: 100n },
    ]);
    expect(balances).toEqual({ 'pa pending': 201n, 'pa commission_expense': -201n });
  });

  it('shares its credit exactly among those who touched the customer', () => {
    const { outcomes } = counted(
      [
        saleOf('a', [100], { customerId: 'k' }),
        saleOf('b', [100], { customerId: 'k' }),
        saleOf('c', [1000], { customerId: 'k' }),
      ],
      shared,
    );
    expect(outcomes[2]?.decision.credits.map(({ partnerId, share }) => [partnerId, share])).toEqual([
      ['pa', '1/3'],
      ['pb', '1/3'],
      ['pc', '1/3'],
    ]);
    expect(outcomes[2]?.commissions.map(({ base }) => base)).toEqual([334n, 333n, 333n]);
  });

  it('pays the upline beside the partner, and takes it back in the same part', () => {
    const plan = { ...tenPercent, upline: [{ level: 1, rate: '20%', of: 'commission' as const }] };
    const { balances, outcomes } = counted([saleOf('c', [10_000]), refund(1n, 5000n)], plan);
    expect(outcomes[0]?.commissions.map(({ partnerId, clause, amount }) => [partnerId, clause, amount])).toEqual([
      ['pc', '1', 1000n],
      ['pb', '1.1', 200n],
    ]);
    expect(balances).toMatchObject({ 'pc pending': 500n, 'pb pending': 100n });
  });
});

describe('refunds', () => {
  it('of a line leave the others alone', () => {
    const { balances, outcomes } = counted([saleOf('a', [1000, 3000]), refundOfLines(1n, { 2: 1500 })]);
    expect(outcomes[1]?.reversals).toEqual([
      { factSeq: 2n, commission: { factSeq: 1n, number: 1 }, partnerId: 'pa', currency: 'EUR', amount: 150n, from: 'pending' },
    ]);
    expect(balances['pa pending']).toBe(250n);
  });

  it('of more than is left take what is left, and then nothing', () => {
    const { outcomes, balances } = counted([saleOf('a', [1000]), refund(1n, 800n), refund(1n, 800n), refund(1n, 1n)]);
    expect(outcomes[2]?.reversals[0]?.amount).toBe(20n);
    expect(outcomes[3]?.decision.unpaid).toBe('nothing_left_to_reverse');
    expect(balances).toEqual({});
  });

  it('without an amount take back everything, even what a free order earned', () => {
    const plan: PlanDocument = { ...tenPercent, rules: [{ id: 'each', on: 'sale', reward: { kind: 'fixed', amount: 500 } }] };
    expect(counted([saleOf('a', [0])], plan).balances).toMatchObject({ 'pa pending': 500n });
    expect(counted([saleOf('a', [0]), refund(1n, null)], plan).balances).toEqual({});
    expect(counted([saleOf('a', [0]), refund(1n, null), refund(1n, null)], plan).balances).toEqual({});
  });

  it('come out of what is payable once released, below zero once paid', () => {
    const paid: FactSpec[] = [
      saleOf('a', [10_000]),
      maturityAt(20),
      { kind: 'payout_started', amount: 1000n, body: payout },
      { kind: 'payout_confirmed', amount: 1000n, targetSeq: 3n, body: payout },
    ];
    const { balances, outcomes, statuses } = counted([...paid, refund(1n, 4000n)]);
    expect(outcomes[4]?.reversals[0]?.from).toBe('payable');
    expect(balances).toEqual({ 'pa paid': 1000n, 'pa payable': -400n, 'pa commission_expense': -600n });
    expect(statuses['1.0']).toBe('paid');
  });

  it('at the frozen rate, whatever the plan says now', () => {
    const terms = sampleTerms(tenPercent);
    const dearer = {
      ...tenPercent,
      rules: [{ id: 'sales', on: 'sale' as const, reward: { kind: 'percent' as const, rate: '50%' } }],
    };
    const later = { id: 'v2', planId: 'plan', number: 2, publishedAt: 0, effectiveAt: START + DAY, document: dearer };
    const program = terms.programs.get('prg');
    if (program === undefined) throw new Error('no program');
    const versions = [...(program.plans.get('plan') ?? []), later];
    const changed = { ...terms, programs: new Map([['prg', { ...program, plans: new Map([['plan', versions]]) }]]) };
    const facts = factsOf([saleOf('a', [1000]), refund(1n, 500n, { occurredAt: START + 2 * DAY })]);
    expect(countAll(facts, changed).balances).toMatchObject({ 'pa pending': 50n });
  });

  it('of something unknown are kept and change nothing', () => {
    expect(counted([refund(null as never, 100n)]).outcomes[0]?.decision.unpaid).toBe('unknown_target');
  });
});

describe('disputes', () => {
  const opened: FactSpec = { kind: 'dispute_opened', targetSeq: 1n };
  const won: FactSpec = { kind: 'dispute_won', targetSeq: 1n };
  const lost: FactSpec = { kind: 'dispute_lost', targetSeq: 1n };

  it('opened before the hold ends keep what is pending from being released', () => {
    const { balances, statuses, outcomes } = counted([saleOf('a', [1000]), opened, maturityAt(20)]);
    expect(outcomes[2]?.decision.unpaid).toBe('nothing_due');
    expect(balances).toMatchObject({ 'pa pending': 100n });
    expect(statuses['1.0']).toBe('suspended');
  });

  it('opened after it take what is payable back to pending', () => {
    const { balances, outcomes } = counted([saleOf('a', [1000]), maturityAt(20), opened]);
    expect(outcomes[2]?.transaction).toMatchObject({ kind: 'suspension', postings: [{ debit: 'payable', credit: 'pending' }] });
    expect(balances).toMatchObject({ 'pa pending': 100n });
  });

  it('won are released with the next release only', () => {
    const upToWon = [saleOf('a', [1000]), maturityAt(20), opened, { ...won, occurredAt: START + DAY }];
    expect(counted(upToWon).balances).toMatchObject({ 'pa pending': 100n });
    expect(counted([...upToWon, maturityAt(21)]).balances).toMatchObject({ 'pa payable': 100n });
  });

  it('won after everything was taken back restore nothing: there is nothing left that waits', () => {
    const { outcomes, balances } = counted([saleOf('a', [10_000]), opened, refund(1n, null), won]);
    expect(outcomes[3]).toMatchObject({ changes: [], transaction: null, decision: { unpaid: 'already_counted' } });
    expect(balances).toEqual({});
  });

  it('lost take back the disputed amount from what waited, and free the rest', () => {
    const { balances, statuses } = counted([saleOf('a', [1000]), opened, { ...lost, amount: 300n }, maturityAt(20)]);
    expect(balances).toMatchObject({ 'pa payable': 70n });
    expect(statuses['1.0']).toBe('payable');
    expect(counted([saleOf('a', [1000]), opened, lost, maturityAt(20)])).toMatchObject({
      balances: {},
      statuses: { '1.0': 'reversed' },
    });
  });

  it('opened a second time change nothing; heard of after they ended neither', () => {
    expect(counted([saleOf('a', [1000]), opened, opened]).outcomes[2]?.decision.unpaid).toBe('nothing_left_to_reverse');
    const lateNews = { ...opened, occurredAt: START + 30_000 };
    const { outcomes, statuses } = counted([saleOf('a', [1000]), won, lateNews]);
    expect(outcomes[2]?.decision.unpaid).toBe('already_counted');
    expect(statuses['1.0']).toBe('pending');
  });

  it('leave a refund during them where it belongs', () => {
    const { balances } = counted([saleOf('a', [1000]), maturityAt(20), opened, refund(1n, 400n), won, maturityAt(21)]);
    expect(balances).toEqual({ 'pa payable': 60n, 'pa commission_expense': -60n });
  });
});

describe('releases and payouts', () => {
  it('release what is due and nothing else, once', () => {
    const specs = [saleOf('a', [1000]), saleOf('b', [2000], { occurredAt: START + 5 * DAY }), maturityAt(11)];
    expect(counted(specs).balances).toMatchObject({ 'pa payable': 100n, 'pb pending': 200n });
    expect(counted([...specs, maturityAt(12)]).outcomes[3]?.decision.unpaid).toBe('nothing_due');
  });

  it('a release by a clock that went back takes nothing from an earlier, wider one', () => {
    const { statuses, balances } = counted([saleOf('a', [1000]), maturityAt(20), maturityAt(2), refund(1n, 500n)]);
    expect(statuses['1.0']).toBe('payable');
    expect(balances).toMatchObject({ 'pa payable': 50n });
    expect(balances['pa pending']).toBeUndefined();
  });

  it('end once', () => {
    const specs: FactSpec[] = [
      saleOf('a', [10_000]),
      maturityAt(20),
      { kind: 'payout_started', amount: 1000n, body: payout },
      { kind: 'payout_rejected', amount: 1000n, targetSeq: 3n, body: payout },
      { kind: 'payout_confirmed', amount: 1000n, targetSeq: 3n, body: payout },
    ];
    const { outcomes, balances, statuses } = counted(specs);
    expect(outcomes[4]?.decision.unpaid).toBe('already_counted');
    expect(balances).toMatchObject({ 'pa payable': 1000n });
    expect(statuses['1.0']).toBe('payable');
    expect(counted([{ kind: 'payout_confirmed', body: payout }]).outcomes[0]?.decision.unpaid).toBe('unknown_target');
  });
});

describe('leads', () => {
  const plan: PlanDocument = {
    ...tenPercent,
    rules: [
      { id: 'leads', on: 'lead', reward: { kind: 'fixed', amount: 300 } },
      { id: 'good', on: 'qualified_lead', reward: { kind: 'fixed', amount: 700 } },
    ],
  };
  const lead: FactSpec = { kind: 'lead', currency: null, customerId: 'k', body: { coupon: 'a', name: 'demo' } };

  it('are paid once by name, and again when found good', () => {
    const { outcomes, balances } = counted([lead, lead, { kind: 'lead_qualified', currency: null, targetSeq: 1n }], plan);
    expect(outcomes[1]?.decision.unpaid).toBe('already_counted');
    expect(outcomes[2]?.decision).toMatchObject({ model: 'as_target', unpaid: null });
    expect(balances).toMatchObject({ 'pa pending': 1000n });
  });

  it('that earned nothing name no plan version when found good', () => {
    const silent = { ...plan, rules: plan.rules.slice(1) };
    const { outcomes } = counted([lead, { kind: 'lead_qualified', currency: null, targetSeq: 1n }], silent);
    expect(outcomes[1]?.decision.planVersionId).not.toBe('');
    expect(outcomes[1]?.commissions).toMatchObject([{ amount: 700n, planVersionId: 'v1' }]);
  });
});

it('takes refunded revenue out of the volume that decides steps, also where nothing was earned', () => {
  const plan: PlanDocument = {
    ...tenPercent,
    rules: [
      {
        id: 'sales',
        on: 'sale',
        reward: { kind: 'percent', rate: '0%' },
        tiers: {
          measure: 'revenue',
          period: 'month',
          mode: 'whole',
          steps: [
            { from: 0, rate: '0%' },
            { from: 10_000, rate: '10%' },
          ],
        },
      },
    ],
  };
  const first = saleOf('a', [9000]);
  expect(counted([first, saleOf('a', [2000])], plan).balances).toMatchObject({ 'pa pending': 200n });
  expect(counted([first, refund(1n, 5000n), saleOf('a', [2000])], plan).balances).toEqual({});
});
