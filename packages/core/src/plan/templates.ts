import type { PlanDocument } from './plan.ts';

export const templateNames = ['affiliate', 'introducer', 'reseller', 'supplier', 'subscription'] as const;

export type TemplateName = (typeof templateNames)[number];

/** Content sites and creators: a percentage per line, less on some goods, a coupon that wins and a bonus for volume. */
const affiliate: PlanDocument = {
  currency: 'EUR',
  attribution: {
    model: { kind: 'last' },
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
      when: { field: 'line.category', op: 'in', value: ['gift-card', 'voucher'] },
      reward: { kind: 'percent', rate: '1%' },
    },
    {
      id: 'new-customers',
      on: 'sale',
      when: { field: 'customer.kind', op: 'eq', value: 'new' },
      reward: { kind: 'percent', rate: '10%' },
    },
    { id: 'sales', on: 'sale', reward: { kind: 'percent', rate: '5%' } },
    {
      id: 'monthly-objective',
      on: 'milestone',
      milestone: { measure: 'sales', period: 'month', threshold: 50 },
      reward: { kind: 'fixed', amount: 15_000 },
    },
  ],
  caps: [{ scope: 'program', period: 'month', amount: 5_000_000 }],
  holdDays: 30,
  existingCustomers: 'move',
  noticeDays: 30,
};

/** People who open doors: a fee when the lead is qualified, a share of the first year's business, more for the certified. */
const introducer: PlanDocument = {
  currency: 'EUR',
  attribution: {
    model: {
      kind: 'priority',
      groups: [
        { name: 'registered deals', via: ['deal'] },
        { name: 'introductions', via: ['introduction'], kinds: ['referrer'] },
      ],
      within: 'first',
    },
    windowDays: 365,
    coupon: 'ignored',
    lifetime: 'keep_first',
    selfReferral: 'reject',
  },
  combination: 'best',
  rules: [
    { id: 'qualified-lead', on: 'qualified_lead', reward: { kind: 'fixed', amount: 15_000 } },
    { id: 'first-year', on: 'sale', reward: { kind: 'percent', rate: '8%' }, duration: { months: 12 } },
    {
      id: 'first-year-certified',
      on: 'sale',
      when: { field: 'partner.certificate', op: 'holds', value: 'introducer' },
      reward: { kind: 'percent', rate: '10%' },
      duration: { months: 12 },
    },
  ],
  caps: [{ scope: 'customer', period: 'ever', amount: 2_000_000 }],
  upline: [{ level: 1, rate: '10%', of: 'commission' }],
  review: { mode: 'above', amount: 100_000 },
  holdDays: 45,
  existingCustomers: 'keep',
  noticeDays: 60,
};

/** Companies that sell for us: a rate that rises with the quarter's revenue, over all of it, and a bonus for the year. */
const reseller: PlanDocument = {
  currency: 'EUR',
  attribution: {
    model: {
      kind: 'priority',
      groups: [
        { name: 'registered deals', via: ['deal'] },
        { name: 'resellers', kinds: ['reseller'] },
      ],
      within: 'last',
    },
    windowDays: 180,
    coupon: 'touch',
    lifetime: 'last_wins',
    selfReferral: 'allow',
  },
  combination: 'sum',
  rules: [
    {
      id: 'quarter',
      on: 'sale',
      reward: { kind: 'percent', rate: '15%' },
      tiers: {
        measure: 'revenue',
        period: 'quarter',
        mode: 'retroactive',
        steps: [
          { from: 0, rate: '15%' },
          { from: 2_500_000, rate: '18%' },
          { from: 10_000_000, rate: '22%' },
        ],
      },
    },
    {
      id: 'onboarding',
      on: 'sale',
      when: {
        all: [
          { field: 'customer.kind', op: 'eq', value: 'new' },
          { field: 'order.net', op: 'gte', value: 500_000 },
        ],
      },
      reward: { kind: 'fixed', amount: 25_000 },
    },
    {
      id: 'year-objective',
      on: 'milestone',
      milestone: { measure: 'revenue', period: 'year', threshold: 50_000_000 },
      reward: { kind: 'fixed', amount: 1_000_000 },
    },
  ],
  holdDays: 30,
  existingCustomers: 'keep',
  noticeDays: 90,
};

/** Those who build what is sold: an amount per unit of their own goods, a part of the services they deliver. */
const supplier: PlanDocument = {
  currency: 'EUR',
  attribution: {
    model: { kind: 'linear' },
    windowDays: 365,
    windows: { contribution: 730 },
    coupon: 'ignored',
    lifetime: 'none',
    selfReferral: 'reject',
  },
  combination: 'first',
  rules: [
    {
      id: 'unit-fee',
      on: 'sale',
      when: {
        all: [
          { field: 'line.category', op: 'eq', value: 'equipment' },
          { field: 'partner.kind', op: 'eq', value: 'supplier' },
        ],
      },
      reward: { kind: 'per_unit', amount: 1_200 },
      tiers: {
        measure: 'sales',
        period: 'year',
        mode: 'whole',
        steps: [
          { from: 0, amount: 1_200 },
          { from: 100, amount: 1_500 },
        ],
      },
    },
    {
      id: 'services',
      on: 'sale',
      when: {
        all: [
          { field: 'line.category', op: 'eq', value: 'service' },
          { field: 'partner.kind', op: 'in', value: ['supplier', 'subcontractor'] },
        ],
      },
      reward: { kind: 'percent', rate: '20%' },
    },
    { id: 'referral', on: 'referral', reward: { kind: 'fixed', amount: 100, unit: 'credits' } },
  ],
  caps: [{ scope: 'partner', period: 'month', amount: 3_000_000, rule: 'services' }],
  holdDays: 60,
  existingCustomers: 'keep',
  noticeDays: 90,
};

/** Recommendations of a subscription: a part of each payment, rising slice by slice, for a year or twelve payments. */
const subscription: PlanDocument = {
  currency: 'EUR',
  attribution: {
    model: { kind: 'position', first: '40%', last: '40%' },
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
      tiers: {
        measure: 'revenue',
        period: 'month',
        mode: 'marginal',
        steps: [
          { from: 0, rate: '20%' },
          { from: 500_000, rate: '25%' },
          { from: 2_000_000, rate: '30%' },
        ],
      },
      duration: { months: 12, payments: 12 },
    },
    {
      id: 'one-time',
      on: 'sale',
      when: { not: { field: 'billing.kind', op: 'eq', value: 'subscription' } },
      reward: { kind: 'percent', rate: '10%' },
    },
    { id: 'lead', on: 'lead', reward: { kind: 'fixed', amount: 50, unit: 'points' } },
  ],
  caps: [{ scope: 'customer', period: 'year', amount: 200_000 }],
  holdDays: 35,
  existingCustomers: 'keep',
  noticeDays: 30,
};

/** Believable plans to start from, one per kind of partnership; every amount is in cents of a euro. */
export const planTemplates: Readonly<Record<TemplateName, PlanDocument>> = {
  affiliate,
  introducer,
  reseller,
  supplier,
  subscription,
};
