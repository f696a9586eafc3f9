import { Button, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { call, type AnswerOf } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { personQuery } from '../../lib/auth.ts';
import type { Column } from '../../ui/data-list.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { toast } from '../../ui/toast.ts';
import { Instant } from '../../ui/values.tsx';

const Confirm = lazy(async () => ({ default: (await import('../../ui/confirm.tsx')).Confirm }));

type Person = AnswerOf<'listPeople'>[number];

interface PeopleSheetProps {
  readonly partnerId: string;
  readonly people: AnswerOf<'listPeople'>;
  readonly mayRemove: boolean;
  /** Whether somebody of the partner looks, or the company. */
  readonly isOwn: boolean;
}

/** Who signs in for a partner, and their removal. */
export function PeopleSheet({ partnerId, people, mayRemove, isOwn }: PeopleSheetProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [removing, setRemoving] = useState<Person | null>(null);
  const remove = async ({ userId, name }: Person) => {
    await call('removePerson', { params: { id: partnerId, userId } });
    await refresh(client, 'listPeople', 'listMembers');
    toast(isOwn ? t`${name} no longer signs in for you.` : t`${name} no longer signs in for this partner.`);
  };
  return (
    <>
      <Sheet
        label={t`People`}
        columns={useColumns(mayRemove ? setRemoving : null)}
        rows={people}
        keyOf={({ userId }) => userId}
      />
      <Suspense>
        {removing !== null && (
          <Confirm
            title={t`Remove ${removing.name}?`}
            verb={t`Remove`}
            dangerous
            onConfirm={() => remove(removing)}
            onClose={() => setRemoving(null)}
          >
            {isOwn ? (
              <Trans>They see nothing of your account any more. You can invite them again.</Trans>
            ) : (
              <Trans>They see nothing of this partner’s portal any more. You can invite them again.</Trans>
            )}
          </Confirm>
        )}
      </Suspense>
    </>
  );
}

function useColumns(onRemove: ((person: Person) => void) | null): Column<Person>[] {
  const { t } = useLingui();
  const own = useQuery(personQuery).data?.email;
  const columns: Column<Person>[] = [
    { id: 'name', header: t`Name`, cell: ({ name }) => name },
    { id: 'email', header: t`E-mail`, cell: ({ email }) => email },
    { id: 'since', header: t`Since`, cell: ({ createdAt }) => <Instant at={createdAt} show="day" /> },
  ];
  if (onRemove === null) return columns;
  const remove: Column<Person> = {
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
  };
  return [...columns, remove];
}
