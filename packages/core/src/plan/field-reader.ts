import { wholeMonthsBetween } from '../time/index.ts';
import type { CreditedLine, RewardContext } from '../reward/reward.ts';
import type { Measure } from './plan.ts';
import type { ConditionField } from './condition-field.ts';

/** What a condition is tested on: the conversion, one of its lines (or none), and the partner's totals so far. */
export interface ConditionScope {
  readonly context: RewardContext;
  readonly line: CreditedLine | null;
  /** The plan's currency: amounts of orders in another one are unknown to its conditions. */
  readonly currency: string;
  /** The enrollment's total since it began, before this conversion. */
  readonly total: (measure: Measure) => bigint;
}

export type FieldValue = string | number | bigint | boolean;

/** Reads one field; undefined is missing data. */
export type FieldReader = (scope: ConditionScope) => FieldValue | undefined;

const MS_PER_DAY = 86_400_000;

const readers: Readonly<Record<Exclude<ConditionField, 'partner.certificate'>, FieldReader>> = {
  'line.productId': ({ line }) => line?.line.productId,
  'line.category': ({ line }) => line?.line.category,
  'line.quantity': ({ line }) => line?.line.quantity,
  'line.net': ({ line, context, currency }) => (context.currency === currency ? line?.net : undefined),
  'order.net': ({ context, currency }) => (isSale(context) && context.currency === currency ? context.orderNet : undefined),
  'order.currency': ({ context }) => (isSale(context) ? context.currency : undefined),
  'order.coupon': ({ context }) => context.coupon ?? undefined,
  'customer.country': ({ context }) => context.customer.country ?? undefined,
  'customer.kind': ({ context }) => context.customer.kind ?? undefined,
  'customer.orderNumber': ({ context }) => context.customer.orderNumber ?? undefined,
  'customer.ageDays': ({ context }) => {
    const since = customerSince(context);
    return since === undefined ? undefined : Math.floor((context.at - since) / MS_PER_DAY);
  },
  'customer.ageMonths': ({ context }) => {
    const since = customerSince(context);
    return since === undefined ? undefined : wholeMonthsBetween(since, context.at, context.zone);
  },
  'billing.kind': ({ context }) => context.billing?.kind,
  'billing.period': ({ context }) => context.billing?.period,
  'billing.sequence': ({ context }) => context.billing?.sequence,
  'partner.id': ({ context }) => context.partner.id,
  'partner.kind': ({ context }) => context.partner.kind,
  'partner.country': ({ context }) => context.partner.country ?? undefined,
  'partner.revenue': ({ total }) => total('revenue'),
  'partner.sales': ({ total }) => total('sales'),
  'partner.customers': ({ total }) => total('customers'),
  'touch.via': ({ context }) => context.touch.via,
  'touch.subId': ({ context }) => context.touch.subId ?? undefined,
};

/** The reader of a field that holds one value; `partner.certificate` is a set and has none. Throws on an unknown field. */
export function fieldReader(field: string): FieldReader {
  if (Object.hasOwn(readers, field)) return readers[field as keyof typeof readers];
  if (field.startsWith('metadata.')) {
    const key = field.slice('metadata.'.length);
    return ({ context }) => own(context.metadata, key);
  }
  if (field.startsWith('partner.attributes.')) {
    const key = field.slice('partner.attributes.'.length);
    return ({ context }) => own(context.partner.attributes, key);
  }
  throw new Error(`unknown condition field ${field}`);
}

function own(values: Readonly<Record<string, FieldValue>>, key: string): FieldValue | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

function isSale(context: RewardContext): boolean {
  return context.event === 'sale';
}

// A first order has no earlier one to count from: its customer is zero days old.
function customerSince(context: RewardContext): number | undefined {
  if (context.customer.firstOrderAt !== null) return context.customer.firstOrderAt;
  return context.customer.orderNumber === 1 ? context.at : undefined;
}
