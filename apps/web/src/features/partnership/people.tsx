import { Button, Group, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import type { Column } from '../../ui/data-list.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { problemToast, toast } from '../../ui/toast.ts';
import { Part } from './part.tsx';
import { peopleQuery, type Person, type Side } from './partnership.queries.ts';
import { roleWords } from './partnership-words.ts';

const AddPerson = lazy(async () => ({ default: (await import('./add-person.tsx')).AddPerson }));
const Confirm = lazy(async () => ({ default: (await import('../../ui/confirm.tsx')).Confirm }));

interface PeopleProps {
  readonly partnerId: string;
  /** The sides whose people the reader names. */
  readonly names: readonly Side[];
}

/** The people of both companies, with what each does. */
export function People({ partnerId, names }: PeopleProps) {
  const { t } = useLingui();
  const query = useQuery(peopleQuery(partnerId));
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Person | null>(null);
  const change = useChanges();
  const columns = useColumns(names, change, setLeaving);
  return (
    <Part
      title={t`People`}
      query={query}
      about={t`Each side has one main contact, whom the other side always sees, as it sees who signs. The others are seen where their side shows them.`}
    >
      {query.data?.length === 0 && (
        <Text>
          <Trans>Nobody is named yet. Name who answers for each side: the first one becomes its main contact.</Trans>
        </Text>
      )}
      {query.data !== undefined && query.data.length > 0 && (
        <Sheet label={t`People`} columns={columns} rows={query.data} keyOf={({ id }) => id} />
      )}
      {names.length > 0 && (
        <Group>
          <Button variant="default" onClick={() => setAdding(true)}>{t`Name somebody`}</Button>
        </Group>
      )}
      <Suspense>
        {adding && <AddPerson partnerId={partnerId} names={names} onClose={() => setAdding(false)} />}
        {leaving !== null && (
          <Confirm
            title={t`Is ${leaving.name} no longer in this partnership?`}
            verb={t`No longer in it`}
            onConfirm={() => change.end(leaving)}
            onClose={() => setLeaving(null)}
          >
            <Trans>From now on. They can be named again; nobody loses an account by it.</Trans>
          </Confirm>
        )}
      </Suspense>
    </Part>
  );
}

function useChanges() {
  const { t } = useLingui();
  const client = useQueryClient();
  const again = () => refresh(client, 'listPartnershipPeople', 'getPartnership', 'getSeenByOtherSide');
  return {
    makeMain: async ({ id, name }: Person) => {
      try {
        await call('changePartnershipPerson', { params: { id }, body: { isMain: true } });
        await again();
        toast(t`${name} is the main contact now.`);
      } catch (error) {
        problemToast(error);
      }
    },
    setSigner: async ({ id, name, maySign }: Person) => {
      try {
        await call('changePartnershipPerson', { params: { id }, body: { maySign: !maySign } });
        await again();
        toast(maySign ? t`${name} no longer signs for its side.` : t`${name} signs for its side from now on.`);
      } catch (error) {
        problemToast(error);
      }
    },
    end: async ({ id }: Person) => {
      await call('endPartnershipPerson', { params: { id } });
      await again();
    },
  };
}

function useColumns(
  names: readonly Side[],
  { makeMain, setSigner }: Pick<ReturnType<typeof useChanges>, 'makeMain' | 'setSigner'>,
  onLeave: (person: Person) => void,
): Column<Person>[] {
  const { t } = useLingui();
  const columns: Column<Person>[] = [
    {
      id: 'name',
      header: t`Name`,
      cell: ({ name, email, isMain, maySign }) => (
        <Stack gap={0}>
          <span>
            {name}
            {isMain && ` · ${t`main contact`}`}
            {maySign && ` · ${t`signs for its side`}`}
          </span>
          {email !== null && (
            <Text span size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {email}
            </Text>
          )}
        </Stack>
      ),
    },
    { id: 'side', header: t`Side`, cell: ({ side }) => (side === 'company' ? t`Company` : t`Partner`) },
    { id: 'role', header: t`Role`, cell: ({ role }) => t(roleWords[role]) },
  ];
  if (names.length === 0) return columns;
  const change: Column<Person> = {
    id: 'change',
    header: t`Change`,
    align: 'end',
    cell: (person) =>
      names.includes(person.side) ? (
        <Group gap="xs" justify="flex-end">
          {!person.isMain && (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t`Make ${person.name} the main contact`}
              onClick={() => void makeMain(person)}
            >{t`Main contact`}</Button>
          )}
          <Button
            size="compact-xs"
            variant="default"
            aria-label={person.maySign ? t`${person.name} no longer signs` : t`${person.name} signs for its side`}
            onClick={() => void setSigner(person)}
          >
            {person.maySign ? t`Does not sign` : t`Signs`}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t`${person.name} is no longer in it`}
            onClick={() => onLeave(person)}
          >{t`No longer in it`}</Button>
        </Group>
      ) : null,
  };
  return [...columns, change];
}
