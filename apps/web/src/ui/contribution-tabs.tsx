import { useLingui } from '@lingui/react/macro';
import { Tabs } from './tabs.tsx';

/** What a partner brought: by links and codes, and by its word. */
export function ContributionTabs() {
  const { t } = useLingui();
  return (
    <Tabs
      label={t`Contributions`}
      tabs={[
        { label: t`Sales and leads`, to: '/portal/contributions' },
        { label: t`Declared`, to: '/portal/declared' },
        { label: t`Claims`, to: '/portal/claims' },
        { label: t`Questions`, to: '/portal/qualifications' },
      ]}
    />
  );
}
