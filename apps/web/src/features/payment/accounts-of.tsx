import { Button, Skeleton, Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { AccountList } from './account-list.tsx';
import { partnerAccountsQuery } from './payment.queries.ts';

const EnterAccount = lazy(async () => ({ default: (await import('./enter-account.tsx')).EnterAccount }));

interface AccountsOfProps {
  readonly partnerId: string;
  readonly mayEnter: boolean;
  /** What is said when there is none. */
  readonly empty: string;
}

/** The accounts of one partner, newest first, and the way to enter another. */
export function AccountsOf({ partnerId, mayEnter, empty }: AccountsOfProps) {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(partnerAccountsQuery(partnerId));
  const [entering, setEntering] = useState(false);
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton h={110} />;
  const enter = mayEnter && (
    <Button onClick={() => setEntering(true)} style={{ alignSelf: data.items.length === 0 ? 'center' : 'start' }}>
      {data.items.length === 0 ? t`Enter an account` : t`Enter another account`}
    </Button>
  );
  return (
    <Stack>
      {data.items.length === 0 ? (
        <EmptyState title={empty} action={enter}>
          <Trans>Nothing can be paid in a batch before an account is in force.</Trans>
        </EmptyState>
      ) : (
        <>
          {enter}
          <AccountList accounts={data.items} label={t`Accounts`} />
        </>
      )}
      <Suspense>{entering && <EnterAccount partnerId={partnerId} onClose={() => setEntering(false)} />}</Suspense>
    </Stack>
  );
}
