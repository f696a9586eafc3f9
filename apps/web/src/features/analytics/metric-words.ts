import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Metric, Split, Step } from './analytics.queries.ts';

export const metricWords: Readonly<Record<Metric, MessageDescriptor>> = {
  clicks: msg`Clicks`,
  leads: msg`Leads`,
  sales: msg`Sales`,
  amount: msg`Sold`,
  refunds: msg`Refunds`,
  refunded: msg`Refunded`,
  commissions: msg`Commissions`,
  earned: msg`Earned`,
  reversed: msg({ message: 'Taken back', context: 'amount' }),
  net: msg`Earned, net`,
  paid: msg`Paid`,
};

export const splitWords: Readonly<Record<Split, MessageDescriptor>> = {
  partner: msg`By partner`,
  program: msg`By program`,
  link: msg`By link`,
  subId: msg`By sub-id`,
  country: msg`By country`,
};

export const stepWords: Readonly<Record<Step, MessageDescriptor>> = {
  day: msg`Each day`,
  week: msg`Each week`,
  month: msg`Each month`,
};
