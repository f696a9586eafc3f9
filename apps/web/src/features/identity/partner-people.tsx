import { Button, Group, Skeleton, Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { queryOf } from '../../lib/api/queries.ts';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { PeopleSheet } from './people-sheet.tsx';

const InvitePerson = lazy(async () => ({ default: (await import('./invite-person.tsx')).InvitePerson }));
const route = getRouteApi('/console/partners/$partnerId/people');

/** Who signs in for one partner, for the company: a tab of its page. */
export function PartnerPeople() {
  const { t } = useLingui();
  const { partnerId } = route.useParams();
  const { data, error, refetch } = useQuery(queryOf('listPeople', { params: { id: partnerId } }));
  const [inviting, setInviting] = useState(false);
  const mayManage = ['owner', 'manager'].includes(chosenMembership()?.role ?? '');
  const invite = (
    <Button variant="default" onClick={() => setInviting(true)}>
      <Trans>Invite somebody</Trans>
    </Button>
  );
  return (
    <Stack>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={120} />}
      {data?.length === 0 && (
        <EmptyState title={t`Nobody signs in for this partner yet.`} action={mayManage ? invite : undefined}>
          <Trans>Whoever is invited sees its portal: its links, its commissions and its statement.</Trans>
        </EmptyState>
      )}
      {data !== undefined && data.length > 0 && (
        <>
          {mayManage && <Group>{invite}</Group>}
          <PeopleSheet partnerId={partnerId} people={data} mayRemove={mayManage} isOwn={false} />
        </>
      )}
      <Suspense>{inviting && <InvitePerson partnerId={partnerId} isOwn={false} onClose={() => setInviting(false)} />}</Suspense>
    </Stack>
  );
}
