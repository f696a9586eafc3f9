import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { IconBolt, IconCoin, type Icon } from '@tabler/icons-react';
import type { Address } from '../../lib/address.ts';

interface Entry {
  readonly id: string;
  readonly label: MessageDescriptor;
  readonly icon: Icon;
  readonly to: Address;
  readonly exact?: boolean;
}

/** The places of the portal, in the order of the navigation; a phone has room for five. */
export const portalEntries: readonly Entry[] = [
  { id: 'overview', label: msg`Overview`, icon: IconCoin, to: '/portal', exact: true },
  { id: 'contributions', label: msg`Contributions`, icon: IconBolt, to: '/portal/contributions' },
];
