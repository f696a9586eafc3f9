import { Button, Group, Skeleton, Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { AccountList } from './account-list.tsx';
import { partnerAccountsQuery } from './payment.queries.ts';

const EnterAccount = lazy(async () => ({ default: (await import('./enter-account.tsx')).EnterAccount }));

const EnterDestination = lazy(async () => ({ default: (await import('./enter-destination.tsx')).EnterDestination }));

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
  const [entering, setEntering] = useState<'account' | 'other' | null>(null);
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton h={110} />;
  const isEmpty = data.items.length === 0;
  const enter = mayEnter && (
    <Group gap="xs" justify={isEmpty ? 'center' : 'flex-start'}>
      <Button onClick={() => setEntering('account')}>{isEmpty ? t`Enter an account` : t`Enter another account`}</Button>
      <Button variant="default" onClick={() => setEntering('other')}>{t`Wise, PayPal or Stripe`}</Button>
    </Group>
  );
  return (
    <Stack>
      {isEmpty ? (
        <EmptyState title={empty} action={enter}>
          <Trans>Nothing can be paid in a batch before an account is in force.</Trans>
        </EmptyState>
      ) : (
        <>
          {enter}
          <AccountList accounts={data.items} label={t`Accounts`} />
        </>
      )}
      <Suspense>
        {entering === 'account' && <EnterAccount partnerId={partnerId} onClose={() => setEntering(null)} />}
        {entering === 'other' && <EnterDestination partnerId={partnerId} onClose={() => setEntering(null)} />}
      </Suspense>
    </Stack>
  );
}
