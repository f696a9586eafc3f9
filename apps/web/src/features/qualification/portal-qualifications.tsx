import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ContributionTabs } from '../../ui/contribution-tabs.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { qualificationsQuery } from './qualification.queries.ts';
import { useQualificationColumns } from './use-qualification-columns.tsx';

const route = getRouteApi('/portal/qualifications');

/** The questions the partner was asked. */
export function PortalQualifications() {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(qualificationsQuery());
  return (
    <>
      <PageHeader title={t`Questions`}>
        <Trans>Answered by both sides alone, then read together.</Trans>
      </PageHeader>
      <ContributionTabs />
      <DataList
        label={t`Questions`}
        list={list}
        columns={useQualificationColumns('/portal/qualifications/$qualificationId')}
        keyOf={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: '/portal/qualifications/$qualificationId', params: { qualificationId: id } })}
        empty={
          <EmptyState title={t`Nothing was asked yet.`}>
            <Trans>When the company asks, both answer the same questions, and you are told by mail.</Trans>
          </EmptyState>
        }
      />
    </>
  );
}
