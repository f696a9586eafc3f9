import { Group, Select, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatMonth } from '@cordee/core/closing';
import type { AnswerOf } from '../../lib/api/call.ts';
import { queryOf } from '../../lib/api/queries.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { CsvButton } from '../../ui/csv-button.tsx';
import type { Column } from '../../ui/data-list.tsx';
import { useToday } from '../../ui/period-fields.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Money } from '../../ui/values.tsx';

type Summary = AnswerOf<'getYearSummary'>;
type Row = Omit<Summary['months'][number], 'month'> & { readonly month: string | null };

/** A calendar year of a partner, by month and currency; nothing while there is no year with anything in it. */
export function YearSummary({ partnerId }: { partnerId: string }) {
  const { t } = useLingui();
  const thisYear = Number(useToday().slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const { data, error, refetch } = useQuery({
    ...queryOf('getYearSummary', { params: { year }, query: { partnerId } }),
    placeholderData: (before) => before,
  });
  const columns = useColumns();
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined || data.years.length === 0) return null;
  const years = data.years.includes(year) ? data.years : [year, ...data.years];
  const rows: Row[] = [...data.months, ...data.totals.map((total) => ({ ...total, month: null }))];
  return (
    <section data-print="off">
      <Title order={2} mt="xl" mb={4}>
        <Trans>The year</Trans>
      </Title>
      <Group align="flex-end" gap="xs" mb="sm">
        <Select
          aria-label={t`Year`}
          allowDeselect={false}
          w={110}
          data={years.map(String)}
          value={String(year)}
          onChange={(value) => setYear(Number(value))}
        />
        <CsvButton
          route="getYearSummary"
          input={{ params: { year }, query: { partnerId, format: 'pdf' } }}
          name={`${year}.pdf`}
          type="application/pdf"
          says={t`Yearly statement ${year}, PDF`}
        >
          {t`PDF`}
        </CsvButton>
      </Group>
      {rows.length === 0 ? (
        <Text c="dimmed">
          <Trans>Nothing was earned or paid in this year.</Trans>
        </Text>
      ) : (
        <Sheet
          label={t`The year ${year}`}
          columns={columns}
          rows={rows}
          keyOf={({ month, currency }) => `${month ?? ''} ${currency}`}
          isSum={({ month }) => month === null}
        />
      )}
      <Declared summary={data} />
    </section>
  );
}

function Declared({ summary: { paidInEuro, threshold, isOver } }: { summary: Summary }) {
  return (
    <Text size="sm" c="dimmed" mt="xs" maw={620}>
      {paidInEuro !== null && (
        <Trans>
          Paid in the calendar year, in euro at the rate of each day: <Money amount={paidInEuro} currency="EUR" />.
        </Trans>
      )}{' '}
      <Trans>
        Above <Money amount={threshold} currency="EUR" />, a French company declares it to the tax office (DAS2).
      </Trans>{' '}
      {!isOver && <Trans>The year is not over.</Trans>}
    </Text>
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useLingui();
  const language = useLanguage();
  return [
    { id: 'month', header: t`Month`, cell: ({ month }) => (month === null ? t`In all` : formatMonth(month, language)) },
    { id: 'currency', header: t`Currency`, cell: ({ currency }) => currency },
    {
      id: 'earned',
      header: t`Earned`,
      align: 'end',
      cell: ({ earned, currency }) => <Money amount={earned} currency={currency} />,
    },
    {
      id: 'invoiced',
      header: t`Invoiced`,
      align: 'end',
      cell: ({ invoiced, currency }) => <Money amount={invoiced} currency={currency} />,
    },
    { id: 'paid', header: t`Paid`, align: 'end', cell: ({ paid, currency }) => <Money amount={paid} currency={currency} /> },
  ];
}
