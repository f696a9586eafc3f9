import { Text, Title } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { TransactionKind } from '@cordee/core/ledger';
import { Sheet } from '../../ui/sheet.tsx';
import { Instant, LocalDate, Money } from '../../ui/values.tsx';
import { WhyLink } from '../../ui/why-link.tsx';
import type { Column } from '../../ui/data-list.tsx';
import type { Days } from '../../ui/period-presets.ts';
import { transactionWords } from '../../ui/transactions/transaction-words.ts';
import type { CurrencyStatement } from './statement.queries.ts';

type Movement = CurrencyStatement['movements'][number];
type Amounts = Pick<Movement, 'pending' | 'payable' | 'inPayout' | 'paid'>;
type Line =
  | { readonly kind: 'opening' | 'closing'; readonly day: string; readonly amounts: Amounts }
  | { readonly kind: 'movement'; readonly movement: Movement; readonly amounts: Amounts };

/** One currency of a statement: from what stood there, by each movement, to what stands there. */
export function StatementSheet({ part, days, titled }: { part: CurrencyStatement; days: Days; titled: boolean }) {
  const { t } = useLingui();
  const { currency, opening, movements, closing } = part;
  const lines: Line[] = [
    { kind: 'opening', day: days.from, amounts: opening },
    ...movements.map((movement): Line => ({ kind: 'movement', movement, amounts: movement })),
    { kind: 'closing', day: days.to, amounts: closing },
  ];
  return (
    <section>
      {titled && (
        <Title order={2} mb="xs">
          {currency}
        </Title>
      )}
      <Sheet
        label={t`Statement in ${currency}`}
        columns={useColumns(currency)}
        rows={lines}
        keyOf={(line) => keyOf(line)}
        isSum={({ kind }) => kind !== 'movement'}
      />
    </section>
  );
}

function keyOf(line: Line): string {
  return line.kind === 'movement' ? `${line.movement.factId} ${line.movement.commissionId} ${line.movement.kind}` : line.kind;
}

function useColumns(currency: string): Column<Line>[] {
  const { t } = useLingui();
  const amount = (id: keyof Amounts, header: string): Column<Line> => ({
    id,
    header,
    align: 'end',
    cell: ({ kind, amounts }) =>
      kind === 'movement' && amounts[id] === 0 ? null : (
        <Money amount={amounts[id]} currency={currency} signed={kind === 'movement'} />
      ),
  });
  return [
    { id: 'what', header: t`Movement`, cell: (line) => <What line={line} /> },
    {
      id: 'at',
      header: t`Date`,
      cell: (line) =>
        line.kind === 'movement' ? <Instant at={line.movement.effectiveAt} show="day" /> : <LocalDate date={line.day} />,
    },
    { id: 'clause', header: t`Clause`, cell: (line) => (line.kind === 'movement' ? line.movement.clause : null) },
    amount('pending', t`In its hold`),
    amount('payable', t`Payable`),
    amount('inPayout', t`In a payout`),
    amount('paid', t`Paid`),
  ];
}

function What({ line }: { line: Line }) {
  const { t } = useLingui();
  if (line.kind !== 'movement') return line.kind === 'opening' ? t`At the start` : t`At the end`;
  const { kind, factId, label } = line.movement;
  return (
    <>
      <WhyLink factId={factId}>{t(transactionWords[kind as TransactionKind])}</WhyLink>
      {/* The end of a hold has no name but its instant, which stands beside. */}
      {kind !== 'release' && (
        <Text component="span" size="xs" c="dimmed" display="block">
          {label}
        </Text>
      )}
    </>
  );
}
