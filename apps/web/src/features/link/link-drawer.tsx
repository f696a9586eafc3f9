import { Button, Code, Divider, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { Status } from '../../ui/status.tsx';
import { toast } from '../../ui/toast.ts';
import { Instant } from '../../ui/values.tsx';
import { AddressBuilder } from './address-builder.tsx';
import { linksQuery, type Link } from './link.queries.ts';
import { usePrograms } from './use-programs.ts';

const Confirm = lazy(async () => ({ default: (await import('../../ui/confirm.tsx')).Confirm }));

interface LinkDrawerProps {
  readonly id: string;
  /** Whose it is, when a member of the company looks. */
  readonly partnerId?: string;
  readonly mayEnd?: boolean;
  readonly onClose: () => void;
}

/** One link: its address for each placement, its QR code, its end. */
export function LinkDrawer({ id, partnerId, mayEnd = true, onClose }: LinkDrawerProps) {
  const { t } = useLingui();
  const { data, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery(linksQuery(partnerId));
  const link = data?.find((one) => one.id === id);
  useEffect(() => {
    // Somebody may come by an address that names a link far down the list.
    if (link === undefined && hasNextPage && !isFetching) void fetchNextPage();
  }, [link, hasNextPage, isFetching, fetchNextPage]);
  if (link === undefined) {
    return (
      <SideDrawer title={t`Link`} onClose={onClose} size="md">
        {isFetching || hasNextPage ? (
          <Skeleton h={200} />
        ) : (
          <EmptyState title={t`There is no such link.`}>
            <Trans>Close this and choose one of the list.</Trans>
          </EmptyState>
        )}
      </SideDrawer>
    );
  }
  return (
    <SideDrawer title={link.code} onClose={onClose} size="md">
      <Stack gap="md">
        <Facts link={link} {...(partnerId === undefined ? {} : { partnerId })} />
        {link.endedAt === null && (
          <>
            <AddressBuilder link={link} />
            {mayEnd && (
              <>
                <Divider />
                <EndLink link={link} isOwn={partnerId === undefined} />
              </>
            )}
          </>
        )}
      </Stack>
    </SideDrawer>
  );
}

function Facts({ link, partnerId }: { link: Link; partnerId?: string }) {
  const { t } = useLingui();
  const { nameOf } = usePrograms(partnerId);
  return (
    <Stack gap={4}>
      {link.endedAt !== null && (
        <Status tone="calm">
          <Trans>
            Ended on <Instant at={link.endedAt} />
          </Trans>
        </Status>
      )}
      <Text c="dimmed">
        {nameOf(link.enrollmentId)} · <Instant at={link.createdAt} show="day" />
      </Text>
      <Text>
        {t`Leads to`} {link.destinationUrl === null ? t`the page of the program` : <Code>{link.destinationUrl}</Code>}
      </Text>
      {link.subId !== null && (
        <Text>
          {t`Sub-id`} <Code>{link.subId}</Code>
        </Text>
      )}
    </Stack>
  );
}

function EndLink({ link, isOwn }: { link: Link; isOwn: boolean }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const end = async () => {
    await call('endLink', { params: { id: link.id } });
    await refresh(client, 'listLinks');
    toast(t`The link ${link.code} has ended.`);
  };
  return (
    <section>
      <Title order={2} mb={4}>
        <Trans>End this link</Trans>
      </Title>
      <Group justify="space-between">
        <Text c="dimmed">
          <Trans>It then leads to the program’s page and earns nothing more.</Trans>
        </Text>
        <Button variant="default" onClick={() => setAsking(true)}>
          <Trans>End it</Trans>
        </Button>
      </Group>
      <Suspense>
        {asking && (
          <Confirm title={t`End ${link.code}?`} verb={t`End the link`} dangerous onConfirm={end} onClose={() => setAsking(false)}>
            {isOwn ? (
              <Trans>
                Whoever follows it from now on reaches the program’s page, and nothing counts for you. What was earned stays. A
                link that has ended does not come back.
              </Trans>
            ) : (
              <Trans>
                Whoever follows it from now on reaches the program’s page, and nothing counts for the partner. What was earned
                stays. A link that has ended does not come back.
              </Trans>
            )}
          </Confirm>
        )}
      </Suspense>
    </section>
  );
}
