import { Button, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { AccountList } from './account-list.tsx';
import { accountsQuery, companyAccountsQuery, rulesQuery } from './payment.queries.ts';
import { RulesForm } from './rules-form.tsx';
import { mayPay } from './may-pay.ts';
import { StripeConnection } from './stripe-connection.tsx';

const EnterAccount = lazy(async () => ({ default: (await import('./enter-account.tsx')).EnterAccount }));

/** Accounts that wait for somebody, the company's own, and the rules of paying. */
export function AccountsScreen() {
  return (
    <Stack gap="xl" mt="md">
      <Waiting />
      <Own />
      <StripeConnection />
      <Rules />
    </Stack>
  );
}

function Waiting() {
  const { t } = useLingui();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(accountsQuery);
  return (
    <section>
      <Title order={2} mb="sm">
        <Trans>To confirm</Trans>
      </Title>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={110} />}
      {data?.length === 0 && (
        <Text c="dimmed">
          <Trans>No account waits to be confirmed.</Trans>
        </Text>
      )}
      {data !== undefined && data.length > 0 && <AccountList accounts={data} label={t`To confirm`} named />}
      {hasNextPage && (
        <Button mt="sm" variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          <Trans>More</Trans>
        </Button>
      )}
    </section>
  );
}

function Own() {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(companyAccountsQuery);
  const [entering, setEntering] = useState(false);
  const canPay = mayPay();
  return (
    <section>
      <Title order={2} mb="sm">
        <Trans>The company pays from</Trans>
      </Title>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={110} />}
      {data !== undefined && (
        <Stack>
          {data.items.length === 0 ? (
            <Text c="dimmed">
              <Trans>No account yet: without one no batch can be made.</Trans>
            </Text>
          ) : (
            <AccountList accounts={data.items} label={t`The company pays from`} />
          )}
          {canPay && (
            <Button variant="default" onClick={() => setEntering(true)} style={{ alignSelf: 'start' }}>
              {data.items.length === 0 ? t`Enter an account` : t`Enter another account`}
            </Button>
          )}
        </Stack>
      )}
      <Suspense>{entering && <EnterAccount partnerId={null} onClose={() => setEntering(false)} />}</Suspense>
    </section>
  );
}

function Rules() {
  const { data, error, refetch } = useQuery(rulesQuery);
  return (
    <section style={{ maxWidth: 480 }}>
      <Title order={2} mb="sm">
        <Trans>Rules of paying</Trans>
      </Title>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={110} />}
      {data !== undefined && <RulesForm rules={data} />}
    </section>
  );
}
