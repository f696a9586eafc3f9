import { describe, expect, test } from 'vitest';
import { countAll, DAY, factsOf, saleOf, sampleTerms, START, tenPercent, type FactSpec } from './sample-books.ts';

const terms = sampleTerms(tenPercent);
const customerId = 'customer';
const at = (day: number) => ({ occurredAt: START + day * DAY, recordedAt: START + day * DAY, customerId });

function dealOf(partner: string, day: number, body: object = {}): FactSpec {
  return {
    kind: 'deal',
    ...at(day),
    currency: null,
    body: { contributionId: `deal-${partner}`, enrollmentId: `e${partner}`, ...body },
  };
}

function bought(day: number, productId = 'boots', more: Partial<FactSpec> = {}): FactSpec {
  return { kind: 'sale', ...at(day), amount: 1000n, body: { lines: [{ id: '1', productId, quantity: 1, net: 1000 }] }, ...more };
}

function credited(specs: readonly FactSpec[]) {
  const outcome = countAll(factsOf(specs), terms).outcomes.at(-1);
  return {
    credits: outcome?.decision.credits.map(
      ({ partnerId, share, via, touchpointId }) => `${partnerId} ${share} ${via} ${touchpointId}`,
    ),
    rejected: outcome?.decision.rejected.map(({ touchpointId, reason }) => `${touchpointId} ${reason}`),
    earned: outcome?.commissions.map(({ partnerId, amount }) => `${partnerId} ${amount}`),
  };
}

describe('a confirmed deal', () => {
  test('earns nothing itself and credits its partner for a later sale', () => {
    const counted = countAll(factsOf([dealOf('a', 0), bought(10)]), terms);
    expect(counted.outcomes[0]).toMatchObject({
      commissions: [],
      transaction: null,
      decision: { unpaid: null, programId: 'prg' },
    });
    expect(credited([dealOf('a', 0), bought(10)])).toEqual({
      credits: ['pa 1/1 deal deal-a'],
      rejected: [],
      earned: ['pa 100'],
    });
  });

  test('counts within the window of the plan, unless it has a validity of its own', () => {
    expect(credited([dealOf('a', 0), bought(31)]).rejected).toEqual(['deal-a outside_window']);
    const until = START + 200 * DAY;
    expect(credited([dealOf('a', 0, { until }), bought(199)]).earned).toEqual(['pa 100']);
    expect(credited([dealOf('a', 0, { until }), bought(200)]).rejected).toEqual(['deal-a no_longer_valid']);
    expect(credited([dealOf('a', 0, { until: START + 5 * DAY }), bought(5)]).rejected).toEqual(['deal-a no_longer_valid']);
  });

  test('counts for its products, and for what names none', () => {
    const products = ['tents'];
    expect(credited([dealOf('a', 0, { products }), bought(1)]).rejected).toEqual(['deal-a other_products']);
    expect(credited([dealOf('a', 0, { products }), bought(1, 'tents')]).earned).toEqual(['pa 100']);
    expect(credited([dealOf('a', 0, { products }), bought(1, '', { body: {} })]).earned).toEqual(['pa 100']);
  });

  test('withdrawn, it no longer counts for what happens from then on', () => {
    const end: FactSpec = { kind: 'contribution_ended', ...at(5), body: { contributionId: 'deal-a', enrollmentId: 'ea' } };
    expect(credited([dealOf('a', 0), end, bought(6)]).rejected).toEqual(['deal-a no_longer_valid']);
    // A sale from before, heard of only now.
    expect(credited([dealOf('a', 0), end, bought(4, 'boots', { recordedAt: START + 6 * DAY })]).earned).toEqual(['pa 100']);
  });

  test('confirmed late, it leaves what was recorded before as it was', () => {
    const late = { ...dealOf('a', 0), recordedAt: START + 10 * DAY };
    const outcomes = countAll(factsOf([bought(5), late, bought(11)]), terms).outcomes;
    expect(outcomes.map(({ commissions }) => commissions.length)).toEqual([0, 0, 1]);
  });

  test('competes with introductions, contributions and coupons by the model of the plan', () => {
    const touches = (['introduction', 'contribution'] as const).map((kind, index): FactSpec => ({
      ...dealOf('b', index + 1),
      kind,
      body: { contributionId: kind, enrollmentId: 'eb' },
    }));
    expect(credited([dealOf('a', 0), ...touches, bought(10)])).toMatchObject({
      credits: ['pb 1/1 contribution contribution'],
      rejected: ['deal-a not_last', 'introduction not_last'],
    });
    expect(credited([dealOf('a', 0), saleOf('c', [1000], at(3))]).earned?.[0]).toBe('pc 100');
  });
});

