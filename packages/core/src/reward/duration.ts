import { wholeMonthsBetween } from '../time/index.ts';
import type { Duration } from '../plan/plan.ts';
import type { RewardContext } from './reward.ts';

/** Whether the customer has paid for as long, or as often, as the rule pays: the earlier of the two ends it. */
export function isDurationOver(duration: Duration, { at, zone, customer }: RewardContext): boolean {
  if (duration.payments !== undefined && customer.payments >= duration.payments) return true;
  if (duration.months === undefined || customer.firstPaymentAt === null) return false;
  return wholeMonthsBetween(customer.firstPaymentAt, at, zone) >= duration.months;
}
