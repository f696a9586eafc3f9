import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Account, Batch, Candidate, Payout, Report } from './payment.queries.ts';

type Tone = 'good' | 'wait' | 'bad' | 'calm';

export const batchWords: Readonly<Record<Batch['state'], MessageDescriptor>> = {
  waiting: msg({ message: 'To approve', context: 'batch' }),
  approved: msg({ message: 'Approved', context: 'batch' }),
  sent: msg({ message: 'Sent to the bank', context: 'batch' }),
  closed: msg({ message: 'Closed', context: 'batch' }),
  cancelled: msg({ message: 'Cancelled', context: 'batch' }),
};
export const batchTones: Readonly<Record<Batch['state'], Tone>> = {
  waiting: 'wait',
  approved: 'wait',
  sent: 'calm',
  closed: 'good',
  cancelled: 'calm',
};

export const lineWords: Readonly<Record<Payout['state'], MessageDescriptor>> = {
  in_payout: msg({ message: 'Under way', context: 'payout' }),
  paid: msg({ message: 'Paid', context: 'payout' }),
  rejected: msg({ message: 'Came back', context: 'payout' }),
};
export const lineTones: Readonly<Record<Payout['state'], Tone>> = { in_payout: 'wait', paid: 'good', rejected: 'bad' };

export const reasonWords: Readonly<Record<Candidate['reasons'][number], MessageDescriptor>> = {
  below_minimum: msg`Below the minimum`,
  nothing_payable: msg`More was taken back than earned`,
  no_account: msg`No account in force`,
  account_cooling: msg`Account changed`,
  account_elsewhere: msg`Account outside of the SEPA`,
  tax_missing: msg`Tax details not settled`,
  tax_under_review: msg`Tax details under review`,
};

export const accountWords: Readonly<Record<Account['state'], MessageDescriptor>> = {
  to_confirm: msg({ message: 'To confirm', context: 'account' }),
  in_force: msg({ message: 'In force', context: 'account' }),
  refused: msg({ message: 'Refused', context: 'account' }),
  replaced: msg({ message: 'Replaced', context: 'account' }),
};
export const accountTones: Readonly<Record<Account['state'], Tone>> = {
  to_confirm: 'wait',
  in_force: 'good',
  refused: 'bad',
  replaced: 'calm',
};

export const outcomeWords: Readonly<Record<Report['lines'][number]['outcome'], MessageDescriptor>> = {
  paid: msg`Paid`,
  rejected: msg`Came back, payable again`,
  already: msg`Known already`,
  unknown: msg`Not one of ours, or not sent`,
  amount_differs: msg`Another amount: nothing was changed`,
  returned_later: msg`Came back after it was paid: look into it`,
};
export const outcomeTones: Readonly<Record<Report['lines'][number]['outcome'], Tone>> = {
  paid: 'good',
  rejected: 'bad',
  already: 'calm',
  unknown: 'calm',
  amount_differs: 'bad',
  returned_later: 'bad',
};
