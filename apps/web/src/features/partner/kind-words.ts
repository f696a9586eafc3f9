import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { PartnerKind } from './partner.queries.ts';

export const kindWords: Readonly<Record<PartnerKind, MessageDescriptor>> = {
  affiliate: msg`Affiliate`,
  referrer: msg`Business introducer`,
  reseller: msg`Reseller`,
  supplier: msg`Supplier`,
  subcontractor: msg`Subcontractor`,
  client: msg`Client`,
  technology: msg`Technology partner`,
};
