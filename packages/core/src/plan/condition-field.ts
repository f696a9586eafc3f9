import type { Comparison, Condition, conditionFields } from './plan.ts';

export type ConditionField = (typeof conditionFields)[number];

/**
 * What a field holds. `amount` is minor units of the plan's currency, `integer` a count; `name` is free text; `choice` one of
 * a closed list; `certificates` a set of codes; `open` whatever the company sent (metadata and partner attributes).
 */
type FieldKind = 'amount' | 'integer' | 'name' | 'country' | 'currency' | 'choice' | 'certificates' | 'open';

export interface FieldShape {
  readonly kind: FieldKind;
  /** For `choice`: the only values there are. */
  readonly choices?: readonly string[];
}

export const partnerKinds = ['affiliate', 'referrer', 'reseller', 'supplier', 'subcontractor', 'client', 'technology'] as const;
export const vias = ['click', 'code', 'introduction', 'contribution', 'deal', 'coupon'] as const;
export const rewardEvents = ['click', 'lead', 'qualified_lead', 'sale', 'referral', 'milestone'] as const;
export const measures = ['revenue', 'sales', 'customers', 'leads'] as const;
export const periodUnits = ['day', 'week', 'month', 'quarter', 'year', 'ever'] as const;

const shapes: Readonly<Record<ConditionField, FieldShape>> = {
  'line.productId': { kind: 'name' },
  'line.category': { kind: 'name' },
  'line.quantity': { kind: 'integer' },
  'line.net': { kind: 'amount' },
  'order.net': { kind: 'amount' },
  'order.currency': { kind: 'currency' },
  'order.coupon': { kind: 'name' },
  'customer.country': { kind: 'country' },
  'customer.kind': { kind: 'choice', choices: ['new', 'returning', 'renewal'] },
  'customer.orderNumber': { kind: 'integer' },
  'customer.ageDays': { kind: 'integer' },
  'customer.ageMonths': { kind: 'integer' },
  'billing.kind': { kind: 'choice', choices: ['one_time', 'subscription'] },
  'billing.period': { kind: 'name' },
  'billing.sequence': { kind: 'integer' },
  'partner.id': { kind: 'name' },
  'partner.kind': { kind: 'choice', choices: partnerKinds },
  'partner.country': { kind: 'country' },
  'partner.certificate': { kind: 'certificates' },
  'partner.revenue': { kind: 'amount' },
  'partner.sales': { kind: 'integer' },
  'partner.customers': { kind: 'integer' },
  'touch.via': { kind: 'choice', choices: [...vias, 'lifetime', 'agreement'] },
  'touch.subId': { kind: 'name' },
};

const openField = /^(?:metadata|partner\.attributes)\.(.+)$/;

/** The shape of a field a condition may read, or undefined when there is no such field. */
export function shapeOf(field: string): FieldShape | undefined {
  if (isConditionField(field)) return shapes[field];
  return openField.test(field) ? { kind: 'open' } : undefined;
}

export function isConditionField(field: string): field is ConditionField {
  return Object.hasOwn(shapes, field);
}

const equality = ['eq', 'ne', 'in', 'not_in', 'exists'] as const;
const order = ['lt', 'lte', 'gt', 'gte', 'multiple_of'] as const;
const text = ['starts_with', 'ends_with', 'contains', 'not_contains'] as const;

const comparisonsByKind: Readonly<Record<FieldKind, readonly Comparison[]>> = {
  amount: [...equality, ...order],
  integer: [...equality, ...order],
  name: [...equality, ...text],
  country: equality,
  currency: equality,
  choice: equality,
  certificates: ['holds', 'exists'],
  open: [...equality, ...order, ...text],
};

/** The comparisons that make sense for a field of this shape. */
export function comparisonsFor(shape: FieldShape): readonly Comparison[] {
  return comparisonsByKind[shape.kind];
}

export const comparisons: readonly Comparison[] = [...equality, ...order, ...text, 'holds'];

/** Every field a condition may read, once each, in order of appearance. */
export function fieldsIn(condition: Condition): string[] {
  if ('field' in condition) return [condition.field];
  if ('not' in condition) return fieldsIn(condition.not);
  const parts = 'all' in condition ? condition.all : condition.any;
  return [...new Set(parts.flatMap(fieldsIn))];
}

/** Whether one of the fields belongs to an order line. */
export function readsLines(fields: readonly string[]): boolean {
  return fields.some((field) => field.startsWith('line.'));
}
