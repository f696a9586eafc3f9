import { Alert, Group, List, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { queryOf } from '../../lib/api/queries.ts';
import { CsvButton } from '../../ui/csv-button.tsx';
import type { Column } from '../../ui/data-list.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { Count, Money } from '../../ui/values.tsx';
import type { BookFile } from './ask-books.ts';

type Result = NonNullable<BookFile['result']>;
type Sum = Result['sums'][number];

/** One file: whether it is final, what its checks found, what its accounts hold. */
export function FileDetails({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery({
    ...queryOf('getBookExport', { params: { id } }),
    refetchInterval: ({ state }) => (state.data?.finishedAt === null ? 1000 : false),
  });
  return (
    <SideDrawer title={data?.fileName ?? t`File`} onClose={onClose} size="xl">
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={240} />}
      {data !== undefined && <Details file={data} />}
    </SideDrawer>
  );
}

function Details({ file }: { file: BookFile }) {
  const { t } = useLingui();
  const { id, fileName, format, state, isDraft, problem, result, sha256, postings } = file;
  return (
    <Stack>
      {problem !== null && (
        <Alert color="red" title={t`The file was not written`}>
          {problem}
        </Alert>
      )}
      {(state === 'waiting' || state === 'running') && (
        <Text component="output">
          <Trans>
            Being written: <Count of={postings} /> movements so far.
          </Trans>
        </Text>
      )}
      {state === 'done' && isDraft && (
        <Alert color="yellow" title={t`Draft file`}>
          <Trans>Some of its months are not closed: what it says may still change. Close them, then write the file again.</Trans>
        </Alert>
      )}
      {state === 'done' && (
        <Group gap="xs">
          <CsvButton
            route="downloadBookExport"
            input={{ params: { id }, query: { part: 'file' } }}
            name={fileName}
            type={format === 'csv' ? 'text/csv' : 'text/plain'}
          >
            {t`Download`}
          </CsvButton>
          <CsvButton
            route="downloadBookExport"
            input={{ params: { id }, query: { part: 'description' } }}
            name={fileName.replace(/\.[a-z]+$/, '-description.txt')}
            type="text/plain"
          >
            {t`Its description`}
          </CsvButton>
        </Group>
      )}
      {result !== null && <Found result={result} sha256={sha256} />}
    </Stack>
  );
}

function Found({ result, sha256 }: { result: Result; sha256: string | null }) {
  const { t } = useLingui();
  const { entries, lines, debit, credit, within, units, faults, moreFaults } = result;
  return (
    <>
      <Checks faults={faults} more={moreFaults} />
      <DescriptionList
        width={180}
        lines={[
          [t`Entries`, <Count key="entries" of={entries} />],
          [t`Lines`, <Count key="lines" of={lines} />],
          [t`Debits`, <Money key="debit" amount={debit} currency="EUR" />],
          [t`Credits`, <Money key="credit" amount={credit} currency="EUR" />],
          [t`Within one account`, within === 0 ? null : <Count key="within" of={within} />],
          [
            t`No money, in no books`,
            Object.entries(units)
              .map(([unit, count]) => `${unit}: ${count}`)
              .join(', '),
          ],
          [t`SHA-256`, sha256 === null ? null : <code key="sha">{sha256}</code>],
        ]}
      />
      <Accounts sums={result.sums} />
    </>
  );
}

function Checks({ faults, more }: { faults: Result['faults']; more: number }) {
  const { t } = useLingui();
  if (faults.length === 0) {
    return (
      <Alert color="green" title={t`The checks found nothing`}>
        <Trans>Fields, days, numbering, accounts, and the balance of each entry and of the whole.</Trans>
      </Alert>
    );
  }
  return (
    <Alert color="red" title={t`The checks found something`}>
      <List size="sm">
        {faults.map(({ code, line, sentence }) => (
          <List.Item key={`${code} ${line}`}>
            <Trans>
              Line {line}: {sentence}
            </Trans>
          </List.Item>
        ))}
      </List>
      {more > 0 && (
        <Text size="sm">
          <Trans>and {more} others</Trans>
        </Text>
      )}
    </Alert>
  );
}

function Accounts({ sums }: { sums: readonly Sum[] }) {
  const { t } = useLingui();
  const money = (amount: number) => <Money amount={amount} currency="EUR" />;
  const columns: Column<Sum>[] = [
    { id: 'number', header: t`Account`, cell: ({ number, name }) => `${number} ${name}` },
    { id: 'opening', header: t`Opening balance`, align: 'end', cell: ({ opening }) => money(opening) },
    { id: 'debit', header: t`Debits`, align: 'end', cell: ({ debit }) => money(debit) },
    { id: 'credit', header: t`Credits`, align: 'end', cell: ({ credit }) => money(credit) },
    { id: 'closing', header: t`Closing balance`, align: 'end', cell: ({ closing }) => money(closing) },
  ];
  if (sums.length === 0) return null;
  return (
    <section>
      <Title order={3} size="h4" mb={4}>
        <Trans>Accounts</Trans>
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        <Trans>What is owed is above zero, what is spent or held below.</Trans>
      </Text>
      <Sheet label={t`Accounts`} columns={columns} rows={[...sums]} keyOf={({ number }) => number} />
    </section>
  );
}
