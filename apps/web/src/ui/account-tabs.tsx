import { useLingui } from '@lingui/react/macro';
import { Tabs } from './tabs.tsx';

/** What a partner says of itself, who signs in for it, and what each of them prefers. */
export function AccountTabs() {
  const { t } = useLingui();
  return (
    <Tabs
      label={t`Your account`}
      tabs={[
        { label: t`Details`, to: '/portal/details' },
        { label: t`Bank account`, to: '/portal/account' },
        { label: t`Taxes`, to: '/portal/tax' },
        { label: t`People`, to: '/portal/people' },
        { label: t`Our partnership`, to: '/portal/partnership' },
        { label: t`Preferences`, to: '/portal/preferences' },
      ]}
    />
  );
}
