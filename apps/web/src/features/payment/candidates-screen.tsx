import { Button, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Status } from '../../ui/status.tsx';
import { Instant, Money } from '../../ui/values.tsx';
import { candidatesQuery, type Candidate } from './payment.queries.ts';
import { reasonWords } from './payment-words.ts';
import { mayPay } from './may-pay.ts';

const MakeBatch = lazy(async () => ({ default: (await import('./make-batch.tsx')).MakeBatch }));

/** Who can be paid in euros now, and who cannot and why. */
export function CandidatesScreen() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const list = useInfiniteQuery(candidatesQuery);
  const [making, setMaking] = useState(false);
  const payable = (list.data ?? []).filter(({ reasons }) => reasons.length === 0);
  const canPay = mayPay();
  return (
    <>
      <DataList
        label={t`To pay`}
        list={list}
        columns={useColumns()}
        keyOf={({ partnerId }) => partnerId}
        onOpen={({ partnerId }) => void navigate({ to: '/console/partners/$partnerId/account', params: { partnerId } })}
        tools={canPay && payable.length > 0 && <Button onClick={() => setMaking(true)}>{t`Make a batch`}</Button>}
        empty={
          <EmptyState title={t`Nothing is payable in euros.`}>
            <Trans>
              Commissions become payable when their hold ends. Balances in other currencies are exchanged first, or paid one by
              one.
            </Trans>
          </EmptyState>
        }
      />
      <Suspense>{making && <MakeBatch onClose={() => setMaking(false)} />}</Suspense>
    </>
  );
}

function useColumns(): Column<Candidate>[] {
  const { t } = useLingui();
  return [
    { id: 'partner', header: t`Partner`, cell: ({ partnerName }) => partnerName },
    { id: 'account', header: t`Account`, cell: ({ account }) => account },
    {
      id: 'state',
      header: t`State`,
      cell: ({ reasons, payableFrom }) =>
        reasons.length === 0 ? (
          <Status tone="good">{t`Can be paid`}</Status>
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
          </div>
        ),
    },
    { id: 'amount', header: t`Payable`, align: 'end', cell: ({ amount }) => <Money amount={amount} currency="EUR" /> },
  ];
}
