import { Button, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PartnerName } from '../../ui/partner-name.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Count, Instant, Money } from '../../ui/values.tsx';
import { WhyLink } from '../../ui/why-link.tsx';
import { mayPay } from './may-pay.ts';
import { exchangesQuery, payableByCurrencyQuery, type Exchange, type Payable } from './payment.queries.ts';
import { RatesOfTheDay, ReferenceRates } from './reference-rates.tsx';

const ExchangeDrawer = lazy(async () => ({ default: (await import('./exchange-drawer.tsx')).ExchangeDrawer }));

/** What is payable in which currency, the rates it can be exchanged at, and what was. */
export function CurrenciesScreen() {
  return (
    <Stack gap="xl" mt="md">
      <PayableBalances />
      <ReferenceRates />
      <Done />
    </Stack>
  );
}

function PayableBalances() {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(payableByCurrencyQuery);
  const [from, setFrom] = useState<string | null>(null);
  const columns = usePayableColumns(mayPay() ? setFrom : null);
  return (
    <section>
      <Title order={2} mb="sm">
        <Trans>Payable, by currency</Trans>
      </Title>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={110} />}
      {data?.items.length === 0 && (
        <Text c="dimmed">
          <Trans>Nothing is payable in any currency.</Trans>
        </Text>
      )}
      {data !== undefined && data.items.length > 0 && (
        <Sheet label={t`Payable, by currency`} rows={data.items} columns={columns} keyOf={({ currency }) => currency} />
      )}
      <Suspense>{from !== null && <ExchangeDrawer from={from} onClose={() => setFrom(null)} />}</Suspense>
    </section>
  );
}

function usePayableColumns(onExchange: ((currency: string) => void) | null): Column<Payable>[] {
  const { t } = useLingui();
  const columns: Column<Payable>[] = [
    { id: 'currency', header: t`Currency`, cell: ({ currency }) => currency },
    { id: 'partners', header: t`Partners`, align: 'end', cell: ({ partners }) => <Count of={partners} /> },
    {
      id: 'payable',
      header: t`Payable`,
      align: 'end',
      cell: ({ payable, currency }) => <Money amount={payable} currency={currency} />,
    },
  ];
  if (onExchange === null) return columns;
  const exchange = ({ currency }: Payable) => (
    <Button size="compact-sm" variant="default" onClick={() => onExchange(currency)} aria-label={t`Exchange ${currency}…`}>
      <Trans>Exchange…</Trans>
    </Button>
  );
  return [...columns, { id: 'exchange', header: t`Exchange`, align: 'end', cell: exchange }];
}

function Done() {
  const { t } = useLingui();
  const list = useInfiniteQuery(exchangesQuery);
  return (
    <section>
      <Title order={2} mb="sm">
        <Trans>What was exchanged</Trans>
      </Title>
      <DataList
        label={t`What was exchanged`}
        list={list}
        columns={useColumns()}
        keyOf={({ id }) => id}
        empty={
          <EmptyState title={t`Nothing was exchanged yet.`}>
            <Trans>
              What is payable in one currency can be exchanged into the one you pay in: each time with its rate and its day.
            </Trans>
          </EmptyState>
        }
      />
    </section>
  );
}

function useColumns(): Column<Exchange>[] {
  const { t } = useLingui();
  return [
    { id: 'partner', header: t`Partner`, cell: ({ partnerId }) => <PartnerName id={partnerId} /> },
    { id: 'rate', header: t`Rate`, cell: ({ perEuro, rateOn }) => <RatesOfTheDay perEuro={perEuro} date={rateOn} /> },
    {
      id: 'from',
      header: t`Out of`,
      align: 'end',
      cell: ({ fromAmount, from }) => <Money amount={fromAmount} currency={from} />,
    },
    {
      id: 'to',
      header: t`Into`,
      align: 'end',
      cell: ({ toAmount, to, factId }) => (
        <WhyLink factId={factId}>
          <Money amount={toAmount} currency={to} />
        </WhyLink>
      ),
    },
    { id: 'at', header: t`When`, align: 'end', cell: ({ createdAt }) => <Instant at={createdAt} /> },
  ];
}
