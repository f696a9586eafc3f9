import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../lib/api/call.ts';
import { refresh } from '../../../lib/api/queries.ts';
import { problemToast } from '../../../ui/toast.ts';
import { Instant, LocalDate } from '../../../ui/values.tsx';
import type { KeptRehearsal, Side } from './leaving.queries.ts';
import { RehearsalView } from './rehearsal-view.tsx';

interface KeptRehearsalsProps {
  readonly list: Pick<
    UseInfiniteQueryResult<KeptRehearsal[] | InfiniteData<unknown>>,
    'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'
  > & { readonly data: readonly KeptRehearsal[] | undefined };
  readonly side: Side;
  readonly mayShow: boolean;
}

/** Rehearsals as they read when they were kept: one's own, and those the other side shows. */
export function KeptRehearsals({ list, side, mayShow }: KeptRehearsalsProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [open, setOpen] = useState<KeptRehearsal | null>(null);
  const show = async ({ id, shown }: KeptRehearsal) => {
    try {
      await call('showExitRehearsal', { params: { id }, body: { shown: !shown } });
      await refresh(client, 'listExitRehearsals');
    } catch (error) {
      problemToast(error);
    }
  };
  return (
    <Stack gap={6} mt="sm">
      <Text fw={600}>{t`Rehearsals that were kept`}</Text>
      {(list.data ?? []).map((kept) => (
        <Group key={kept.id} gap="sm">
          <Text size="sm">
            <Instant at={kept.at} /> ·{' '}
            <Trans>
              last day <LocalDate date={kept.content.endsOn} />
            </Trans>
            {kept.side !== side && ` · ${t`shown by the other side`}`}
            {kept.side === side && kept.shown && ` · ${t`the other side sees it`}`}
          </Text>
          <Button size="compact-sm" variant="subtle" onClick={() => setOpen(kept)}>
            <Trans>Read</Trans>
          </Button>
          {mayShow && kept.side === side && (
            <Button size="compact-sm" variant="subtle" onClick={() => void show(kept)}>
              {kept.shown ? t`Show it no longer` : t`Show it to the other side`}
            </Button>
          )}
        </Group>
      ))}
      {list.hasNextPage && (
        <Button size="xs" variant="subtle" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          <Trans>Older ones</Trans>
        </Button>
      )}
      {open !== null && (
        <Modal
          opened
          size="xl"
          title={t`As it was kept`}
          onClose={() => setOpen(null)}
          closeButtonProps={{ 'aria-label': t`Close` }}
        >
          <RehearsalView told={open.content} />
          <Text size="xs" c="dimmed" mt="sm" style={{ overflowWrap: 'anywhere' }}>
            <Trans>Fingerprint (SHA-256): {open.hash}</Trans>
          </Text>
        </Modal>
      )}
    </Stack>
  );
}
