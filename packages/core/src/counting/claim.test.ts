import { describe, expect, test } from 'vitest';
import { countAll, DAY, factsOf, sampleTerms, START, tenPercent, type FactSpec } from './sample-books.ts';

const terms = sampleTerms({
  ...tenPercent,
  rules: [...tenPercent.rules, { id: 'leads', on: 'lead', reward: { kind: 'fixed', amount: 500 } }],
});
const customerId = 'customer';
const at = (day: number) => ({ occurredAt: START + day * DAY, recordedAt: START + day * DAY, customerId });
const lines = [{ id: '1', productId: 'boots', quantity: 1, net: 1000 }];
const sold = (day: number, body: object = {}): FactSpec => ({
  kind: 'sale',
  ...at(day),
  amount: 1000n,
  body: { lines, ...body },
});
const deal = (partner: string): FactSpec => ({
  kind: 'deal',
  ...at(0),
  currency: null,
  body: { contributionId: `deal-${partner}`, enrollmentId: `e${partner}` },
});
const claimed = { claimId: 'claim-1', enrollmentId: 'ea' };

function told(specs: readonly FactSpec[]) {
  return countAll(factsOf(specs), terms).outcomes.map(({ decision, commissions }) => ({
    model: decision.model,
    credits: decision.credits.map(({ partnerId, share, touchpointId }) => `${partnerId} ${share} ${touchpointId}`),
    rejected: decision.rejected.map(({ touchpointId, reason }) => `${touchpointId} ${reason}`),
    earned: commissions.map(({ partnerId, amount }) => `${partnerId} ${amount}`),
  }));
}

describe('a fact recorded because a claim was accepted', () => {
  test('is its partner’s, whole, whatever else touched the customer', () => {
    const agreed = {
      kind: 'agreement',
      ...at(0),
      currency: null,
      body: { contributionId: 'split', shares: [{ enrollmentId: 'eb', share: '1/1' }] },
    } as const;
    expect(told([deal('b'), agreed, sold(10, claimed)]).at(-1)).toEqual({
      model: 'claim',
      credits: ['pa 1/1 claim-1'],
      rejected: ['deal-b outside_claim'],
      earned: ['pa 100'],
    });
  });

  test('says nothing about what the customer does later', () => {
    const outcomes = told([deal('b'), sold(10, claimed), sold(20)]);
    expect(outcomes.map(({ earned }) => earned)).toEqual([[], ['pa 100'], ['pb 100']]);
  });

  test('a lead likewise', () => {
    const lead: FactSpec = { kind: 'lead', ...at(1), body: { name: 'demo', ...claimed } };
    expect(told([deal('b'), lead]).at(-1)).toMatchObject({ model: 'claim', earned: ['pa 500'] });
  });

  test('an enrollment that may not earn leaves the conversion to the other rules', () => {
    const unknown = { claimId: 'claim-1', enrollmentId: 'nobody' };
    expect(told([deal('b'), sold(10, unknown)]).at(-1)).toMatchObject({ credits: ['pb 1/1 deal-b'], earned: ['pb 100'] });
  });
});
