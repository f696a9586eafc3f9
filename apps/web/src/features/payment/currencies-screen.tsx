import { Button, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PartnerName } from '../../ui/partner-name.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Count, Instant, Money } from '../../ui/values.tsx';
import { WhyLink } from '../../ui/why-link.tsx';
import { mayPay } from './may-pay.ts';
import { exchangesQuery, payableByCurrencyQuery, type Exchange } from './payment.queries.ts';
import { RatesOfTheDay, ReferenceRates } from './reference-rates.tsx';

const ExchangeDrawer = lazy(async () => ({ default: (await import('./exchange-drawer.tsx')).ExchangeDrawer }));

/** What is payable in which currency, the rates it can be exchanged at, and what was. */
export function CurrenciesScreen() {
  return (
    <Stack gap="xl" mt="md">
      <Payable />
      <ReferenceRates />
      <Done />
    </Stack>
  );
}

function Payable() {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(payableByCurrencyQuery);
  const [from, setFrom] = useState<string | null>(null);
  const canPay = mayPay();
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
        <Table aria-label={t`Payable, by currency`} maw={640}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t`Currency`}</Table.Th>
              <Table.Th ta="end">{t`Partners`}</Table.Th>
              <Table.Th ta="end">{t`Payable`}</Table.Th>
              {canPay && <Table.Th ta="end">{t`Exchange`}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.items.map(({ currency, partners, payable }) => (
              <Table.Tr key={currency}>
                <Table.Td>{currency}</Table.Td>
                <Table.Td ta="end">
                  <Count of={partners} />
                </Table.Td>
                <Table.Td ta="end">
                  <Money amount={payable} currency={currency} />
                </Table.Td>
                {canPay && (
                  <Table.Td ta="end">
                    <Button
                      size="compact-sm"
                      variant="default"
                      onClick={() => setFrom(currency)}
                      aria-label={t`Exchange ${currency}…`}
                    >
                      <Trans>Exchange…</Trans>
                    </Button>
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Suspense>{from !== null && <ExchangeDrawer from={from} onClose={() => setFrom(null)} />}</Suspense>
    </section>
  );
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
