import { daySpan } from '../../lib/day-span.ts';
import type { CommissionFilters, CommissionStatus } from './commission.queries.ts';

const STATUSES: Readonly<Record<CommissionStatus, 'good' | 'wait' | 'bad' | 'calm'>> = {
  pending: 'wait',
  in_review: 'wait',
  held: 'bad',
  suspended: 'bad',
  payable: 'good',
  in_payout: 'good',
  paid: 'calm',
  reversed: 'calm',
  refused: 'calm',
};

export const commissionStatuses = Object.keys(STATUSES) as CommissionStatus[];

export function toneOf(status: CommissionStatus) {
  return STATUSES[status];
}

/** The filters an address holds; what it does not know is left out. */
export function commissionFilters({ status, from, to }: Record<string, unknown>): CommissionFilters {
  const known = typeof status === 'string' && Object.hasOwn(STATUSES, status);
  return { ...(known ? { status: status as CommissionStatus } : {}), ...daySpan({ from, to }) };
}
