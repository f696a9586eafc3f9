import { describe, expect, test } from 'vitest';
import { fixedRule, percentRule, planOf } from '../reward/scenario.ts';
import { checkPlan } from './check-plan.ts';
import type { Condition, PlanDocument } from './plan.ts';
import { fieldName, renderCondition } from './render-condition.ts';
import { renderPlan } from './render-plan.ts';
import { planTemplates } from './templates.ts';

const languages = ['fr', 'en'] as const;

function textOf(document: PlanDocument, language: 'fr' | 'en'): string {
  return renderPlan(document, language)
    .map(({ heading, text }) => `${heading}: ${text}`)
    .join('\n');
}

test('rules are the first clauses, general clauses go on after them', () => {
  const clauses = renderPlan(planOf([percentRule('base', '12.5%'), fixedRule('fee', 5_000)]), 'fr');
  expect(clauses.map(({ number }) => number)).toEqual(clauses.map((_, index) => String(index + 1)));
  expect(clauses.map(({ ruleId }) => ruleId).slice(0, 3)).toEqual(['base', 'fee', null]);
  expect(clauses[0]).toEqual({
    number: '1',
    ruleId: 'base',
    heading: 'Rémunération des ventes (base)',
    text: 'Pour chaque ligne d’une vente qui lui est attribuée, le partenaire reçoit 12,5 % du montant net de la ligne, hors taxes, dans la devise de la commande.',
  });
  expect(renderPlan(planOf([fixedRule('fee', 5_000)]), 'en')[0]?.text).toBe(
    'For each sale credited to it, the partner receives €50.00, once an order.',
  );
});

test('what the company approves is a clause of its own, and none where nothing is', () => {
  const plan = planOf([percentRule('base', '10%')]);
  const clauseOf = (review: PlanDocument['review'], language: 'fr' | 'en') =>
    renderPlan(review === undefined ? plan : { ...plan, review }, language).find(({ heading }) =>
      ['Validation', 'Review'].includes(heading),
    );
  expect(clauseOf(undefined, 'fr')).toBeUndefined();
  expect(clauseOf({ mode: 'none' }, 'en')).toBeUndefined();
  expect(clauseOf({ mode: 'all' }, 'fr')?.text).toMatch(/^Toute rémunération est soumise à la validation de l’entreprise/);
  expect(clauseOf({ mode: 'above', amount: 25_000 }, 'fr')?.text).toContain('plus de 250,00 € en tout');
  expect(clauseOf({ mode: 'above', amount: 25_000 }, 'en')?.text).toContain('more than €250.00 in all');
});

test('a condition reads as one sentence, in both languages', () => {
  const condition: Condition = {
    all: [
      {
        any: [
          { field: 'customer.kind', op: 'eq', value: 'new' },
          { field: 'order.net', op: 'gte', value: 10_000 },
        ],
      },
      { not: { field: 'line.category', op: 'in', value: ['a', 'b'] } },
      { field: 'partner.certificate', op: 'holds', value: 'gold' },
    ],
  };
  expect(renderCondition(condition, 'EUR', 'fr')).toBe(
    '(la situation du client est « nouveau client » ou le montant net de la commande est d’au moins 100,00 €) et il est inexact que (la catégorie de la ligne est l’une de ces valeurs : « a » ou « b ») et le partenaire détient le certificat « gold » au moment de l’événement',
  );
  expect(renderCondition(condition, 'EUR', 'en')).toBe(
    '(the customer’s situation is “new customer” or the net amount of the order is at least €100.00) and it is not the case that (the category of the line is one of these values: “a” or “b”) and the partner holds the certificate “gold” at the time of the event',
  );
});

test('what a verdict cites has a name', () => {
  expect(fieldName('metadata.seats', 'en')).toBe('the information “seats” sent with the event');
  expect(fieldName('partner.attributes.tier', 'fr')).toBe('l’attribut « tier » du partenaire');
  expect(fieldName('milestone.revenue', 'fr')).toBe('l’objectif de chiffre d’affaires');
});

