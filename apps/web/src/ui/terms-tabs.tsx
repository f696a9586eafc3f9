import { useLingui } from '@lingui/react/macro';
import { Tabs } from './tabs.tsx';

/** What a partner and the company agreed on, what follows from it, and what they do not agree on. */
export function TermsTabs() {
  const { t } = useLingui();
  return (
    <Tabs
      label={t`Terms`}
      tabs={[
        { label: t`Remuneration`, to: '/portal/terms' },
        { label: t`Charter`, to: '/portal/charter' },
        { label: t`Obligations`, to: '/portal/obligations' },
        { label: t`Signatures`, to: '/portal/signatures' },
        { label: t`Disputes`, to: '/portal/disputes' },
      ]}
    />
  );
}
