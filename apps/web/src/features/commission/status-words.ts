import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { CommissionStatus } from './commission.queries.ts';

export const statusWords: Readonly<Record<CommissionStatus, MessageDescriptor>> = {
  pending: msg`In its hold`,
  suspended: msg`Suspended`,
  payable: msg`Payable`,
  in_payout: msg`In a payout`,
  paid: msg`Paid`,
  reversed: msg`Taken back`,
};
