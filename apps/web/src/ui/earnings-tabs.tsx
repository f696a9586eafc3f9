import { useLingui } from '@lingui/react/macro';
import { Tabs } from './tabs.tsx';

/** What a partner earned, one by one or as an account. */
export function EarningsTabs() {
  const { t } = useLingui();
  return (
    <Tabs
      label={t`Earnings`}
      tabs={[
        { label: t`Commissions`, to: '/portal/commissions' },
        { label: t`Statement`, to: '/portal/statement' },
        { label: t`Invoices`, to: '/portal/invoices' },
        { label: t`Payments`, to: '/portal/payments' },
      ]}
    />
  );
}
