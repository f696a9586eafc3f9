import { Anchor, Button, Skeleton, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { formatMonth } from '@cordee/core/closing';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { useLanguage } from '../../lib/use-language.ts';
import type { Column } from '../../ui/data-list.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Status } from '../../ui/status.tsx';
import { Count, Instant } from '../../ui/values.tsx';
import { monthTones, monthWords } from './closing-words.ts';
import { monthsQuery, type Month } from './ledger.queries.ts';
import { MonthStatements } from './month-statements.tsx';

const CloseMonth = lazy(async () => ({ default: (await import('./close-month.tsx')).CloseMonth }));
const route = getRouteApi('/console/ledger/closing');

/** The months of the books: closed one after the other, each with the statements of all partners. */
export function ClosingScreen() {
  const { t } = useLingui();
  const { period } = route.useSearch();
  const [closing, setClosing] = useState<Month | null>(null);
  const { data, error, refetch } = useQuery({
    ...monthsQuery,
    refetchInterval: ({ state }) => (state.data?.some((month) => month.state === 'closing') === true ? 1000 : false),
  });
  const columns = useColumns(setClosing);
  const closed = data?.filter(({ state }) => state === 'closed') ?? [];
  const shown = closed.find((month) => month.period === period) ?? closed[0];
  return (
    <Stack gap="md">
      <Text maw={560}>
        <Trans>A closed month never changes. What is learned of it later stands in the next one, and says so.</Trans>
      </Text>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={180} />}
      {data !== undefined && <Sheet label={t`Months`} columns={columns} rows={data} keyOf={(month) => month.period} />}
      {shown !== undefined && <MonthStatements key={shown.period} month={shown} />}
      <Suspense>{closing !== null && <CloseMonth month={closing} onClose={() => setClosing(null)} />}</Suspense>
    </Stack>
  );
}

function useColumns(onClose: (month: Month) => void): Column<Month>[] {
  const { t } = useLingui();
  const language = useLanguage();
  const role = chosenMembership()?.role;
  const mayClose = role === 'owner' || role === 'finance';
  return [
    { id: 'month', header: t`Month`, cell: ({ period }) => <Text fw={500}>{formatMonth(period, language)}</Text> },
    {
      id: 'state',
      header: t`State`,
      cell: ({ state }) => <Status tone={monthTones[state]}>{t(monthWords[state])}</Status>,
    },
    { id: 'closed', header: t`Closed on`, cell: (month) => <Closed month={month} /> },
    { id: 'statements', header: t`Statements`, align: 'end', cell: (month) => <Statements month={month} /> },
    {
      id: 'late',
      header: t`Late movements`,
      align: 'end',
      cell: ({ late }) => (late === null || late === 0 ? null : <Count of={late} />),
    },
    {
      id: 'act',
      header: t`Next step`,
      align: 'end',
      cell: (month) =>
        mayClose && month.mayClose ? (
          <Button size="xs" onClick={() => onClose(month)} aria-label={t`Close ${formatMonth(month.period, language)}`}>
            <Trans context="month">Close</Trans>
          </Button>
        ) : null,
    },
  ];
}

function Closed({ month: { closedAt, closedBy } }: { month: Month }) {
  if (closedAt === null) return null;
  return (
    <div>
      <Instant at={closedAt} show="day" />
      {closedBy !== null && (
        <Text component="span" size="xs" c="dimmed" display="block">
          {closedBy}
        </Text>
      )}
    </div>
  );
}

function Statements({ month: { period, statements } }: { month: Month }) {
  const { t } = useLingui();
  const name = formatMonth(period, useLanguage());
  if (statements === null) return null;
  return (
    <Anchor
      aria-label={t`${statements} statements of ${name}`}
      renderRoot={(props) => <Link to="/console/ledger/closing" search={{ period }} resetScroll={false} {...props} />}
    >
      <Count of={statements} />
    </Anchor>
  );
}
