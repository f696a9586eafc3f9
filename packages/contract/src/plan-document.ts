import {
  type AttributionModel,
  type Condition,
  type FieldTest,
  type PlanDocument,
  planTemplates,
  type Scalar,
} from '@cordee/core/plan';
import { decodeId, encodeId } from '@cordee/core/ids';
import { parseRate } from '@cordee/core/money';
import { z } from 'zod';
import { partnerKind } from './partner.ts';
import { currency, idOf, idText } from './values.ts';

const rateText = z
  .string()
  .max(60)
  .refine((text) => parseRate(text) !== null, { message: 'expected a rate such as 12.5% or 1/8', params: { rule: 'rate' } })
  .meta({ description: 'A percentage or an exact ratio', example: '12.5%' });
const slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, 'lower-case letters, digits, `_` and `-`')
  .meta({ example: 'first-order' });
const days = z.int().min(0).max(3650);
const minorUnits = z.int().min(0).meta({ description: "Minor units of the plan's currency", example: 1000 });
const unit = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,31}$/)
  .meta({ description: 'Currency or non-cash unit, the plan currency unless said otherwise' });
const via = z.enum(['click', 'code', 'introduction', 'contribution', 'deal', 'coupon']);
const periodUnit = z.enum(['day', 'week', 'month', 'quarter', 'year', 'ever']);
const measure = z.enum(['revenue', 'sales', 'customers', 'leads']);

const scalar = z.union([z.string().max(200), z.number(), z.boolean()]);
const comparison = z.enum([
  'eq',
  'ne',
  'in',
  'not_in',
  'lt',
  'lte',
  'gt',
  'gte',
  'multiple_of',
  'starts_with',
  'ends_with',
  'contains',
  'not_contains',
  'exists',
  'holds',
]);
const plainTest = z.strictObject({
  field: z.string().min(1).max(100).meta({ example: 'line.category' }),
  op: comparison,
  value: z.union([scalar, z.array(scalar).min(1).max(1000)]).exactOptional(),
});

type Wire = 'request' | 'answer';

function conditionOf(wire: Wire): z.ZodType<Condition, Condition> {
  const test: z.ZodType<FieldTest, FieldTest> = wire === 'request' ? plainTest.transform(decodePartnerIds) : plainTest;
  const condition: z.ZodType<Condition, Condition> = z.lazy(() =>
    z.union([
      z.strictObject({ all: z.array(condition).min(1).max(50) }),
      z.strictObject({ any: z.array(condition).min(1).max(50) }),
      z.strictObject({ not: condition }),
      test,
    ]),
  );
  return condition;
}

function ruleOf(wire: Wire) {
  const condition = conditionOf(wire);
  return z.strictObject({
    id: slug.meta({ description: 'Unique in the plan: what a commission cites besides its clause' }),
    on: z.enum(['click', 'lead', 'qualified_lead', 'sale', 'referral', 'milestone']),
    when: condition.exactOptional(),
    reward: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('percent'), rate: rateText }),
      z.strictObject({ kind: z.literal('fixed'), amount: minorUnits, unit: unit.exactOptional() }),
      z.strictObject({ kind: z.literal('per_unit'), amount: minorUnits, unit: unit.exactOptional() }),
    ]),
    tiers: z
      .strictObject({
        measure,
        period: periodUnit,
        mode: z.enum(['marginal', 'whole', 'retroactive']),
        steps: z
          .array(z.strictObject({ from: minorUnits, rate: rateText.exactOptional(), amount: minorUnits.exactOptional() }))
          .min(1)
          .max(50),
      })
      .exactOptional(),
    duration: z
      .strictObject({ months: z.int().min(1).max(1200).exactOptional(), payments: z.int().min(1).max(10_000).exactOptional() })
      .exactOptional(),
    milestone: z.strictObject({ measure, period: periodUnit, threshold: minorUnits }).exactOptional(),
  });
}

function attributionOf(wire: Wire) {
  const partnerId = wire === 'request' ? idOf('prt') : idText('prt');
  const model = z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('first') }),
    z.strictObject({ kind: z.literal('last') }),
    z.strictObject({ kind: z.literal('linear') }),
    z.strictObject({ kind: z.literal('position'), first: rateText, last: rateText }),
    z.strictObject({ kind: z.literal('time_decay'), halfLifeDays: z.number().positive().max(3650) }),
    z.strictObject({
      kind: z.literal('priority'),
      groups: z
        .array(
          z.strictObject({
            name: z.string().min(1).max(100),
            kinds: z.array(partnerKind).max(7).exactOptional(),
            via: z.array(via).max(6).exactOptional(),
            partnerIds: z.array(partnerId).max(1000).exactOptional(),
          }),
        )
        .min(1)
        .max(50),
      within: z.enum(['first', 'last', 'linear']),
    }),
    z.strictObject({
      kind: z.literal('agreed'),
      shares: z
        .array(z.strictObject({ partnerId, share: rateText }))
        .min(1)
        .max(200),
    }),
  ]);
  return z.strictObject({
    model,
    windowDays: days,
    windows: z.partialRecord(via, days).exactOptional(),
    coupon: z.enum(['wins', 'touch', 'ignored']),
    lifetime: z.enum(['keep_first', 'last_wins', 'none']),
    selfReferral: z.enum(['reject', 'allow']),
  });
}

