import { Anchor, Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { StateFilter } from '../../ui/state-filter.tsx';
import { Status } from '../../ui/status.tsx';
import { Count, Instant, LocalDate, Money } from '../../ui/values.tsx';
import { batchesQuery, type Batch } from './payment.queries.ts';
import { batchSearch, batchStates } from './batch-search.ts';
import { batchTones, batchWords, railWords } from './payment-words.ts';
import { mayPay } from './may-pay.ts';

const ReadReport = lazy(async () => ({ default: (await import('./read-report.tsx')).ReadReport }));
const route = getRouteApi('/console/payments/batches');

/** All batches, and the bank's answers. */
export function BatchesScreen() {
  const { t } = useLingui();
  const { state } = route.useSearch();
  const navigate = useNavigate();
  const list = useInfiniteQuery(batchesQuery(state));
  const [reading, setReading] = useState(false);
  const canPay = mayPay();
  return (
    <>
      <DataList
        label={t`Batches`}
        list={list}
        columns={useColumns()}
        keyOf={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: '/console/payments/batches/$batchId', params: { batchId: id } })}
        tools={
          <>
            <StateFilter
              states={batchStates}
              words={batchWords}
              value={state}
              onChange={(value) =>
                void navigate({ to: '/console/payments/batches', search: batchSearch({ state: value }), replace: true })
              }
            />
            {canPay && (
              <Button variant="default" onClick={() => setReading(true)}>
                {t`Read what became of them`}
              </Button>
            )}
          </>
        }
        empty={
          <EmptyState title={t`No batch here.`}>
            <Trans>A batch is made of what is payable, under “To pay”.</Trans>
          </EmptyState>
        }
      />
      <Suspense>{reading && <ReadReport onClose={() => setReading(false)} />}</Suspense>
    </>
  );
}

function useColumns(): Column<Batch>[] {
  const { t } = useLingui();
  return [
    {
      id: 'remittance',
      header: t`Batch`,
      cell: ({ id, remittance }) => (
        <Anchor
          fw={500}
          c="inherit"
          renderRoot={(props) => <Link to="/console/payments/batches/$batchId" params={{ batchId: id }} {...props} />}
        >
          {remittance}
        </Anchor>
      ),
    },
    {
      id: 'state',
      header: t`State`,
      cell: ({ state }) => <Status tone={batchTones[state]}>{t(batchWords[state])}</Status>,
    },
    { id: 'rail', header: t`Way to pay`, cell: ({ rail }) => t(railWords[rail]) },
    { id: 'day', header: t`Transfers on`, cell: ({ executionDate }) => <LocalDate date={executionDate} /> },
    { id: 'lines', header: t`Lines`, align: 'end', cell: ({ lines }) => <Count of={lines} /> },
    {
      id: 'amount',
      header: t`Amount`,
      align: 'end',
      cell: ({ amount, currency }) => <Money amount={amount} currency={currency} />,
    },
    { id: 'made', header: t`Made`, align: 'end', cell: ({ createdAt }) => <Instant at={createdAt} /> },
  ];
}
