import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { daySpan } from '../../lib/day-span.ts';
import { instantsOfDays } from '../../lib/instants-of-days.ts';
import { useZone } from '../../lib/workspace.tsx';
import { StateFilter } from '../../ui/state-filter.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PeriodChip } from '../../ui/period-chip.tsx';
import { CommissionList } from './commission-list.tsx';
import { commissionFilters, commissionStatuses } from './commission-status.ts';
import { statusWords } from './status-words.ts';

const route = getRouteApi('/console/commissions');

/** What all partners earned. */
export function CommissionsScreen() {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const zone = useZone();
  const { status, from, to } = route.useSearch();
  return (
    <>
      <PageHeader title={t`Commissions`}>
        <Trans>Every amount opens its why: the clause, the arithmetic, the date it becomes payable.</Trans>
      </PageHeader>
      <CommissionList
        label={t`Commissions`}
        withCsv
        filters={{ ...commissionFilters({ status }), ...instantsOfDays(daySpan({ from, to }), zone) }}
        withPartner
        tools={
          <>
            <StateFilter
              states={commissionStatuses}
              words={statusWords}
              value={status}
              onChange={(value) => void navigate({ search: commissionFilters({ status: value, from, to }), replace: true })}
            />
            <PeriodChip
              span={daySpan({ from, to })}
              onClear={() => void navigate({ search: commissionFilters({ status }), replace: true })}
            />
          </>
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
