import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { toast } from '../../ui/toast.ts';
import { Instant } from '../../ui/values.tsx';
import { connectionQuery } from './payment.queries.ts';

const Confirm = lazy(async () => ({ default: (await import('../../ui/confirm.tsx')).Confirm }));
const ConnectStripe = lazy(async () => ({ default: (await import('./connect-stripe.tsx')).ConnectStripe }));

/** Whether transfers can be sent by Stripe; an owner connects it. */
export function StripeConnection() {
  const { t } = useLingui();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(connectionQuery);
  const [asking, setAsking] = useState<'connect' | 'remove' | null>(null);
  const isOwner = chosenMembership()?.role === 'owner';
  return (
    <section>
      <Title order={2} mb="sm">
        <Trans>Stripe</Trans>
      </Title>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={60} />}
      {data !== undefined && (
        <Stack gap="sm">
          {data.enteredAt === null ? (
            <Text c="dimmed">
              <Trans>Not connected: without it no batch can be paid by transfers of Stripe.</Trans>
            </Text>
          ) : (
            <Text>
              <Trans>
                Connected by the key {data.hint} since <Instant at={data.enteredAt} />
              </Trans>
            </Text>
          )}
          {isOwner && (
            <Group gap="xs">
              <Button variant="default" onClick={() => setAsking('connect')}>
                {data.connected ? t`Enter another key` : t`Connect Stripe`}
              </Button>
              {data.connected && (
                <Button variant="subtle" color="gray" onClick={() => setAsking('remove')}>
                  <Trans>Disconnect</Trans>
                </Button>
              )}
            </Group>
          )}
        </Stack>
      )}
      <Suspense>
        {asking === 'connect' && <ConnectStripe isConnected={data?.connected === true} onClose={() => setAsking(null)} />}
        {asking === 'remove' && (
          <Confirm
            title={t`Disconnect Stripe?`}
            verb={t`Disconnect`}
            dangerous
            onConfirm={async () => {
              await call('removePayoutConnection', {});
              await refresh(client, 'getPayoutConnection');
              toast(t`Stripe is disconnected.`);
            }}
            onClose={() => setAsking(null)}
          >
            <Trans>The key is forgotten. Batches that wait to be sent by Stripe wait until another one is entered.</Trans>
          </Confirm>
        )}
      </Suspense>
    </section>
  );
}
