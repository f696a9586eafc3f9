import { useLingui } from '@lingui/react/macro';
import { Tabs } from '../../ui/tabs.tsx';

/** What a partner shares: addresses to follow, codes to type. */
export function LinkTabs() {
  const { t } = useLingui();
  return (
    <Tabs
      label={t`Links and codes`}
      tabs={[
        { label: t`Links`, to: '/portal/links' },
        { label: t`Codes`, to: '/portal/codes' },
      ]}
    />
  );
}
