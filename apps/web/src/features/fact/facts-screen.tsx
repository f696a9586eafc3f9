import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { FactList } from './fact-list.tsx';
import { factFilters } from './fact-kinds.ts';

const route = getRouteApi('/console/facts');

/** Everything that was recorded, and why each came to what it did. */
export function FactsScreen() {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const { kind, unpaid, from, to } = route.useSearch();
  const filters = factFilters({ kind, unpaid, from, to });
  return (
    <>
      <PageHeader title={t`Facts`}>
        <Trans>Everything recorded, paid or not. Open a fact to see why.</Trans>
      </PageHeader>
      <FactList
        label={t`Facts`}
        filters={filters}
        onFilter={(next) => void navigate({ search: next, replace: true })}
        empty={
          <EmptyState title={t`No fact here.`}>
            <Trans>Clicks, leads and sales appear as soon as they are recorded: by script, API, connection or file.</Trans>
          </EmptyState>
        }
      />
    </>
  );
}
