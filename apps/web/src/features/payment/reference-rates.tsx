import { Button, Group, Skeleton, Stack, Switch, Table, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { problemToast, toast } from '../../ui/toast.ts';
import { LocalDate } from '../../ui/values.tsx';
import { mayPay } from './may-pay.ts';
import { exchangeRulesQuery, ratesQuery } from './payment.queries.ts';

const LoadRates = lazy(async () => ({ default: (await import('./load-rates.tsx')).LoadRates }));

/** The newest reference rates, and how they are kept up to date. */
export function ReferenceRates() {
  const { data, error, refetch } = useQuery(ratesQuery);
  return (
    <section>
      <Title order={2} mb="sm">
        <Trans>Reference rates</Trans>
      </Title>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={110} />}
      {data !== undefined && (
        <Stack gap="sm">
          <Text c="dimmed">
            {data.date === null ? (
              <Trans>No rate is known yet: load a file of the European Central Bank, or let them be fetched.</Trans>
            ) : (
              <Trans>
                Published by the European Central Bank on <LocalDate date={data.date} />; units of each currency for one euro.
              </Trans>
            )}
          </Text>
          {data.items.length > 0 && <Rates rates={data.items} />}
          {mayPay() && <Keeping />}
        </Stack>
      )}
    </section>
  );
}

function Rates({ rates }: { rates: readonly { readonly currency: string; readonly rate: string }[] }) {
  const { t } = useLingui();
  return (
    <details open={rates.length <= 8}>
      <summary>
        <Trans>All rates: {rates.length}</Trans>
      </summary>
      <Table maw={320} aria-label={t`Reference rates`}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t`Currency`}</Table.Th>
            <Table.Th ta="end">{t`For one euro`}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rates.map(({ currency, rate }) => (
            <Table.Tr key={currency}>
              <Table.Td>{currency}</Table.Td>
              <Table.Td ta="end">
                <RateFigure rate={rate} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </details>
  );
}

/** Loads a file, fetches the day's rates now, or lets them be fetched. */
function Keeping() {
  const { t } = useLingui();
  const client = useQueryClient();
  const { data: rules } = useQuery(exchangeRulesQuery);
  const [loading, setLoading] = useState(false);
  const [busy, setBusy] = useState(false);
  const during = async (act: () => Promise<string>) => {
    setBusy(true);
    try {
      const said = await act();
      await refresh(client, 'listExchangeRates', 'getExchangeRules');
      toast(said);
    } catch (error) {
      problemToast(error);
    } finally {
      setBusy(false);
    }
  };
  const fetchNow = async () => {
    const { added } = await call('fetchExchangeRates', {});
    return t`New rates: ${added}.`;
  };
  const keep = async (fetch: boolean) => {
    await call('setExchangeRules', { body: { fetch } });
    return fetch ? t`The rates are fetched every weekday.` : t`The rates are no longer fetched.`;
  };
  return (
    <Group gap="md">
      <Button variant="default" onClick={() => setLoading(true)}>
        <Trans>Load a file…</Trans>
      </Button>
      <Button variant="default" loading={busy} onClick={() => void during(fetchNow)}>
        <Trans>Fetch them now</Trans>
      </Button>
      {rules !== undefined && (
        <Switch
          label={t`Fetch them every weekday`}
          checked={rules.fetch}
          disabled={busy}
          onChange={({ currentTarget }) => {
            const { checked } = currentTarget;
            void during(() => keep(checked));
          }}
        />
      )}
      <Suspense>{loading && <LoadRates onClose={() => setLoading(false)} />}</Suspense>
    </Group>
  );
}

/** A decimal text as it is written in the reader's language. */
export function RateFigure({ rate }: { rate: string }) {
  return <span className="figure">{useLanguage() === 'fr' ? rate.replace('.', ',') : rate}</span>;
}

/** The published rates something was exchanged at. */
export function RatesOfTheDay({ perEuro, date }: { perEuro: Readonly<Record<string, string>>; date: string }) {
  return (
    <span>
      <Trans>1 EUR</Trans>
      {Object.entries(perEuro).map(([currency, rate]) => (
        <span key={currency}>
          {' = '}
          <RateFigure rate={rate} /> {currency}
        </span>
      ))}
      <Text component="span" inherit c="dimmed">
        {', '}
        <LocalDate date={date} />
      </Text>
    </span>
  );
}
