import { Button, Group, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { CopyField } from '../../ui/copy-field.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { problemToast, toast } from '../../ui/toast.ts';
import { Instant } from '../../ui/values.tsx';
import { feedsQuery } from './obligation.queries.ts';

/** Secret addresses for calendar applications: made, shown once, withdrawn. */
export function CalendarAddress({ partnerId, onClose }: { partnerId: string | null; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(feedsQuery);
  const [url, setUrl] = useState<string | null>(null);
  const run = async (work: () => Promise<void>) => {
    try {
      await work();
      await refresh(client, 'listObligationFeeds');
    } catch (problem) {
      problemToast(problem);
    }
  };
  const make = () =>
    run(async () => {
      const made = await call('openObligationFeed', { body: partnerId === null ? {} : { partnerId } });
      setUrl(made.url);
    });
  const withdraw = (id: string) =>
    run(async () => {
      await call('revokeObligationFeed', { params: { id } });
      toast(t`The address leads nowhere any more.`);
    });
  return (
    <SideDrawer title={t`In your calendar`} onClose={onClose}>
      <Stack>
        <Text>
          <Trans>
            Subscribe to this address in your calendar application: obligations appear there and stay up to date. Whoever knows
            the address reads them, so keep it to yourself.
          </Trans>
        </Text>
        {url === null ? (
          <Button style={{ alignSelf: 'flex-start' }} onClick={() => void make()}>
            <Trans>Make an address</Trans>
          </Button>
        ) : (
          <CopyField label={t`Shown once: copy it now`} value={url} />
        )}
        {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
        {data?.items.map(({ id, createdAt }) => (
          <Group key={id} justify="space-between">
            <Text size="sm">
              <Trans>
                Made on <Instant at={createdAt} />
              </Trans>
            </Text>
            <Button size="compact-xs" variant="subtle" color="red" onClick={() => void withdraw(id)}>
              <Trans>Withdraw</Trans>
            </Button>
          </Group>
        ))}
      </Stack>
    </SideDrawer>
  );
}
