import { Skeleton } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Figure, Figures } from '../../ui/figures.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { LocalDate, Money } from '../../ui/values.tsx';
import { nextPayable } from './next-payable.ts';
import { balanceQuery, waitingQuery } from './partner.queries.ts';

/** Where a partner's account stands, what the next payment holds, and when what waits becomes payable. */
export function PartnerBalances({ partnerId }: { partnerId: string }) {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(balanceQuery(partnerId));
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton h={82} />;
  const each = (account: 'pending' | 'payable' | 'inPayout' | 'paid') =>
    data.length === 0
      ? '–'
      : data.map((balance) => <Money key={balance.currency} amount={balance[account]} currency={balance.currency} />);
  const isDue = data.some(({ payable }) => BigInt(payable) > 0n);
  const isOwed = data.some(({ payable }) => BigInt(payable) < 0n);
  return (
    <Figures label={t`Balances`}>
      <Figure label={t`In its hold`} note={<NextPayable partnerId={partnerId} />}>
        {each('pending')}
      </Figure>
      <Figure
        label={t`Payable`}
        note={
          isOwed ? (
            <Trans>more was taken back than is due: the next commissions make up for it</Trans>
          ) : isDue ? (
            <Trans>goes out with the next payment</Trans>
          ) : undefined
        }
      >
        {each('payable')}
      </Figure>
      <Figure label={t`In a payout`}>{each('inPayout')}</Figure>
      <Figure label={t`Paid`}>{each('paid')}</Figure>
    </Figures>
  );
}

/** The first day on which something of it becomes payable; nothing while not all that waits is known. */
function NextPayable({ partnerId }: { partnerId: string }) {
  const { data } = useQuery(waitingQuery(partnerId));
  if (data === undefined || data.nextCursor !== null) return null;
  return nextPayable(data.items).map(({ currency, amount, day }) => (
    <span key={currency} style={{ display: 'block' }}>
      <Trans>
        <Money amount={amount} currency={currency} /> payable from <LocalDate date={day} />
      </Trans>
    </span>
  ));
}
