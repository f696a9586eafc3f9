import type { Order, QueueFilters, QueueStatus, SignalCode } from './commission-review.queries.ts';

const STATUSES: Readonly<Record<QueueStatus, true>> = { in_review: true, held: true, suspended: true };
const ORDERS: Readonly<Record<Order, true>> = { oldest: true, newest: true, amount: true };
const SIGNALS: Readonly<Record<SignalCode, true>> = {
  self_referral: true,
  refund_rate: true,
  burst: true,
  unusual_amount: true,
  shared_customer: true,
  first_sale: true,
};

export const signalCodes = Object.keys(SIGNALS) as SignalCode[];
export const orders = Object.keys(ORDERS) as Order[];

/** The filters an address holds; what it does not know is left out, and so is what holds without being said. */
export function queueFilters({ status, signal, sort }: Record<string, unknown>): QueueFilters {
  return {
    ...(isOf(STATUSES, status) && status !== 'in_review' ? { status } : {}),
    ...(isOf(SIGNALS, signal) ? { signal } : {}),
    ...(isOf(ORDERS, sort) && sort !== 'oldest' ? { sort } : {}),
  };
}

function isOf<Value extends string>(known: Readonly<Record<Value, true>>, value: unknown): value is Value {
  return typeof value === 'string' && Object.hasOwn(known, value);
}
