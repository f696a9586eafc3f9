import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { IconBolt, IconCoin, IconHome, IconLink, IconScale, type Icon } from '@tabler/icons-react';
import type { Address } from '../../lib/address.ts';

interface Entry {
  readonly id: string;
  readonly label: MessageDescriptor;
  readonly icon: Icon;
  readonly to: Address;
  readonly exact?: boolean;
  /** Other addresses of the same place. */
  readonly also?: readonly string[];
}

/** The places of the portal, in the order of the navigation; a phone has room for five. */
export const portalEntries: readonly Entry[] = [
  { id: 'overview', label: msg`Overview`, icon: IconHome, to: '/portal', exact: true },
  { id: 'links', label: msg`Links`, icon: IconLink, to: '/portal/links', also: ['/portal/codes'] },
  {
    id: 'contributions',
    label: msg`Contributions`,
    icon: IconBolt,
    to: '/portal/contributions',
    also: ['/portal/declared', '/portal/claims', '/portal/qualifications'],
  },
  {
    id: 'earnings',
    label: msg`Earnings`,
    icon: IconCoin,
    to: '/portal/commissions',
    also: ['/portal/statement', '/portal/invoices'],
  },
  {
    id: 'terms',
    label: msg`Terms`,
    icon: IconScale,
    to: '/portal/terms',
    also: ['/portal/charter', '/portal/obligations', '/portal/disputes', '/portal/signatures'],
  },
];
