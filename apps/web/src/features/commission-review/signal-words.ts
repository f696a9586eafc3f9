import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Order, SignalCode } from './commission-review.queries.ts';

export const signalWords: Readonly<Record<SignalCode, MessageDescriptor>> = {
  self_referral: msg`Self-referral`,
  refund_rate: msg`Many refunds`,
  burst: msg`Burst`,
  unusual_amount: msg`Unusual amount`,
  shared_customer: msg`Shared customer`,
  first_sale: msg`First sale`,
};

export const orderWords: Readonly<Record<Order, MessageDescriptor>> = {
  oldest: msg`Oldest first`,
  newest: msg`Newest first`,
  amount: msg`Highest amount first`,
};
