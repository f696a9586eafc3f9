import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPlan } from './check-plan.ts';
import { compiled, compilePlan } from './compile-plan.ts';
import type { AttributionModel, Condition, PlanDocument, RewardRule } from './plan.ts';
import { planTemplates } from './templates.ts';

const base: PlanDocument = planTemplates.affiliate;

const percent: RewardRule = { id: 'base', on: 'sale', reward: { kind: 'percent', rate: '10%' } };
const fixed: RewardRule = { id: 'fee', on: 'sale', reward: { kind: 'fixed', amount: 500 } };

function faults(document: PlanDocument): string[] {
  return checkPlan(document).map(({ path, code }) => `${path} ${code}`);
}

function rule(changes: object, of: RewardRule = percent): PlanDocument {
  return { ...base, caps: [], rules: [{ ...of, ...changes }] };
}

function when(condition: unknown): PlanDocument {
  return rule({ when: condition });
}

function model(value: unknown): PlanDocument {
  return { ...base, attribution: { ...base.attribution, model: value as AttributionModel } };
}

function tiers(changes: object, of: RewardRule = percent): PlanDocument {
  const steps = [
    { from: 0, rate: '10%' },
    { from: 100, rate: '20%' },
  ];
  return rule({ tiers: { measure: 'revenue', period: 'month', mode: 'marginal', steps, ...changes } }, of);
}

function nested(depth: number): Condition {
  return depth === 0 ? { field: 'customer.kind', op: 'eq', value: 'new' } : { not: nested(depth - 1) };
}

describe('a plan without fault', () => {
  test.each(Object.entries(planTemplates))('is found so: %s', (_, document) => {
    expect(checkPlan(document)).toEqual([]);
  });

  test('compiles once for as long as its document lives', () => {
    expect(compiled(base)).toBe(compiled(base));
  });
});

