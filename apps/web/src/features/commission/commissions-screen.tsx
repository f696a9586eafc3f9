import { Select } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { CommissionList } from './commission-list.tsx';
import { commissionFilters, commissionStatuses } from './commission-status.ts';
import { statusWords } from './status-words.ts';

const route = getRouteApi('/console/commissions');

/** What all partners earned. */
export function CommissionsScreen() {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const { status } = route.useSearch();
  return (
    <>
      <PageHeader title={t`Commissions`}>
        <Trans>Every amount opens its why: the clause, the arithmetic, the date it becomes payable.</Trans>
      </PageHeader>
      <CommissionList
        label={t`Commissions`}
        filters={commissionFilters({ status })}
        withPartner
        tools={
          <Select
            aria-label={t`State`}
            placeholder={t`Every state`}
            clearable
            clearButtonProps={{ 'aria-label': t`Every state` }}
            data={commissionStatuses.map((value) => ({ value, label: t(statusWords[value]) }))}
            value={status ?? null}
            onChange={(value) => void navigate({ search: commissionFilters({ status: value }), replace: true })}
          />
        }
        empty={
          <EmptyState title={t`No commission here.`}>
            <Trans>A commission follows from a sale or lead that a partner brought, by the plan of its program.</Trans>
          </EmptyState>
        }
      />
    </>
  );
}
