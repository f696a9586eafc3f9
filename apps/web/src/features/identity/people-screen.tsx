import { Button, Skeleton } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useActions } from '../../lib/actions.ts';
import { queryOf } from '../../lib/api/queries.ts';
import { shownPartnerId } from '../../lib/membership-choice.ts';
import { AccountTabs } from '../../ui/account-tabs.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { PeopleSheet } from './people-sheet.tsx';

const InvitePerson = lazy(async () => ({ default: (await import('./invite-person.tsx')).InvitePerson }));

/** Who signs in for the partner; each sees all of it. */
export function PeopleScreen() {
  const { t } = useLingui();
  const partnerId = shownPartnerId();
  const { data, error, refetch } = useQuery(queryOf('listPeople', { params: { id: partnerId } }));
  const [inviting, setInviting] = useState(false);
  useActions(
    useMemo(() => [{ id: 'invite-person', label: t`Invite a colleague`, keys: 'n', run: () => setInviting(true) }], [t]),
  );
  return (
    <>
      <PageHeader
        title={t`Your account`}
        actions={
          <Button onClick={() => setInviting(true)}>
            <Trans>Invite a colleague</Trans>
          </Button>
        }
      />
      <AccountTabs />
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={120} />}
      {data !== undefined && <PeopleSheet partnerId={partnerId} people={data} mayRemove isOwn />}
      <Suspense>{inviting && <InvitePerson partnerId={partnerId} onClose={() => setInviting(false)} />}</Suspense>
    </>
  );
}