// Everything a plan can say, so that each of its values can be changed in turn.
const rich = planOf(
  [
    percentRule('a', '10%', {
      when: {
        all: [
          {
            any: [
              { field: 'customer.kind', op: 'eq', value: 'new' },
              { field: 'metadata.seats', op: 'gt', value: 5 },
            ],
          },
          { not: { field: 'order.net', op: 'lt', value: 4_200 } },
          { field: 'customer.country', op: 'not_in', value: ['DE', 'AT'] },
          { field: 'metadata.flag', op: 'ne', value: true },
        ],
      },
      duration: { months: 12, payments: 7 },
      tiers: {
        measure: 'revenue',
        period: 'month',
        mode: 'marginal',
        steps: [
          { from: 0, rate: '10%' },
          { from: 5_000, rate: '15%' },
        ],
      },
    }),
    fixedRule('b', 300, {
      tiers: {
        measure: 'sales',
        period: 'year',
        mode: 'whole',
        steps: [
          { from: 0, amount: 300 },
          { from: 50, amount: 400 },
        ],
      },
      when: { field: 'line.category', op: 'exists' },
    }),
    { id: 'c', on: 'sale', reward: { kind: 'per_unit', amount: 25, unit: 'points' } },
    {
      id: 'd',
      on: 'milestone',
      milestone: { measure: 'leads', period: 'quarter', threshold: 9 },
      reward: { kind: 'fixed', amount: 888 },
    },
    { id: 'e', on: 'lead', reward: { kind: 'fixed', amount: 20 } },
  ],
  {
    attribution: {
      model: {
        kind: 'priority',
        groups: [
          { name: 'g1', via: ['deal'] },
          { name: 'g2', kinds: ['reseller'], partnerIds: ['prt_x'] },
        ],
        within: 'last',
      },
      windowDays: 30,
      windows: { click: 7, deal: 365 },
      coupon: 'wins',
      lifetime: 'none',
      selfReferral: 'reject',
    },
    caps: [
      { scope: 'partner', period: 'month', amount: 100_000 },
      { scope: 'program', period: 'year', amount: 5_000_000, rule: 'a' },
    ],
    upline: [
      { level: 1, rate: '10%', of: 'commission' },
      { level: 2, rate: '2%', of: 'base' },
    ],
    review: { mode: 'above', amount: 777 },
  },
);

const others: Readonly<Record<string, readonly unknown[]>> = {
  kind: ['fixed', 'per_unit'],
  within: ['first', 'linear'],
  coupon: ['touch', 'ignored'],
  lifetime: ['keep_first', 'last_wins'],
  selfReferral: ['allow'],
  combination: ['best', 'first'],
  existingCustomers: ['move'],
  mode: ['marginal', 'whole', 'retroactive', 'all', 'none'],
  measure: ['revenue', 'sales', 'customers', 'leads'],
  period: ['day', 'week', 'month', 'quarter', 'year', 'ever'],
  scope: ['partner', 'customer', 'program'],
  of: ['commission', 'base'],
  on: ['lead', 'qualified_lead', 'click', 'referral', 'sale'],
  op: ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'not_in', 'exists', 'multiple_of'],
  currency: ['USD', 'JPY'],
  level: [],
  field: ['partner.country', 'metadata.seat', 'order.coupon', 'partner.kind', 'line.net', 'customer.ageDays', 'touch.subId'],
  rule: ['b'],
};

interface Change {
  readonly at: string;
  readonly document: PlanDocument;
}

/** Every plan that differs from `rich` in one value. */
function changesOf(value: unknown, at: readonly string[]): Change[] {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, part]) => changesOf(part, [...at, key]));
  const key = at.at(-1) ?? '';
  const candidates =
    others[key] ??
    (typeof value === 'number' ? [value + 1] : typeof value === 'boolean' ? [!value] : [nextText(key, String(value))]);
  return candidates
    .filter((other) => other !== value)
    .map((other) => ({ at: `${at.join('/')} ${String(other)}`, document: replaced(at, other) }));
}

function nextText(key: string, text: string): string {
  if (key === 'rate') return '13%';
  if (at2(text)) return text === 'DE' ? 'ES' : 'PT';
  return { new: 'returning', deal: 'click', reseller: 'client', points: 'credits' }[text] ?? `${text}2`;
}

function at2(text: string): boolean {
  return /^[A-Z]{2}$/.test(text);
}

function replaced(at: readonly string[], other: unknown): PlanDocument {
  const copy: unknown = structuredClone(rich);
  let parent = copy as Record<string, unknown>;
  for (const key of at.slice(0, -1)) parent = parent[key] as Record<string, unknown>;
  parent[at.at(-1) ?? ''] = other;
  return copy as PlanDocument;
}

describe('whatever changes in a plan changes its text', () => {
  const changes = changesOf(rich, []).filter(({ document }) => isRenderable(document));

  test('and the rich plan is valid, so that this proves something', () => {
    expect(checkPlan(rich)).toEqual([]);
    expect(changes.length).toBeGreaterThan(100);
  });

  test.each(languages)('in %s', (language) => {
    const original = textOf(rich, language);
    const unseen = changes.filter(({ document }) => textOf(document, language) === original).map(({ at }) => at);
    expect(unseen).toEqual([]);
  });

  test.each(languages)('and no two changes read the same in %s', (language) => {
    const texts = new Map<string, string>();
    for (const { at, document } of changes) {
      const text = textOf(document, language);
      expect(texts.get(text), at).toBeUndefined();
      texts.set(text, at);
    }
  });
});

// A value that only contradicts another one (a first step unlike the rule's own rate) is refused before it is rendered.
function isRenderable(document: PlanDocument): boolean {
  return checkPlan(document).length === 0;
}

describe('templates', () => {
  test.each(Object.entries(planTemplates))('%s is stated in full in both languages', (_, document) => {
    const french = renderPlan(document, 'fr');
    const english = renderPlan(document, 'en');
    expect(french.map(({ number, ruleId }) => [number, ruleId])).toEqual(english.map(({ number, ruleId }) => [number, ruleId]));
    for (const { heading, text } of [...french, ...english]) {
      expect(heading).not.toBe('');
      expect(text).toMatch(/\.$/);
      expect(text).not.toMatch(/undefined|\[object|NaN/);
    }
  });
});
