import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export const partnerKinds = ['affiliate', 'referrer', 'reseller', 'supplier', 'subcontractor', 'client', 'technology'] as const;

export const partnerKindWords: Readonly<Record<(typeof partnerKinds)[number], MessageDescriptor>> = {
  affiliate: msg`Affiliate`,
  referrer: msg`Referrer`,
  reseller: msg`Reseller`,
  supplier: msg`Supplier`,
  subcontractor: msg`Subcontractor`,
  client: msg`Client`,
  technology: msg`Technology partner`,
};
