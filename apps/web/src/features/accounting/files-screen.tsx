import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { formatMonth } from '@cordee/core/closing';
import { useLanguage } from '../../lib/use-language.ts';
import { CsvButton } from '../../ui/csv-button.tsx';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Status } from '../../ui/status.tsx';
import { Count, Instant } from '../../ui/values.tsx';
import { chartsQuery, companyQuery, filesQuery, mayKeepBooks, type BookFile } from './ask-books.ts';
import { fileStates, formatWords } from './books-words.ts';

const NewFile = lazy(async () => ({ default: (await import('./new-file.tsx')).NewFile }));
const FileDetails = lazy(async () => ({ default: (await import('./file-details.tsx')).FileDetails }));
const route = getRouteApi('/console/books');

/** Files of entries: what was written, how far the others are. */
export function FilesScreen() {
  const { t } = useLingui();
  const { file } = route.useSearch();
  const navigate = route.useNavigate();
  const [making, setMaking] = useState(false);
  const list = useInfiniteQuery({
    ...filesQuery,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some((each) => isUnderWay(each))) === true ? 1000 : false,
  });
  const columns = useColumns();
  const write = mayKeepBooks() ? (
    <Button onClick={() => setMaking(true)}>
      <Trans>Write a file</Trans>
    </Button>
  ) : undefined;
  return (
    <Stack gap="md">
      <Missing />
      <DataList
        label={t`Files`}
        list={list}
        columns={columns}
        keyOf={({ id }) => id}
        onOpen={({ id }) => void navigate({ search: { file: id }, resetScroll: false })}
        tools={list.data !== undefined && list.data.length > 0 ? write : undefined}
        empty={
          <EmptyState title={t`No file yet`} action={write}>
            <Trans>Close a month, then write its entries as a FEC, for a spreadsheet, or for hledger.</Trans>
          </EmptyState>
        }
      />
      <Suspense>
        {making && <NewFile onClose={() => setMaking(false)} />}
        {file !== undefined && (
          <FileDetails id={file} onClose={() => void navigate({ search: {}, resetScroll: false, replace: true })} />
        )}
      </Suspense>
    </Stack>
  );
}

function isUnderWay({ state }: BookFile): boolean {
  return state === 'waiting' || state === 'running';
}

/** What has to be said before the first file. */
function Missing() {
  const charts = useQuery(chartsQuery);
  const company = useQuery(companyQuery);
  const noChart = charts.data?.items.length === 0;
  const noCompany = company.data?.lacks.some(({ purpose }) => purpose === 'fec') === true;
  if (!noChart && !noCompany) return null;
  return (
    <Text>
      <Trans>Before the first file:</Trans>{' '}
      {noChart && (
        <Anchor renderRoot={(props) => <Link to="/console/books/$part" params={{ part: 'accounts' }} {...props} />}>
          <Trans>choose your accounts</Trans>
        </Anchor>
      )}
      {noChart && noCompany && ' · '}
      {noCompany && (
        <Anchor renderRoot={(props) => <Link to="/console/settings/company" {...props} />}>
          <Trans>say who the company is</Trans>
        </Anchor>
      )}
    </Text>
  );
}

function useColumns(): Column<BookFile>[] {
  const { t } = useLingui();
  return [
    { id: 'months', header: t`Months`, cell: (file) => <Months file={file} /> },
    { id: 'format', header: t`Form`, cell: ({ format }) => t(formatWords[format]) },
    { id: 'state', header: t`State`, cell: (file) => <State file={file} /> },
    { id: 'lines', header: t`Lines`, align: 'end', cell: ({ result }) => (result === null ? null : <Count of={result.lines} />) },
    { id: 'at', header: t`Written on`, cell: ({ createdAt }) => <Instant at={createdAt} /> },
    {
      id: 'file',
      header: t`File`,
      align: 'end',
      cell: (file) => (file.state === 'done' ? <Files file={file} /> : null),
    },
  ];
}

function Months({ file: { id, from, to } }: { file: BookFile }) {
  const language = useLanguage();
  const name = from === to ? formatMonth(from, language) : `${formatMonth(from, language)} – ${formatMonth(to, language)}`;
  return (
    <Anchor fw={500} renderRoot={(props) => <Link to="/console/books" search={{ file: id }} resetScroll={false} {...props} />}>
      {name}
    </Anchor>
  );
}

function State({ file: { state, isDraft, postings, result } }: { file: BookFile }) {
  const { t } = useLingui();
  const { tone, word } = fileStates[state];
  const faults = result === null ? 0 : result.faults.length + result.moreFaults;
  return (
    <Group gap="xs">
      <Status tone={faults > 0 ? 'bad' : isDraft && state === 'done' ? 'wait' : tone}>
        {faults > 0 ? t`${faults} findings` : isDraft && state === 'done' ? t`draft file` : t(word)}
      </Status>
      {state === 'running' && (
        <Text component="span" size="sm" c="dimmed">
          <Trans>
            <Count of={postings} /> movements
          </Trans>
        </Text>
      )}
    </Group>
  );
}

function Files({ file: { id, fileName, format } }: { file: BookFile }) {
  const { t } = useLingui();
  const type = format === 'csv' ? 'text/csv' : 'text/plain';
  return (
    <CsvButton
      route="downloadBookExport"
      input={{ params: { id }, query: { part: 'file' } }}
      name={fileName}
      type={type}
      says={t`Download ${fileName}`}
    >
      {t`Download`}
    </CsvButton>
  );
}
