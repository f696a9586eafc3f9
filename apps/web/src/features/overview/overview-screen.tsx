import { Skeleton, Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import type { AnswerOf } from '../../lib/api/call.ts';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { Figure, Figures } from '../../ui/figures.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Money } from '../../ui/values.tsx';
import { ownBalanceQuery } from './overview.queries.ts';

type Balance = AnswerOf<'getBalance'>[number];

/** The three questions every partner asks, answered by currency. */
export function OverviewScreen() {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(ownBalanceQuery(chosenMembership()?.partnerId ?? ''));
  return (
    <>
      <PageHeader title={t`Where you stand`} />
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={104} />}
      {data !== undefined && (
        <Stack gap="sm">
          {data.length === 0 ? <NothingYet /> : data.map((balance) => <Answers key={balance.currency} balance={balance} />)}
        </Stack>
      )}
      <Outlet />
    </>
  );
}

function Answers({ balance }: { balance: Balance }) {
  const { t } = useLingui();
  const { currency, pending, payable, inPayout, paid } = balance;
  const money = (amount: bigint) => <Money amount={amount} currency={currency} />;
  const [inHold, due, onItsWay, settled] = [BigInt(pending), BigInt(payable), BigInt(inPayout), BigInt(paid)];
  return (
    <Figures label={t`Your account in ${currency}`}>
      <Figure label={t`Earned so far`} note={<Trans>refunds taken off</Trans>}>
        {money(inHold + due + onItsWay + settled)}
      </Figure>
      <Figure
        label={t`Coming`}
        note={
          <Trans>
            {money(due + onItsWay)} due, {money(inHold)} in its hold
          </Trans>
        }
      >
        {money(inHold + due + onItsWay)}
      </Figure>
      <Figure label={t`Paid to you`}>{money(settled)}</Figure>
    </Figures>
  );
}

function NothingYet() {
  const { t } = useLingui();
  return (
    <Figures label={t`Your account`}>
      <Figure label={t`Earned so far`}>–</Figure>
      <Figure label={t`Coming`}>–</Figure>
      <Figure label={t`Paid to you`}>–</Figure>
    </Figures>
  );
}