const cases: readonly (readonly [string, PlanDocument, readonly string[]])[] = [
  ['currency', { ...base, currency: 'EURO' }, ['/currency unknown_currency']],
  ['hold', { ...base, holdDays: 401 }, ['/holdDays days_out_of_range']],
  ['review', { ...base, review: { mode: 'some' } as never }, ['/review/mode unknown_choice']],
  ['ceiling', { ...base, review: { mode: 'above', amount: -1 } }, ['/review/amount bad_amount']],
  ['notice', { ...base, noticeDays: -1 }, ['/noticeDays days_out_of_range']],
  ['half a day', { ...base, holdDays: 0.5 }, ['/holdDays days_out_of_range']],
  [
    'window',
    { ...base, attribution: { ...base.attribution, windowDays: 0, windows: { deal: 4000 } } },
    ['/attribution/windowDays days_out_of_range', '/attribution/windows/deal days_out_of_range'],
  ],
  [
    'origin',
    { ...base, attribution: { ...base.attribution, windows: { 'a/b': 3 } as object } },
    ['/attribution/windows/a~1b unknown_choice'],
  ],
  ['position', model({ kind: 'position', first: '60%', last: '41%' }), ['/attribution/model position_weights']],
  ['half-life', model({ kind: 'time_decay', halfLifeDays: 0 }), ['/attribution/model/halfLifeDays days_out_of_range']],
  ['no group', model({ kind: 'priority', groups: [], within: 'last' }), ['/attribution/model/groups groups_empty']],
  [
    'empty group',
    model({ kind: 'priority', groups: [{ name: 'a' }], within: 'last' }),
    ['/attribution/model/groups/0 group_empty'],
  ],
  [
    'same group name',
    model({
      kind: 'priority',
      groups: [
        { name: 'a', via: ['deal'] },
        { name: 'a', via: ['click'] },
      ],
      within: 'last',
    }),
    ['/attribution/model/groups/1/name group_duplicate'],
  ],
  [
    'shadowed group',
    model({
      kind: 'priority',
      groups: [
        { name: 'a', via: ['deal', 'click'] },
        { name: 'b', kinds: ['reseller'] },
        { name: 'c', via: ['deal'], kinds: ['reseller'] },
      ],
      within: 'last',
    }),
    ['/attribution/model/groups/2 group_shadowed'],
  ],
  [
    'group after every origin',
    model({
      kind: 'priority',
      groups: [
        { name: 'a', via: ['click', 'code', 'introduction', 'contribution', 'deal', 'coupon'] },
        { name: 'b', kinds: ['client'] },
      ],
      within: 'last',
    }),
    ['/attribution/model/groups/1 group_shadowed'],
  ],
  [
    'agreed shares',
    model({
      kind: 'agreed',
      shares: [
        { partnerId: 'a', share: '50%' },
        { partnerId: 'b', share: '1/3' },
      ],
    }),
    ['/attribution/model/shares agreed_shares'],
  ],
  [
    'agreed twice',
    model({
      kind: 'agreed',
      shares: [
        { partnerId: 'a', share: '1' },
        { partnerId: 'a', share: '0' },
      ],
    }),
    ['/attribution/model/shares/1/partnerId agreed_duplicate', '/attribution/model/shares/1/share agreed_share_zero'],
  ],
  ['model', model({ kind: 'lottery' }), ['/attribution/model/kind unknown_choice']],
  ['id', rule({ id: 'Été|1' }), ['/rules/0/id bad_rule_id']],
  ['same id', { ...base, caps: [], rules: [percent, percent] }, ['/rules/1/id duplicate_rule_id']],
  [
    'too many',
    { ...base, caps: [], rules: Array.from({ length: 101 }, (_, index) => ({ ...percent, id: `r${index}` })) },
    ['/rules too_many_rules'],
  ],
  ['event', rule({ on: 'sail' }), ['/rules/0/on unknown_choice', '/rules/0/reward/kind event_needs_fixed']],
  ['percent of a lead', rule({ on: 'lead' }), ['/rules/0/reward/kind event_needs_fixed']],
  ['kind of reward', rule({ reward: { kind: 'share', amount: 1 } }), ['/rules/0/reward/kind unknown_choice']],
  ['rate text', rule({ reward: { kind: 'percent', rate: 'ten' } }), ['/rules/0/reward/rate unreadable_rate']],
  ['negative rate', rule({ reward: { kind: 'percent', rate: '-1%' } }), ['/rules/0/reward/rate rate_out_of_range']],
  ['enormous rate', rule({ reward: { kind: 'percent', rate: '1001%' } }), ['/rules/0/reward/rate rate_out_of_range']],
  ['negative amount', rule({ reward: { kind: 'fixed', amount: -1 } }), ['/rules/0/reward/amount bad_amount']],
  ['fraction of a cent', rule({ reward: { kind: 'per_unit', amount: 1.5 } }), ['/rules/0/reward/amount bad_amount']],
  ['beyond exact', rule({ reward: { kind: 'fixed', amount: 2 ** 53 } }), ['/rules/0/reward/amount bad_amount']],
  ['unit', rule({ reward: { kind: 'fixed', amount: 1, unit: 'EUR' } }), ['/rules/0/reward/unit unknown_unit']],
  ['no step', tiers({ steps: [] }), ['/rules/0/tiers/steps tiers_empty']],
  ['late start', tiers({ steps: [{ from: 5, rate: '10%' }] }), ['/rules/0/tiers/steps/0/from tiers_start']],
  [
    'overlap',
    tiers({
      steps: [
        { from: 0, rate: '10%' },
        { from: 100, rate: '20%' },
        { from: 100, rate: '30%' },
      ],
    }),
    ['/rules/0/tiers/steps/2/from tiers_overlap'],
  ],
  [
    'two values',
    tiers({ steps: [{ from: 0, rate: '10%' }, { from: 1, rate: '1%', amount: 5 }, { from: 2 }] }),
    ['/rules/0/tiers/steps/1 step_needs_one_value', '/rules/0/tiers/steps/2 step_needs_one_value'],
  ],
  ['amount in a percentage', tiers({ steps: [{ from: 0, amount: 5 }] }), ['/rules/0/tiers/steps/0 step_wrong_kind']],
  ['two first values', tiers({ steps: [{ from: 0, rate: '11%' }] }), ['/rules/0/tiers/steps/0 tiers_start_differs']],
  [
    'retroactive fee',
    tiers({ mode: 'retroactive', steps: [{ from: 0, amount: 500 }] }, fixed),
    ['/rules/0/tiers/mode retroactive_needs_percent'],
  ],
  [
    'measure and period',
    tiers({ measure: 'clicks', period: 'decade' }),
    ['/rules/0/tiers/measure unknown_choice', '/rules/0/tiers/period unknown_choice'],
  ],
  ['no duration', rule({ duration: {} }), ['/rules/0/duration duration_empty']],
  [
    'duration of zero',
    rule({ duration: { months: 0, payments: 0 } }),
    ['/rules/0/duration/months bad_number', '/rules/0/duration/payments bad_number'],
  ],
  ['objective missing', rule({ on: 'milestone' }, fixed), ['/rules/0/milestone milestone_missing']],
  [
    'objective on a sale',
    rule({ milestone: { measure: 'sales', period: 'year', threshold: 1 } }),
    ['/rules/0/milestone milestone_unexpected'],
  ],
  [
    'objective of a percentage',
    rule({ on: 'milestone', milestone: { measure: 'sales', period: 'year', threshold: 0 } }),
    ['/rules/0 milestone_stands_alone', '/rules/0/milestone/threshold bad_number'],
  ],
  [
    'cap of nothing',
    { ...base, caps: [{ scope: 'partner', period: 'month', amount: 5, rule: 'sale' }] },
    ['/caps/0/rule cap_unknown_rule'],
  ],
  [
    'cap of points',
    {
      ...rule({ reward: { kind: 'fixed', amount: 1, unit: 'points' } }),
      caps: [{ scope: 'partner', period: 'month', amount: 5, rule: 'base' }],
    },
    ['/caps/0/rule cap_without_effect'],
  ],
  [
    'cap twice',
    {
      ...base,
      caps: [
        { scope: 'partner', period: 'month', amount: 5 },
        { scope: 'partner', period: 'month', amount: 6 },
      ],
    },
    ['/caps/1 duplicate_cap'],
  ],
  [
    'upline gap',
    {
      ...base,
      upline: [
        { level: 1, rate: '5%', of: 'base' },
        { level: 3, rate: '5%', of: 'base' },
      ],
    },
    ['/upline/1/level upline_levels'],
  ],
  [
    'upline twice',
    {
      ...base,
      upline: [
        { level: 1, rate: '5%', of: 'base' },
        { level: 1, rate: '5%', of: 'base' },
      ],
    },
    ['/upline/1/level upline_levels'],
  ],
  ['field', when({ field: 'custmer.country', op: 'eq', value: 'FR' }), ['/rules/0/when/field unknown_field']],
  ['comparison', when({ field: 'customer.country', op: 'equals', value: 'FR' }), ['/rules/0/when/op unknown_comparison']],
  [
    'comparison of another type',
    when({ field: 'customer.country', op: 'gt', value: 3 }),
    ['/rules/0/when/op comparison_not_for_field'],
  ],
  [
    'certificates are held',
    when({ field: 'partner.certificate', op: 'eq', value: 'gold' }),
    ['/rules/0/when/op comparison_not_for_field'],
  ],
  ['held by others', when({ field: 'partner.id', op: 'holds', value: 'gold' }), ['/rules/0/when/op comparison_not_for_field']],
  ['in without a list', when({ field: 'customer.country', op: 'in', value: 'FR' }), ['/rules/0/when/value list_expected']],
  ['in an empty list', when({ field: 'customer.country', op: 'in', value: [] }), ['/rules/0/when/value list_expected']],
  ['a list for one', when({ field: 'customer.country', op: 'eq', value: ['FR'] }), ['/rules/0/when/value value_expected']],
  ['no value', when({ field: 'metadata.tier', op: 'eq' }), ['/rules/0/when/value value_expected']],
  ['text for a number', when({ field: 'line.quantity', op: 'gte', value: '3' }), ['/rules/0/when/value value_type']],
  [
    'every zeroth order',
    when({ field: 'customer.orderNumber', op: 'multiple_of', value: 0 }),
    ['/rules/0/when/value value_type'],
  ],
  [
    'a country in full',
    when({ field: 'customer.country', op: 'in', value: ['FR', 'Spain'] }),
    ['/rules/0/when/value/1 value_type'],
  ],
  [
    'a kind that does not exist',
    when({ field: 'customer.kind', op: 'eq', value: 'newer' }),
    ['/rules/0/when/value unknown_value'],
  ],
  ['fractions', when({ field: 'metadata.score', op: 'eq', value: 1.5 }), ['/rules/0/when/value value_type']],
  ['empty group of conditions', when({ all: [{ any: [] }] }), ['/rules/0/when/all/0/any condition_empty']],
  ['deep', when(nested(8)), ['/rules/0/when/not/not/not/not/not/not/not/not condition_too_deep']],
  ['no condition at all', when({ none: [] }), ['/rules/0/when condition_unreadable']],
];

