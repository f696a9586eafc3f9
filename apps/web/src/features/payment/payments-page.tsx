import { Trans, useLingui } from '@lingui/react/macro';
import { Outlet } from '@tanstack/react-router';
import { PageHeader } from '../../ui/page-header.tsx';
import { Tabs } from '../../ui/tabs.tsx';

/** The head of paying. */
export function PaymentsPage() {
  const { t } = useLingui();
  return (
    <>
      <PageHeader title={t`Payments`}>
        <Trans>
          What is payable goes out in batches: made by one, approved by another, and ended by what became of each payment.
        </Trans>
      </PageHeader>
      <Tabs
        label={t`Parts of the payments`}
        tabs={[
          { label: t`To pay`, to: '/console/payments', exact: true },
          { label: t`Batches`, to: '/console/payments/batches' },
          { label: t`Accounts`, to: '/console/payments/accounts' },
          { label: t`Debts`, to: '/console/payments/debts' },
          { label: t`Currencies`, to: '/console/payments/currencies' },
        ]}
      />
      <Outlet />
    </>
  );
}