describe('a lead that a partner registered', () => {
  const paid = sampleTerms({
    ...tenPercent,
    rules: [...tenPercent.rules, { id: 'leads', on: 'lead', reward: { kind: 'fixed', amount: 500 } }],
  });
  const lead: FactSpec = { kind: 'lead', ...at(0), body: { contributionId: 'lead-a', enrollmentId: 'ea', name: 'demo' } };

  test('credits that partner, for itself and for what follows', () => {
    const { outcomes } = countAll(factsOf([lead, bought(10)]), paid);
    expect(outcomes.map(({ commissions }) => commissions.map(({ partnerId, amount }) => `${partnerId} ${amount}`))).toEqual([
      ['pa 500'],
      ['pa 100'],
    ]);
    expect(outcomes[1]?.decision.credits).toMatchObject([{ via: 'introduction', touchpointId: 'lead-a' }]);
  });
});

describe('a split agreed for a customer', () => {
  const shares = [
    { enrollmentId: 'ea', share: '3/4' },
    { enrollmentId: 'eb', share: '1/4' },
  ];
  const split = (day: number, body: object = {}): FactSpec => ({
    kind: 'agreement',
    ...at(day),
    currency: null,
    body: { contributionId: 'split', shares, ...body },
  });

  test('goes before every rule, coupons included, exactly', () => {
    expect(credited([split(0), saleOf('c', [1001], at(1))])).toMatchObject({
      credits: ['pa 3/4 agreement split', 'pb 1/4 agreement split'],
      earned: ['pa 75', 'pb 25'],
    });
    const { rejected } = credited([split(0), dealOf('c', 1), bought(2)]);
    expect(rejected).toEqual(['deal-c outside_agreement']);
  });

  test('holds from its date on, until it ends', () => {
    expect(credited([split(5), bought(4)]).credits).toEqual([]);
    expect(credited([split(0, { until: START + 3 * DAY }), bought(3)]).credits).toEqual([]);
    const end: FactSpec = { kind: 'contribution_ended', ...at(2), body: { contributionId: 'split', shares } };
    expect(credited([split(0), end, bought(2)]).credits).toEqual([]);
    expect(credited([split(0), end, bought(1, 'boots', { recordedAt: START + 9 * DAY })]).earned).toEqual(['pa 75', 'pb 25']);
  });

  test('for one sale, is for that one only, and goes before the customer’s', () => {
    const sale = 'order-1';
    const own = split(0, { sale, contributionId: 'own', shares: [{ enrollmentId: 'ec', share: '1/1' }] });
    expect(credited([split(0), own, bought(1, 'boots', { externalId: 'order-1' })]).credits).toEqual(['pc 1/1 agreement own']);
    expect(credited([split(0), own, bought(1)]).credits).toEqual(['pa 3/4 agreement split', 'pb 1/4 agreement split']);
    expect(credited([own, bought(1)]).credits).toEqual([]);
  });

  test('gives the part of one that may not earn to the others', () => {
    const paused = sampleTerms(tenPercent);
    const ended = { ...paused.enrollments.get('ea'), states: [{ from: 0, recordedAt: 0, value: 'ended' }] };
    const enrollments = new Map(paused.enrollments).set('ea', ended as never);
    const { outcomes } = countAll(factsOf([split(0), bought(1)]), { ...paused, enrollments });
    expect(outcomes[1]?.commissions.map(({ partnerId, amount }) => [partnerId, amount])).toEqual([['pb', 100n]]);
  });
});
