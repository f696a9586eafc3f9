import { Group, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { formatMonth } from '@cordee/core/closing';
import { pagesOf, type ItemOf } from '../../lib/api/queries.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { CsvButton } from '../../ui/csv-button.tsx';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { Count, Money } from '../../ui/values.tsx';
import { StatedDebts } from './stated-debts.tsx';

type Closed = ItemOf<'listStatements'>;

/** A partner's statements of the months that are closed; nothing while there are none. */
export function ClosedStatements({ partnerId }: { partnerId: string }) {
  const { t } = useLingui();
  const list = useInfiniteQuery(pagesOf('listStatements', { query: { partnerId, limit: 100 } }));
  const columns = useColumns();
  if (list.data === undefined || list.data.length === 0) return null;
  return (
    <section data-print="off">
      <Title order={2} mt="xl" mb={4}>
        <Trans>Closed months</Trans>
      </Title>
      <Text size="sm" c="dimmed" mb="sm" maw={560}>
        <Trans>
          These statements stay as they are. What is learned of a month after it was closed stands in the next one, as late.
        </Trans>
      </Text>
      <DataList label={t`Closed months`} list={list} columns={columns} keyOf={({ id }) => id} empty={null} />
    </section>
  );
}

function useColumns(): Column<Closed>[] {
  const { t } = useLingui();
  const language = useLanguage();
  return [
    { id: 'month', header: t`Month`, cell: ({ period }) => formatMonth(period, language) },
    { id: 'number', header: t`Number`, cell: ({ number }) => <span className="figure">{number}</span> },
    { id: 'movements', header: t`Movements`, align: 'end', cell: ({ movementCount }) => <Count of={movementCount} /> },
    { id: 'late', header: t`Late`, align: 'end', cell: ({ lateCount }) => (lateCount === 0 ? null : <Count of={lateCount} />) },
    {
      id: 'payable',
      header: t`Payable at the end`,
      align: 'end',
      cell: (statement) => (
        <>
          <Money amount={statement.closing.payable} currency={statement.currency} />
          <StatedDebts statement={statement} />
        </>
      ),
    },
    { id: 'file', header: t`File`, align: 'end', cell: (statement) => <Files statement={statement} /> },
  ];
}

function Files({ statement: { id, number, period } }: { statement: Closed }) {
  const { t } = useLingui();
  const month = formatMonth(period, useLanguage());
  const input = (format: 'pdf' | 'csv') => ({ params: { id }, query: { format } });
  return (
    <Group gap={4} wrap="nowrap" justify="flex-end">
      <CsvButton route="readStatement" input={input('pdf')} name={`${number}.pdf`} type="application/pdf" says={t`PDF, ${month}`}>
        {t`PDF`}
      </CsvButton>
      <CsvButton route="readStatement" input={input('csv')} name={`${number}.csv`} says={t`CSV, ${month}`}>
        {t`CSV`}
      </CsvButton>
    </Group>
  );
}
