import type { PlanDocument } from '@cordee/core/plan';

/** Where the company's days begin and end. */
export const zone = 'Europe/Paris';

/** Two categories with rates of their own and a rate for all else, so that rules decide something. */
export const plan: PlanDocument = {
  currency: 'EUR',
  attribution: { model: { kind: 'last' }, windowDays: 30, coupon: 'wins', lifetime: 'none', selfReferral: 'reject' },
  combination: 'first',
  rules: [
    { id: 'gift-cards', on: 'sale', when: categoryIs('gift-card'), reward: { kind: 'percent', rate: '2%' } },
    { id: 'books', on: 'sale', when: categoryIs('book'), reward: { kind: 'percent', rate: '5%' } },
    { id: 'sales', on: 'sale', reward: { kind: 'percent', rate: '10%' } },
  ],
  holdDays: 30,
  existingCustomers: 'move',
  noticeDays: 30,
};

/** What is tried against it: tiers, and the first touch instead of the last. */
export const triedPlan: PlanDocument = {
  ...plan,
  attribution: { ...plan.attribution, model: { kind: 'first' } },
  rules: [
    { id: 'gift-cards', on: 'sale', when: categoryIs('gift-card'), reward: { kind: 'percent', rate: '1%' } },
    {
      id: 'sales',
      on: 'sale',
      reward: { kind: 'percent', rate: '8%' },
      tiers: {
        measure: 'revenue',
        period: 'month',
        mode: 'marginal',
        steps: [
          { from: 0, rate: '8%' },
          { from: 1_000_000, rate: '10%' },
          { from: 5_000_000, rate: '12%' },
        ],
      },
    },
  ],
};

function categoryIs(category: string) {
  return { field: 'line.category', op: 'eq', value: category } as const;
}