describe('a fault is found where it is', () => {
  test.each(cases)('%s', (_, document, expected) => {
    expect(faults(document)).toEqual(expected);
    expect(() => compilePlan(document)).toThrow('the plan is not valid');
  });

  test('and every fault at once', () => {
    const document = { ...rule({ id: '', reward: { kind: 'percent', rate: 'x' } }), currency: 'XYZ', holdDays: 999 };
    expect(faults(document)).toHaveLength(4);
  });

  test('seven groups around a test are not too many', () => {
    expect(faults(when(nested(7)))).toEqual([]);
  });

  test('with the nearest name as an example, and a sentence in both languages', () => {
    const [problem] = checkPlan(when({ field: 'custmer.country', op: 'eq', value: 'FR' }));
    expect(problem).toMatchObject({
      fr: 'Le champ « custmer.country » n’existe pas.',
      en: 'The field “custmer.country” does not exist.',
      example: 'customer.country',
    });
  });
});

describe('a document that contains itself', () => {
  test('is a problem, not a crash', () => {
    const condition: { all: Condition[] } = { all: [] };
    condition.all.push(condition);
    expect(faults(when(condition))).toEqual(['/rules/0/when/all/0 cyclic_document']);
  });

  test('or is endlessly deep is one too', () => {
    expect(faults(when(nested(5_000)))[0]).toMatch(/ document_too_deep$/);
  });

  test('but the same part used twice is not', () => {
    const shared: Condition = { field: 'customer.kind', op: 'eq', value: 'new' };
    expect(faults(when({ any: [shared, { not: shared }] }))).toEqual([]);
  });
});

