import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Account, Batch, Candidate, Payout, Rail, Report, Timeline } from './payment.queries.ts';

type Tone = 'good' | 'wait' | 'bad' | 'calm';

export const railWords: Readonly<Record<Rail, MessageDescriptor>> = {
  sepa: msg`Bank (SEPA file)`,
  wise: msg`Wise (file)`,
  paypal: msg`PayPal (file)`,
  stripe: msg`Stripe transfers`,
  outside: msg`Paid outside`,
};

export const problemWords: Readonly<Record<NonNullable<Batch['problem']>, MessageDescriptor>> = {
  key_refused: msg`Stripe refuses the key: an owner connects another one under Accounts, then go on.`,
  no_answer: msg`Stripe does not answer. What may have been sent is looked up before anything is sent again; this goes on by itself.`,
  not_connected: msg`Stripe is no longer connected: an owner connects it under Accounts, then go on.`,
};

export const batchWords: Readonly<Record<Batch['state'], MessageDescriptor>> = {
  waiting: msg({ message: 'To approve', context: 'batch' }),
  approved: msg({ message: 'Approved', context: 'batch' }),
  sent: msg({ message: 'Sent', context: 'batch' }),
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
  account_incomplete: msg`Columns of the Wise template missing`,
  amount_inexact: msg`Amount not possible this way`,
  tax_missing: msg`Tax details not settled`,
  tax_under_review: msg`Tax details under review`,
  invoice_missing: msg`Closed months not invoiced`,
  invoice_contested: msg`Document contested`,
  invoice_not_accepted: msg`Document not accepted yet`,
  no_charter: msg`No charter in force`,
  in_dispute: msg`In dispute`,
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
  not_ended: msg`Not ended yet`,
  already: msg`Known already`,
  unknown: msg`Not one of ours, or not sent`,
  amount_differs: msg`Another amount: nothing was changed`,
  returned_later: msg`Came back after it was paid: look into it`,
};
export const outcomeTones: Readonly<Record<Report['lines'][number]['outcome'], Tone>> = {
  paid: 'good',
  rejected: 'bad',
  not_ended: 'wait',
  already: 'calm',
  unknown: 'calm',
  amount_differs: 'bad',
  returned_later: 'bad',
};

export const stepWords: Readonly<Record<Timeline['steps'][number]['step'], MessageDescriptor>> = {
  earned: msg({ message: 'Earned', context: 'step of a payment' }),
  payable: msg({ message: 'Payable', context: 'step of a payment' }),
  in_batch: msg({ message: 'In a payout', context: 'step of a payment' }),
  approved: msg({ message: 'Approved', context: 'step of a payment' }),
  sent: msg({ message: 'Sent', context: 'step of a payment' }),
  confirmed: msg({ message: 'Arrived', context: 'step of a payment' }),
  returned: msg({ message: 'Came back', context: 'step of a payment' }),
};
