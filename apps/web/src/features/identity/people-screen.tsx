import { Button, Skeleton, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useActions } from '../../lib/actions.ts';
import { call, type AnswerOf } from '../../lib/api/call.ts';
import { queryOf, refresh } from '../../lib/api/queries.ts';
import { personQuery } from '../../lib/auth.ts';
import { shownPartnerId } from '../../lib/membership-choice.ts';
import { AccountTabs } from '../../ui/account-tabs.tsx';
import type { Column } from '../../ui/data-list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { toast } from '../../ui/toast.ts';
import { Instant } from '../../ui/values.tsx';

const Confirm = lazy(async () => ({ default: (await import('../../ui/confirm.tsx')).Confirm }));
const InvitePerson = lazy(async () => ({ default: (await import('./invite-person.tsx')).InvitePerson }));

type Person = AnswerOf<'listPeople'>[number];

/** Who signs in for the partner; each sees all of it. */
export function PeopleScreen() {
  const { t } = useLingui();
  const client = useQueryClient();
  const partnerId = shownPartnerId();
  const { data, error, refetch } = useQuery(queryOf('listPeople', { params: { id: partnerId } }));
  const [inviting, setInviting] = useState(false);
  const [removing, setRemoving] = useState<Person | null>(null);
  const columns = useColumns(setRemoving);
  useActions(
    useMemo(() => [{ id: 'invite-person', label: t`Invite a colleague`, keys: 'n', run: () => setInviting(true) }], [t]),
  );
  const remove = async ({ userId, name }: Person) => {
    await call('removePerson', { params: { id: partnerId, userId } });
    await refresh(client, 'listPeople');
    toast(t`${name} no longer signs in for you.`);
  };
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
      {data !== undefined && <Sheet label={t`People`} columns={columns} rows={data} keyOf={({ userId }) => userId} />}
      <Suspense>
        {inviting && <InvitePerson partnerId={partnerId} onClose={() => setInviting(false)} />}
        {removing !== null && (
          <Confirm
            title={t`Remove ${removing.name}?`}
            verb={t`Remove`}
            dangerous
            onConfirm={() => remove(removing)}
            onClose={() => setRemoving(null)}
          >
            <Trans>They see nothing of your account any more. You can invite them again.</Trans>
          </Confirm>
        )}
      </Suspense>
    </>
  );
}

function useColumns(onRemove: (person: Person) => void): Column<Person>[] {
  const { t } = useLingui();
  const own = useQuery(personQuery).data?.email;
  return [
    { id: 'name', header: t`Name`, cell: ({ name }) => name },
    { id: 'email', header: t`E-mail`, cell: ({ email }) => email },
    { id: 'since', header: t`Since`, cell: ({ createdAt }) => <Instant at={createdAt} show="day" /> },
    {
      id: 'remove',
      header: t`Remove`,
      align: 'end',
      cell: (person) =>
        person.email === own ? (
          <Text span size="sm" c="dimmed">{t`You`}</Text>
        ) : (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t`Remove ${person.name}`}
            onClick={() => onRemove(person)}
          >{t`Remove`}</Button>
        ),
    },
  ];
}
