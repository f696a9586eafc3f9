import { Button, Group, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { personQuery } from '../../lib/auth.ts';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PartnerName } from '../../ui/partner-name.tsx';
import { Status } from '../../ui/status.tsx';
import { toast } from '../../ui/toast.ts';
import { Instant } from '../../ui/values.tsx';
import { Part } from './part.tsx';
import { roleWords } from './role-words.ts';
import { membersQuery, type Member } from './settings.queries.ts';

const Confirm = lazy(async () => ({ default: (await import('../../ui/confirm.tsx')).Confirm }));
const InvitePerson = lazy(async () => ({ default: (await import('./invite-person.tsx')).InvitePerson }));
const ChangeRole = lazy(async () => ({ default: (await import('./change-role.tsx')).ChangeRole }));

type Doing = { readonly what: 'invite' } | { readonly what: 'role' | 'remove'; readonly member: Member };

/** Who may come in, and as what. */
export function PeopleSettings() {
  const { t } = useLingui();
  const client = useQueryClient();
  const list = useInfiniteQuery(membersQuery);
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  const remove = async ({ userId, name }: Member) => {
    await call('removeMember', { params: { userId } });
    await refresh(client, 'listMembers');
    toast(t`${name} no longer has access.`);
  };
  return (
    <Part
      title={t`People and roles`}
      lead={<Trans>Each belongs to a person: invite colleagues rather than sharing a password.</Trans>}
      actions={<Button onClick={() => setDoing({ what: 'invite' })}>{t`Invite somebody`}</Button>}
    >
      <DataList
        label={t`People`}
        list={list}
        columns={useColumns(setDoing)}
        keyOf={({ userId }) => userId}
        empty={<EmptyState title={t`Nobody yet.`} />}
      />
      <Suspense>
        {doing?.what === 'invite' && <InvitePerson onClose={close} />}
        {doing?.what === 'role' && <ChangeRole member={doing.member} onClose={close} />}
        {doing?.what === 'remove' && (
          <Confirm
            title={t`Remove ${doing.member.name}?`}
            verb={t`Remove`}
            dangerous
            onConfirm={() => remove(doing.member)}
            onClose={close}
          >
            <Trans>Access ends at once. What {doing.member.name} did stays in the audit trail; you can invite them again.</Trans>
          </Confirm>
        )}
      </Suspense>
    </Part>
  );
}

function useColumns(onDo: (doing: Doing) => void): Column<Member>[] {
  const { t } = useLingui();
  const { data: person } = useQuery(personQuery);
  return [
    {
      id: 'name',
      header: t`Name`,
      cell: ({ name, email }) => (
        <div>
          <Text fw={500} inherit>
            {name}
            {person?.email === email && <> · {t`you`}</>}
          </Text>
          <Text size="sm" c="dimmed">
            {email}
          </Text>
        </div>
      ),
    },
    {
      id: 'role',
      header: t`Role`,
      cell: ({ role, partnerId }) => (
        <div>
          {t(roleWords[role])}
          {partnerId !== null && (
            <>
              {' '}
              <PartnerName id={partnerId} />
            </>
          )}
        </div>
      ),
    },
    {
      id: 'factor',
      header: t`Second step`,
      cell: ({ twoFactor }) => <Status tone={twoFactor ? 'good' : 'calm'}>{twoFactor ? t`Asked for` : t`Not set`}</Status>,
    },
    { id: 'since', header: t`Since`, cell: ({ createdAt }) => <Instant at={createdAt} show="day" /> },
    {
      id: 'do',
      header: t`Actions`,
      align: 'end',
      cell: (member) => (
        <Group gap={4} justify="flex-end" wrap="nowrap">
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onDo({ what: 'role', member })}>
            <Trans>Change role</Trans>
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onDo({ what: 'remove', member })}>
            <Trans>Remove</Trans>
          </Button>
        </Group>
      ),
    },
  ];
}
