import { Skeleton } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { queryOf } from '../../lib/api/queries.ts';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { BeginCharter } from './begin-charter.tsx';
import { chartersQuery, type Charter } from './charter.queries.ts';
import { CharterView } from './charter-view.tsx';

const route = getRouteApi('/console/partners/$partnerId');
const charterKinds: readonly string[] = ['affiliate', 'introducer', 'reseller', 'supplier', 'subcontractor', 'client'];

/** What the company and this partner agree on: the charter, or how to begin one. */
export function PartnerCharter() {
  const { t } = useLingui();
  const { partnerId } = route.useParams();
  const { data, error, refetch } = useInfiniteQuery(chartersQuery(partnerId));
  const { data: partner } = useQuery(queryOf('getPartner', { params: { id: partnerId } }));
  const mayWrite = ['owner', 'manager'].includes(chosenMembership()?.role ?? '');
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined || partner === undefined) return <Skeleton h={300} mt="md" />;
  const current = data.find(({ state }) => state !== 'dropped' && state !== 'ended');
  const shown = current ?? data.find(({ state }) => state === 'ended');
  const kind = (charterKinds.includes(partner.kind) ? partner.kind : 'affiliate') as Charter['kind'];
  return (
    <div style={{ paddingTop: 16 }}>
      {shown !== undefined && <CharterView id={shown.id} side="company" mayWrite={mayWrite} />}
      {current === undefined && mayWrite && <BeginCharter partnerId={partnerId} kind={kind} />}
      {shown === undefined && !mayWrite && (
        <EmptyState title={t`No charter yet`}>
          <Trans>Owners and managers begin one.</Trans>
        </EmptyState>
      )}
    </div>
  );
}