function planOf(wire: Wire) {
  return z.strictObject({
    currency,
    attribution: attributionOf(wire),
    combination: z.enum(['best', 'first', 'sum']),
    rules: z.array(ruleOf(wire)).min(1).max(100).meta({ description: 'In order: rule i is clause i of the annex' }),
    caps: z
      .array(
        z.strictObject({
          scope: z.enum(['partner', 'customer', 'program']),
          period: periodUnit,
          amount: minorUnits,
          rule: slug.exactOptional(),
        }),
      )
      .max(50)
      .exactOptional(),
    upline: z
      .array(z.strictObject({ level: z.int().min(1).max(20), rate: rateText, of: z.enum(['commission', 'base']) }))
      .max(20)
      .exactOptional(),
    review: z
      .discriminatedUnion('mode', [
        z.strictObject({ mode: z.literal('none') }),
        z.strictObject({ mode: z.literal('all') }),
        z.strictObject({ mode: z.literal('above'), amount: minorUnits }),
      ])
      .exactOptional()
      .meta({
        description:
          'Which commissions are approved before they are released: none (unless said), all, or those of an event that earns one partner more than an amount',
      }),
    holdDays: days,
    existingCustomers: z.enum(['keep', 'move']),
    noticeDays: days,
  });
}

/** A plan as sent: the ids of partners are decoded, wherever they stand. Whether it makes sense is for `checkPlan` to say. */
export const planDocument: z.ZodType<PlanDocument, PlanDocument> = planOf('request').meta({ example: planTemplates.affiliate });

/** A plan as answered; see `planOnWire`. */
export const planDocumentAnswer: z.ZodType<PlanDocument, PlanDocument> = planOf('answer');

/** The document as it was sent: partners by their typed ids. */
export function planOnWire(document: PlanDocument): PlanDocument {
  return namePartners(document, (id) => encodeId('prt', id));
}

/** The document with every mention of a partner's uuid replaced by a name. */
export function namePartners(document: PlanDocument, name: (partnerId: string) => string): PlanDocument {
  return {
    ...document,
    attribution: { ...document.attribution, model: nameInModel(document.attribution.model, name) },
    rules: document.rules.map((rule) => (rule.when === undefined ? rule : { ...rule, when: nameInCondition(rule.when, name) })),
  };
}

type NamePartner = (partnerId: string) => string;

function nameInModel(model: AttributionModel, name: NamePartner): AttributionModel {
  if (model.kind === 'agreed') {
    return { ...model, shares: model.shares.map((share) => ({ ...share, partnerId: name(share.partnerId) })) };
  }
  if (model.kind !== 'priority') return model;
  return {
    ...model,
    groups: model.groups.map((group) =>
      group.partnerIds === undefined ? group : { ...group, partnerIds: group.partnerIds.map((id) => name(id)) },
    ),
  };
}

function nameInCondition(condition: Condition, name: NamePartner): Condition {
  if ('all' in condition) return { all: condition.all.map((part) => nameInCondition(part, name)) };
  if ('any' in condition) return { any: condition.any.map((part) => nameInCondition(part, name)) };
  if ('not' in condition) return { not: nameInCondition(condition.not, name) };
  const { value } = condition;
  if (condition.field !== 'partner.id' || value === undefined) return condition;
  const replace = (id: Scalar) => (typeof id === 'string' ? name(id) : id);
  return { ...condition, value: Array.isArray(value) ? value.map(replace) : replace(value) };
}

function decodePartnerIds(test: FieldTest, context: z.RefinementCtx): FieldTest {
  const { value } = test;
  if (test.field !== 'partner.id' || value === undefined) return test;
  const decode = (text: Scalar) => {
    const id = typeof text === 'string' ? decodeId('prt', text) : null;
    if (id !== null) return id;
    context.addIssue({ code: 'custom', path: ['value'], message: 'expected an id starting with prt_', params: { rule: 'id' } });
    return text;
  };
  return { ...test, value: Array.isArray(value) ? value.map(decode) : decode(value) };
}
