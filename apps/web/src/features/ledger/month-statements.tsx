import { Anchor, Group, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatMonth } from '@cordee/core/closing';
import { useLanguage } from '../../lib/use-language.ts';
import { CsvButton } from '../../ui/csv-button.tsx';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Count, Money } from '../../ui/values.tsx';
import { monthStatementsQuery, type ListedStatement, type Month } from './ledger.queries.ts';

/** The statements of a closed month, and where the chain of the books ended. */
export function MonthStatements({ month }: { month: Month }) {
  const { t } = useLingui();
  const list = useInfiniteQuery(monthStatementsQuery(month.period));
  const name = formatMonth(month.period, useLanguage());
  return (
    <section>
      <Title order={2} mt="xl" mb={4}>
        <Trans>Statements of {name}</Trans>
      </Title>
      <Text size="xs" c="dimmed" mb="sm" style={{ overflowWrap: 'anywhere' }}>
        <Trans>Chain of the books at the closing (SHA-256): {month.transactionHash}</Trans>
      </Text>
      <DataList
        label={t`Statements of ${name}`}
        list={list}
        columns={useColumns()}
        keyOf={({ id }) => id}
        empty={
          <EmptyState title={t`No statement in this month.`}>
            <Trans>Nothing moved and nothing is open: no partner had anything to be told.</Trans>
          </EmptyState>
        }
      />
    </section>
  );
}

function useColumns(): Column<ListedStatement>[] {
  const { t } = useLingui();
  return [
    { id: 'partner', header: t`Partner`, cell: (statement) => <Partner statement={statement} /> },
    { id: 'number', header: t`Number`, cell: ({ number }) => <span className="figure">{number}</span> },
    { id: 'movements', header: t`Movements`, align: 'end', cell: ({ movementCount }) => <Count of={movementCount} /> },
    { id: 'late', header: t`Late`, align: 'end', cell: ({ lateCount }) => (lateCount === 0 ? null : <Count of={lateCount} />) },
    {
      id: 'pending',
      header: t`In its hold`,
      align: 'end',
      cell: ({ closing, currency }) => <Money amount={closing.pending} currency={currency} />,
    },
    {
      id: 'payable',
      header: t`Payable`,
      align: 'end',
      cell: (statement) => (
        <>
          <Money amount={statement.closing.payable} currency={statement.currency} />
          <UnderPlans statement={statement} />
        </>
      ),
    },
    { id: 'file', header: t`File`, align: 'end', cell: (statement) => <Files statement={statement} /> },
  ];
}

/** What is owed beside the balance, under payment plans. */
function UnderPlans({ statement: { debts, currency } }: { statement: ListedStatement }) {
  const owed = debts.reduce((sum, { closing }) => sum + closing, 0);
  if (owed === 0) return null;
  return (
    <Text size="xs" c="dimmed">
      <Trans>
        <Money amount={owed} currency={currency} /> owed under a plan
      </Trans>
    </Text>
  );
}

function Partner({ statement: { partnerId, partnerName } }: { statement: ListedStatement }) {
  return (
    <Anchor
      c="inherit"
      renderRoot={(props) => <Link to="/console/partners/$partnerId/statement" params={{ partnerId }} {...props} />}
    >
      {partnerName}
    </Anchor>
  );
}

function Files({ statement: { id, number, partnerName } }: { statement: ListedStatement }) {
  const { t } = useLingui();
  const input = (format: 'pdf' | 'csv') => ({ params: { id }, query: { format } });
  return (
    <Group gap={4} wrap="nowrap" justify="flex-end">
      <CsvButton
        route="readStatement"
        input={input('pdf')}
        name={`${number}.pdf`}
        type="application/pdf"
        says={t`PDF, ${partnerName}`}
      >
        {t`PDF`}
      </CsvButton>
      <CsvButton route="readStatement" input={input('csv')} name={`${number}.csv`} says={t`CSV, ${partnerName}`}>
        {t`CSV`}
      </CsvButton>
    </Group>
  );
}
