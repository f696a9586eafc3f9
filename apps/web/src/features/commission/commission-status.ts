import type { CommissionFilters, CommissionStatus } from './commission.queries.ts';

const STATUSES: Readonly<Record<CommissionStatus, 'good' | 'wait' | 'bad' | 'calm'>> = {
  pending: 'wait',
  suspended: 'bad',
  payable: 'good',
  in_payout: 'good',
  paid: 'calm',
  reversed: 'calm',
};

export const commissionStatuses = Object.keys(STATUSES) as CommissionStatus[];

export function toneOf(status: CommissionStatus) {
  return STATUSES[status];
}

/** The filters an address holds; what it does not know is left out. */
export function commissionFilters({ status }: Record<string, unknown>): CommissionFilters {
  return typeof status === 'string' && Object.hasOwn(STATUSES, status) ? { status: status as CommissionStatus } : {};
}
