import type { Role } from '@cordee/contract/route';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import {
  IconBolt,
  IconBook2,
  IconCalculator,
  IconCalendarDue,
  IconChartLine,
  IconChecklist,
  IconBuildingBank,
  IconCoin,
  IconFileInvoice,
  IconGavel,
  IconHeartHandshake,
  IconHome,
  IconMessageReport,
  IconRoute,
  IconSettings,
  IconStairsUp,
  IconSignature,
  IconUserPlus,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import type { Address } from '../../lib/address.ts';

interface Entry {
  readonly id: string;
  readonly label: MessageDescriptor;
  readonly icon: Icon;
  readonly to: Address;
  /** Everybody of the company when absent; the same as the route's `staticData.roles`. */
  readonly roles?: readonly Role[];
  /** Current only at its own address, not below it. */
  readonly exact?: boolean;
}

/** The places of the console, in the order of the navigation: one line a screen. */
export const consoleEntries: readonly Entry[] = [
  { id: 'home', label: msg`Home`, icon: IconHome, to: '/console', exact: true },
  { id: 'review', label: msg`Approvals`, icon: IconChecklist, to: '/console/review' },
  { id: 'contributions', label: msg`Contributions`, icon: IconHeartHandshake, to: '/console/contributions' },
  { id: 'claims', label: msg`Claims`, icon: IconMessageReport, to: '/console/claims' },
  { id: 'applications', label: msg`Applications`, icon: IconUserPlus, to: '/console/applications' },
  { id: 'obligations', label: msg`Obligations`, icon: IconCalendarDue, to: '/console/obligations' },
  { id: 'disputes', label: msg`Disputes`, icon: IconStairsUp, to: '/console/disputes' },
  { id: 'signatures', label: msg`Signatures`, icon: IconSignature, to: '/console/signatures' },
  { id: 'law', label: msg`What the law asks`, icon: IconGavel, to: '/console/law' },
  { id: 'partners', label: msg`Partners`, icon: IconUsers, to: '/console/partners' },
  { id: 'programs', label: msg`Programs`, icon: IconRoute, to: '/console/programs' },
  { id: 'facts', label: msg`Facts`, icon: IconBolt, to: '/console/facts' },
  { id: 'commissions', label: msg`Commissions`, icon: IconCoin, to: '/console/commissions' },
  { id: 'invoices', label: msg`Invoices`, icon: IconFileInvoice, to: '/console/invoices' },
  { id: 'payments', label: msg`Payments`, icon: IconBuildingBank, to: '/console/payments' },
  { id: 'analytics', label: msg`Analytics`, icon: IconChartLine, to: '/console/analytics' },
  { id: 'ledger', label: msg`Ledger`, icon: IconBook2, to: '/console/ledger' },
  { id: 'books', label: msg`Books`, icon: IconCalculator, to: '/console/books' },
  { id: 'settings', label: msg`Settings`, icon: IconSettings, to: '/console/settings' },
];
