import { Anchor, Skeleton } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { DisputeBody } from './dispute-body.tsx';
import { disputeQuery } from './dispute.queries.ts';
import { Standing } from './standing.tsx';

const route = getRouteApi('/console/disputes/$disputeId');

/** A dispute as the company reads and answers it. */
export function DisputeScreen() {
  const { t } = useLingui();
  const { disputeId } = route.useParams();
  const { data, error, refetch } = useQuery(disputeQuery(disputeId));
  return (
    <>
      <PageHeader
        title={data?.title ?? t`Dispute`}
        above={
          data !== undefined && (
            <Anchor
              size="sm"
              component={Link}
              to="/console/partners/$partnerId/disputes"
              params={{ partnerId: data.partnerId } as never}
            >
              {data.partnerName}
            </Anchor>
          )
        }
      >
        {data !== undefined && <Standing of={data} />}
      </PageHeader>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={300} />}
      {data !== undefined && <DisputeBody of={data} side="company" />}
    </>
  );
}
