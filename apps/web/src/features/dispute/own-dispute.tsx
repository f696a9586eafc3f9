import { Anchor, Skeleton } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { DisputeBody } from './dispute-body.tsx';
import { disputeQuery } from './dispute.queries.ts';
import { Standing } from './standing.tsx';

const route = getRouteApi('/portal/disputes/$disputeId');

/** A dispute as the partner reads and answers it. */
export function OwnDispute() {
  const { t } = useLingui();
  const { disputeId } = route.useParams();
  const { data, error, refetch } = useQuery(disputeQuery(disputeId));
  return (
    <>
      <PageHeader
        title={data?.title ?? t`Dispute`}
        above={
          <Anchor component={Link} to="/portal/disputes" size="sm">
            <Trans>All disputes</Trans>
          </Anchor>
        }
      >
        {data !== undefined && <Standing of={data} />}
      </PageHeader>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={300} />}
      {data !== undefined && <DisputeBody of={data} side="partner" />}
    </>
  );
}