test('every sentence quotes what was written, in both languages', () => {
  for (const [, document] of cases) {
    for (const { fr, en } of checkPlan(document)) expect(`${fr} ${en}`).not.toContain('{}');
  }
});

test('whatever a condition holds, it is judged without crashing', () => {
  const scalar = fc.oneof(fc.string(), fc.integer(), fc.double(), fc.boolean());
  const leaf = fc.record({
    field: fc.oneof(
      fc.string(),
      fc.constantFrom('line.net', 'customer.kind', 'metadata.x', 'partner.certificate', 'constructor'),
    ),
    op: fc.oneof(fc.string(), fc.constantFrom('eq', 'in', 'holds', 'exists', 'gt', 'contains')),
    value: fc.option(fc.oneof(scalar, fc.array(scalar)), { nil: undefined }),
  });
  const { condition } = fc.letrec((tie) => ({
    condition: fc.oneof(
      { maxDepth: 10 },
      leaf,
      fc.record({ all: fc.array(tie('condition')) }),
      fc.record({ not: tie('condition') }),
    ),
  }));
  fc.assert(
    fc.property(condition, (value) => {
      const document = when(value);
      const problems = checkPlan(document);
      if (problems.length === 0) expect(compilePlan(document).byEvent.sale.rules).toHaveLength(1);
      else expect(problems.every(({ path }) => path.startsWith('/rules/0/when'))).toBe(true);
    }),
  );
});
