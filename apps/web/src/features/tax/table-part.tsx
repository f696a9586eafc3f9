import { Button, Group, Select, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { AnswerOf } from '../../lib/api/call.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { LocalDate } from '../../ui/values.tsx';
import { mayDecide } from './may-decide.ts';
import { TableRules } from './table-rules.tsx';
import { tableQuery, tablesQuery } from './tax.queries.ts';

const TableEditor = lazy(async () => ({ default: (await import('./table-editor.tsx')).TableEditor }));

type Summary = AnswerOf<'listTaxTables'>['items'][number];

/** The decision table: its versions, one of them to read, the next to write. */
export function TablePart() {
  const { data, error, refetch } = useQuery(tablesQuery);
  return (
    <section>
      <Title order={2}>
        <Trans>Decision table</Trans>
      </Title>
      <Text c="dimmed" maw={640} mb="sm">
        <Trans>
          Which document a partner’s commissions need. Your company answers for it: it is not legal advice, have it read by your
          accountant.
        </Trans>
      </Text>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={220} />}
      {data !== undefined && <Versions versions={data.items} />}
    </section>
  );
}

function Versions({ versions }: { versions: readonly Summary[] }) {
  const { t } = useLingui();
  const inForce = versions.find(({ isInForce }) => isInForce) ?? versions[0];
  const draft = versions.find(({ state }) => state === 'draft');
  const [chosen, setChosen] = useState<string | null>(null);
  const [editing, setEditing] = useState(false);
  const id = chosen ?? inForce?.id ?? null;
  const { data: table, error, refetch } = useQuery(tableQuery(id));
  const nameOf = ({ version, name, state, isInForce }: Summary) => {
    const standing = state === 'draft' ? t`draft` : isInForce ? t`in force` : t`published`;
    return version === 0 ? t`${name}, comes with the program` : t`Version ${version}: ${name}, ${standing}`;
  };
  return (
    <Stack>
      <Group align="end" gap="sm">
        <Select
          label={t`Version`}
          w={360}
          maw="100%"
          allowDeselect={false}
          data={versions.map((version) => ({ value: version.id ?? '', label: nameOf(version) }))}
          value={id ?? ''}
          onChange={(value) => setChosen(value === '' ? null : value)}
        />
        {mayDecide() && (
          <Button onClick={() => setEditing(true)} disabled={table === undefined}>
            {draft === undefined ? t`Draft the next version` : t`Change the draft`}
          </Button>
        )}
      </Group>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {table === undefined && error === null && <Skeleton h={220} />}
      {table !== undefined && (
        <>
          {table.validFrom !== null && (
            <Text size="sm" c="dimmed">
              <Trans>
                Decisions are taken by it from <LocalDate date={table.validFrom} /> on.
              </Trans>
            </Text>
          )}
          <TableRules table={table} />
        </>
      )}
      <Suspense>
        {editing && <TableEditor draftId={draft?.id ?? null} onChosen={setChosen} onClose={() => setEditing(false)} />}
      </Suspense>
    </Stack>
  );
}
