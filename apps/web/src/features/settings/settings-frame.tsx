import type { Role } from '@cordee/contract/route';
import { useLingui } from '@lingui/react/macro';
import { Outlet } from '@tanstack/react-router';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { Tabs, type Tab } from '../../ui/tabs.tsx';

/** The head of all settings; each part has an address of its own. */
export function SettingsFrame() {
  const { t } = useLingui();
  const role = chosenMembership()?.role ?? 'viewer';
  const parts: readonly (Tab & { readonly roles?: readonly Role[] })[] = [
    { label: t`General`, to: '/console/settings/general', roles: ['owner'] },
    { label: t`Company`, to: '/console/settings/company' },
    { label: t`People`, to: '/console/settings/people', roles: ['owner'] },
    { label: t`Sign-on`, to: '/console/settings/sign-on', roles: ['owner'] },
    { label: t`Your sign-in`, to: '/console/settings/sign-in' },
    { label: t`API keys`, to: '/console/settings/keys', roles: ['owner'] },
    { label: t`Connections`, to: '/console/settings/connections', roles: ['owner', 'manager'] },
    { label: t`Imports`, to: '/console/settings/imports', roles: ['owner', 'manager'] },
    { label: t`Claims`, to: '/console/settings/claims' },
    { label: t`Disputes`, to: '/console/settings/disputes' },
    { label: t`Charters`, to: '/console/settings/charters', roles: ['owner', 'manager'] },
    { label: t`Questionnaires`, to: '/console/settings/questionnaires' },
    { label: t`Invoicing`, to: '/console/settings/invoicing' },
    { label: t({ message: 'Seal', context: 'settings' }), to: '/console/settings/seal' },
    { label: t`Webhooks`, to: '/console/settings/webhooks', roles: ['owner', 'manager'] },
    { label: t`Mails`, to: '/console/settings/mails', roles: ['owner', 'manager'] },
    { label: t`Taxes`, to: '/console/settings/tax' },
    { label: t`Data`, to: '/console/settings/data', roles: ['owner'] },
    { label: t`Audit`, to: '/console/settings/audit', roles: ['owner'] },
  ];
  return (
    <>
      <PageHeader title={t`Settings`} />
      <Tabs label={t`Parts of the settings`} tabs={parts.filter(({ roles }) => roles === undefined || roles.includes(role))} />
      <Outlet />
    </>
  );
}
