import { Trans, useLingui } from '@lingui/react/macro';
import { Outlet } from '@tanstack/react-router';
import { PageHeader } from '../../ui/page-header.tsx';
import { Tabs } from '../../ui/tabs.tsx';

/** The head of the books. */
export function LedgerPage() {
  const { t } = useLingui();
  return (
    <>
      <PageHeader title={t`Ledger`}>
        <Trans>Every amount has two sides and is only ever added to; a correction is another line.</Trans>
      </PageHeader>
      <Tabs
        label={t`Parts of the ledger`}
        tabs={[
          { label: t`Accounts`, to: '/console/ledger', exact: true },
          { label: t`Transactions`, to: '/console/ledger/transactions' },
          { label: t`Closing`, to: '/console/ledger/closing' },
          { label: t`Verification`, to: '/console/ledger/verification' },
        ]}
      />
      <Outlet />
    </>
  );
}
