import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { ContributionTabs } from '../../ui/contribution-tabs.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { FactList } from './fact-list.tsx';
import { broughtFilters } from './fact-kinds.ts';

const route = getRouteApi('/portal/contributions');

/** What the partner brought, with the same why the company reads. */
export function ContributionsScreen() {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const { kind, unpaid, from, to } = route.useSearch();
  return (
    <>
      <PageHeader title={t`Contributions`}>
        <Trans>What you brought. Open one to see what it earned, by which clause, and when it becomes payable.</Trans>
      </PageHeader>
      <ContributionTabs />
      <FactList
        label={t`Contributions`}
        filters={broughtFilters({ kind, unpaid, from, to })}
        onFilter={(next) => void navigate({ search: next, replace: true })}
        empty={
          <EmptyState title={t`Nothing yet.`}>
            <Trans>Share one of your links: the leads and sales it brings appear here within seconds.</Trans>
          </EmptyState>
        }
      />
    </>
  );
}
