import { Button, Checkbox, Group, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Status } from '../../ui/status.tsx';
import { Instant, Money } from '../../ui/values.tsx';
import { candidatesQuery, type Candidate } from './payment.queries.ts';
import { reasonWords } from './payment-words.ts';
import { ChosenBar } from './chosen-bar.tsx';
import { mayPay } from './may-pay.ts';
import { type Chosen, useChosen } from './use-chosen.ts';
import { wayOf, waySearch } from './way-search.ts';
import { WaySelect } from './way-select.tsx';

const route = getRouteApi('/console/payments/');
const MakeBatch = lazy(async () => ({ default: (await import('./make-batch.tsx')).MakeBatch }));

/** Who can be paid now by a rail in a currency, and who cannot and why. */
export function CandidatesScreen() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const way = wayOf(route.useSearch());
  const list = useInfiniteQuery(candidatesQuery(way));
  const [making, setMaking] = useState<'all' | 'chosen' | null>(null);
  const payable = useMemo(() => (list.data ?? []).filter(({ reasons }) => reasons.length === 0), [list.data]);
  const chosen = useChosen(payable);
  const { currency } = way;
  const canPay = mayPay() && payable.length > 0;
  return (
    <>
      <DataList
        label={t`To pay`}
        list={list}
        columns={useColumns(canPay ? chosen : null)}
        keyOf={({ partnerId }) => partnerId}
        onOpen={({ partnerId }) => void navigate({ to: '/console/partners/$partnerId/account', params: { partnerId } })}
        tools={
          <>
            <WaySelect
              way={way}
              onWay={(next) => {
                chosen.clear();
                void navigate({ to: '/console/payments', search: waySearch({ ...next }), replace: true });
              }}
            />
            {canPay && <Button onClick={() => setMaking('all')}>{t`Make a batch of all who can be paid`}</Button>}
          </>
        }
        empty={
          <EmptyState title={t`Nothing is payable in ${currency}.`}>
            <Trans>
              Commissions become payable when their hold ends. Balances in other currencies are exchanged first, or paid another
              way than by a file for the bank.
            </Trans>
          </EmptyState>
        }
      />
      {canPay && <ChosenBar chosen={chosen} currency={currency} onMake={() => setMaking('chosen')} />}
      <Suspense>
        {making !== null && (
          <MakeBatch way={way} chosen={making === 'chosen' ? chosen.candidates : null} onClose={() => setMaking(null)} />
        )}
      </Suspense>
    </>
  );
}

function useColumns(chosen: Chosen | null): Column<Candidate>[] {
  const { t } = useLingui();
  return [
    { id: 'partner', header: t`Partner`, cell: (candidate) => <Payee candidate={candidate} chosen={chosen} /> },
    { id: 'account', header: t`Account`, cell: ({ account }) => account },
    {
      id: 'state',
      header: t`State`,
      cell: ({ reasons, payableFrom, debt, currency }) =>
        reasons.length === 0 ? (
          <>
            <Status tone="good">{t`Can be paid`}</Status>
            <UnderPlan debt={debt} currency={currency} />
          </>
        ) : (
          <div>
            {reasons.map((reason) => (
              <div key={reason}>
                <Status tone={reason === 'below_minimum' ? 'calm' : 'wait'}>{t(reasonWords[reason])}</Status>
              </div>
            ))}
            {payableFrom !== null && (
              <Text size="sm" c="dimmed">
                <Trans>
                  Paid to from <Instant at={payableFrom} />
                </Trans>
              </Text>
            )}
            <UnderPlan debt={debt} currency={currency} />
          </div>
        ),
    },
    {
      id: 'amount',
      header: t`Payable`,
      align: 'end',
      cell: ({ amount, keptBack, currency }) => (
        <>
          <Money amount={amount} currency={currency} />
          {keptBack > 0 && (
            <Text size="xs" c="dimmed">
              <Trans>
                <Money amount={keptBack} currency={currency} /> kept back
              </Trans>
            </Text>
          )}
        </>
      ),
    },
  ];
}

/** How far a debt is paid back. */
function UnderPlan({ debt, currency }: Pick<Candidate, 'debt' | 'currency'>) {
  if (debt === null) return null;
  return (
    <Text size="sm" c="dimmed">
      <Trans>
        Debt under a plan: <Money amount={debt.repaid} currency={currency} /> of{' '}
        <Money amount={debt.planned} currency={currency} /> paid back
      </Trans>
    </Text>
  );
}

function Payee({ candidate: { partnerId, partnerName, reasons }, chosen }: { candidate: Candidate; chosen: Chosen | null }) {
  const { t } = useLingui();
  if (chosen === null) return partnerName;
  return (
    <Group gap="sm" wrap="nowrap">
      <Checkbox
        size="xs"
        aria-label={t`Choose ${partnerName}`}
        checked={chosen.has(partnerId) && reasons.length === 0}
        disabled={reasons.length > 0}
        onChange={() => chosen.toggle(partnerId)}
      />
      <span>{partnerName}</span>
    </Group>
  );
}
