import { Anchor, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { queryOf, refresh } from '../../lib/api/queries.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { problemToast, toast } from '../../ui/toast.ts';
import { Instant } from '../../ui/values.tsx';
import { feedsQuery } from './obligation.queries.ts';

interface CalendarAddressProps {
  /** Of one partner; of all the reader sees when null. */
  readonly partnerId: string | null;
  readonly side: 'company' | 'partner';
  readonly onClose: () => void;
}

/** Secret addresses for calendar applications: made, shown once, withdrawn. */
export function CalendarAddress({ partnerId, side, onClose }: CalendarAddressProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(feedsQuery);
  const [url, setUrl] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const make = async () => {
    setBusy(true);
    try {
      const made = await call('openObligationFeed', { body: partnerId === null ? {} : { partnerId } });
      setUrl(made.url);
      await refresh(client, 'listObligationFeeds');
    } catch (problem) {
      problemToast(problem);
    } finally {
      setBusy(false);
    }
  };
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
          <Button style={{ alignSelf: 'flex-start' }} loading={busy} onClick={() => void make()}>
            <Trans>Make an address</Trans>
          </Button>
        ) : (
          <Made url={url} />
        )}
        {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
        <Feeds feeds={data?.items ?? []} side={side} />
      </Stack>
    </SideDrawer>
  );
}

function Made({ url }: { url: string }) {
  const { t } = useLingui();
  return (
    <>
      <CopyField label={t`Shown once: copy it now`} value={url} />
      <Anchor href={url.replace(/^https?:/, 'webcal:')} style={{ alignSelf: 'flex-start' }}>
        <Trans>Open it in the calendar of this device</Trans>
      </Anchor>
      <List size="sm" c="dimmed">
        <List.Item>
          <Trans>Google Calendar: Other calendars, From URL.</Trans>
        </List.Item>
        <List.Item>
          <Trans>Outlook: Add calendar, Subscribe from web.</Trans>
        </List.Item>
        <List.Item>
          <Trans>Apple Calendar: File, New calendar subscription.</Trans>
        </List.Item>
      </List>
    </>
  );
}

interface Feed {
  readonly id: string;
  readonly partnerId: string | null;
  readonly createdAt: string;
}

function Feeds({ feeds, side }: { feeds: readonly Feed[]; side: CalendarAddressProps['side'] }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [leaving, setLeaving] = useState<string | null>(null);
  const withdraw = async (id: string) => {
    await call('revokeObligationFeed', { params: { id } });
    await refresh(client, 'listObligationFeeds');
    toast(t`The address leads nowhere any more.`);
  };
  if (feeds.length === 0) return null;
  return (
    <section>
      <Title order={3} size="h5" mb="xs">
        <Trans>Addresses in use</Trans>
      </Title>
      <Stack gap="xs">
        {feeds.map(({ id, partnerId, createdAt }) => (
          <Group key={id} justify="space-between" wrap="nowrap">
            <Text size="sm">
              {side === 'company' && <FeedName partnerId={partnerId} />}
              <Trans>
                Made on <Instant at={createdAt} />
              </Trans>
            </Text>
            <Button size="compact-xs" variant="subtle" color="red" onClick={() => setLeaving(id)}>
              <Trans>Withdraw</Trans>
            </Button>
          </Group>
        ))}
      </Stack>
      {leaving !== null && (
        <Confirm
          title={t`Withdraw this address?`}
          verb={t`Withdraw`}
          dangerous
          onConfirm={() => withdraw(leaving)}
          onClose={() => setLeaving(null)}
        >
          <Trans>Calendars that subscribed to it stay as they are from now on. Another address can be made at any time.</Trans>
        </Confirm>
      )}
    </section>
  );
}

/** Whose obligations an address tells. */
function FeedName({ partnerId }: { partnerId: string | null }) {
  const { t } = useLingui();
  const { data } = useQuery({ ...queryOf('getPartner', { params: { id: partnerId ?? '' } }), enabled: partnerId !== null });
  return <b>{partnerId === null ? t`All partners` : (data?.name ?? '…')} · </b>;
}
