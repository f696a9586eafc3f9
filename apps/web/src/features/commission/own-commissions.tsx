import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { StateFilter } from '../../ui/state-filter.tsx';
import { EarningsTabs } from '../../ui/earnings-tabs.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { CommissionList } from './commission-list.tsx';
import { commissionFilters, commissionStatuses } from './commission-status.ts';
import { statusWords } from './status-words.ts';

const route = getRouteApi('/portal/commissions');

/** All that the partner who looks earned, each amount with its why. */
export function OwnCommissions() {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const { status } = route.useSearch();
  return (
    <>
      <PageHeader title={t`Earnings`}>
        <Trans>Every amount opens its why: the clause, the arithmetic, the date it becomes payable.</Trans>
      </PageHeader>
      <EarningsTabs />
      <CommissionList
        label={t`Commissions`}
        withCsv
        filters={commissionFilters({ status })}
        tools={
          <StateFilter
            states={commissionStatuses}
            words={statusWords}
            value={status}
            onChange={(value) => void navigate({ search: commissionFilters({ status: value }), replace: true })}
          />
        }
        empty={
          status === undefined ? (
            <EmptyState title={t`Nothing earned yet.`}>
              <Trans>What your links and codes bring appears here, each with its reason and the date it becomes payable.</Trans>
            </EmptyState>
          ) : (
            <EmptyState title={t`None in this state.`}>
              <Trans>Choose another state to see the others.</Trans>
            </EmptyState>
          )
        }
      />
    </>
  );
}
