import type { PlanDocument } from '@cordee/core/plan';

export const programKeys = ['affiliation', 'introduction', 'subscription'] as const;
export type ProgramKey = (typeof programKeys)[number];

export interface CastProgram {
  readonly key: ProgramKey;
  readonly name: string;
  readonly slug: string;
  readonly destinationUrl: string;
  readonly cookie: 'set' | 'never';
  readonly precedence: number;
  readonly plan: PlanDocument;
}

/** Content sites and creators: the credit is shared by position, the rate rises with the month's revenue. */
const affiliation: PlanDocument = {
  currency: 'EUR',
  attribution: {
    model: { kind: 'position', first: '40%', last: '40%' },
    windowDays: 30,
    windows: { code: 60 },
    coupon: 'wins',
    lifetime: 'none',
    selfReferral: 'reject',
  },
  combination: 'first',
  rules: [
    {
      id: 'gift-cards',
      on: 'sale',
      when: { field: 'line.category', op: 'eq', value: 'carte-cadeau' },
      reward: { kind: 'percent', rate: '1%' },
    },
    {
      id: 'sales',
      on: 'sale',
      reward: { kind: 'percent', rate: '6%' },
      tiers: {
        measure: 'revenue',
        period: 'month',
        mode: 'marginal',
        steps: [
          { from: 0, rate: '6%' },
          { from: 150_000, rate: '8%' },
          { from: 500_000, rate: '10%' },
        ],
      },
    },
    {
      id: 'monthly-objective',
      on: 'milestone',
      milestone: { measure: 'sales', period: 'month', threshold: 25 },
      reward: { kind: 'fixed', amount: 15_000 },
    },
  ],
  holdDays: 30,
  existingCustomers: 'move',
  noticeDays: 30,
};

/** People who open doors: a fee for each qualified lead, a share of the first year, a part for who brought them in. */
const introduction: PlanDocument = {
  currency: 'EUR',
  attribution: {
    model: { kind: 'first' },
    windowDays: 365,
    coupon: 'ignored',
    lifetime: 'keep_first',
    selfReferral: 'reject',
  },
  combination: 'sum',
  rules: [
    { id: 'qualified-lead', on: 'qualified_lead', reward: { kind: 'fixed', amount: 12_000 } },
    { id: 'first-year', on: 'sale', reward: { kind: 'percent', rate: '7,5%' }, duration: { months: 12 } },
    {
      id: 'large-first-order',
      on: 'sale',
      when: {
        all: [
          { field: 'customer.kind', op: 'eq', value: 'new' },
          { field: 'order.net', op: 'gte', value: 500_000 },
        ],
      },
      reward: { kind: 'fixed', amount: 25_000 },
    },
    { id: 'new-partner', on: 'referral', reward: { kind: 'fixed', amount: 5_000 } },
  ],
  caps: [{ scope: 'customer', period: 'ever', amount: 500_000 }],
  upline: [{ level: 1, rate: '10%', of: 'commission' }],
  holdDays: 15,
  existingCustomers: 'keep',
  noticeDays: 60,
};

/** Recommendations of the subscription: a part of each payment for a year, more for the certified. */
const subscription: PlanDocument = {
  currency: 'EUR',
  attribution: {
    model: { kind: 'last' },
    windowDays: 90,
    coupon: 'wins',
    lifetime: 'keep_first',
    selfReferral: 'reject',
  },
  combination: 'best',
  rules: [
    {
      id: 'recurring',
      on: 'sale',
      when: { field: 'billing.kind', op: 'eq', value: 'subscription' },
      reward: { kind: 'percent', rate: '20%' },
      duration: { months: 12, payments: 12 },
    },
    {
      id: 'recurring-certified',
      on: 'sale',
      when: {
        all: [
          { field: 'billing.kind', op: 'eq', value: 'subscription' },
          { field: 'partner.certificate', op: 'holds', value: 'refuge-pro' },
        ],
      },
      reward: { kind: 'percent', rate: '25%' },
      duration: { months: 12, payments: 12 },
    },
    { id: 'trial', on: 'lead', reward: { kind: 'fixed', amount: 50, unit: 'points' } },
  ],
  caps: [{ scope: 'customer', period: 'year', amount: 60_000 }],
  holdDays: 20,
  existingCustomers: 'keep',
  noticeDays: 30,
};

export const castPrograms: readonly CastProgram[] = [
  {
    key: 'affiliation',
    name: 'Affiliation boutique',
    slug: 'affiliation',
    destinationUrl: 'https://boutique.refuge-et-cie.example/bienvenue?univers=montagne',
    cookie: 'set',
    precedence: 30,
    plan: affiliation,
  },
  {
    key: 'introduction',
    name: "Apporteurs d'affaires",
    slug: 'apporteurs',
    destinationUrl: 'https://pro.refuge-et-cie.example/projets',
    cookie: 'never',
    precedence: 10,
    plan: introduction,
  },
  {
    key: 'subscription',
    name: 'Parrainage Refuge Pro',
    slug: 'parrainage',
    destinationUrl: 'https://app.refuge-et-cie.example/essai',
    cookie: 'never',
    precedence: 20,
    plan: subscription,
  },
];

/** What the company announces at the end of the story: the lowest step of the shop's rates falls by a point. */
export function nextAffiliation(): PlanDocument {
  const rules = affiliation.rules.map((rule) => {
    if (rule.id !== 'sales' || rule.tiers === undefined) return rule;
    const steps = rule.tiers.steps.map((step) => (step.from === 0 ? { ...step, rate: '5%' } : step));
    return { ...rule, reward: { kind: 'percent' as const, rate: '5%' }, tiers: { ...rule.tiers, steps } };
  });
  return { ...affiliation, rules };
}
