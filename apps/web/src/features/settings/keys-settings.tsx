import { Button, Group, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Status } from '../../ui/status.tsx';
import { toast } from '../../ui/toast.ts';
import { Instant } from '../../ui/values.tsx';
import { Part } from './part.tsx';
import { scopeWords } from './scope-words.ts';
import { keysQuery, type Key } from './settings.queries.ts';

const Confirm = lazy(async () => ({ default: (await import('../../ui/confirm.tsx')).Confirm }));
const CreateKey = lazy(async () => ({ default: (await import('./create-key.tsx')).CreateKey }));
const RotateKey = lazy(async () => ({ default: (await import('./rotate-key.tsx')).RotateKey }));
const ChangeKey = lazy(async () => ({ default: (await import('./change-key.tsx')).ChangeKey }));

type Doing = { readonly what: 'create' } | { readonly what: 'change' | 'rotate' | 'revoke'; readonly key: Key };

/** The keys of the API: what each may do, when it was last used. */
export function KeysSettings() {
  const { t } = useLingui();
  const client = useQueryClient();
  const list = useInfiniteQuery(keysQuery);
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  const create = <Button onClick={() => setDoing({ what: 'create' })}>{t`Create a key`}</Button>;
  const revoke = async ({ id, name }: Key) => {
    await call('revokeKey', { params: { id } });
    await refresh(client, 'listKeys');
    toast(t`${name} is revoked.`);
  };
  return (
    <Part
      title={t`API keys`}
      lead={
        <Trans>
          A secret key is for your servers and is shown once. A publishable key stands in your pages and only tracks, from the
          origins you allow.
        </Trans>
      }
      actions={create}
    >
      <DataList
        label={t`API keys`}
        list={list}
        columns={useColumns(setDoing)}
        keyOf={({ id }) => id}
        empty={<EmptyState title={t`No key yet.`} action={create} />}
      />
      <Suspense>
        {doing?.what === 'create' && <CreateKey onClose={close} />}
        {doing?.what === 'change' && <ChangeKey known={doing.key} onClose={close} />}
        {doing?.what === 'rotate' && <RotateKey known={doing.key} onClose={close} />}
        {doing?.what === 'revoke' && (
          <Confirm
            title={t`Revoke ${doing.key.name}?`}
            verb={t`Revoke`}
            dangerous
            onConfirm={() => revoke(doing.key)}
            onClose={close}
          >
            <Trans>
              Whatever uses it stops working within five seconds, for good. To replace it without a gap, rotate it instead.
            </Trans>
          </Confirm>
        )}
      </Suspense>
    </Part>
  );
}

function useColumns(onDo: (doing: Doing) => void): Column<Key>[] {
  const { t } = useLingui();
  return [
    {
      id: 'name',
      header: t`Name`,
      cell: ({ name, prefix }) => (
        <div>
          <Text fw={500} inherit>
            {name}
          </Text>
          <Text size="sm" c="dimmed" ff="monospace">
            {prefix}…
          </Text>
        </div>
      ),
    },
    {
      id: 'may',
      header: t`May`,
      cell: ({ publishable, scopes, origins }) =>
        publishable ? <Trans>Track from {origins.join(', ')}</Trans> : scopes.map((scope) => t(scopeWords[scope])).join(', '),
    },
    { id: 'state', header: t`State`, cell: (key) => <KeyState known={key} /> },
    {
      id: 'used',
      header: t`Last used`,
      align: 'end',
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? null : <Instant at={lastUsedAt} />),
    },
    {
      id: 'do',
      header: t`Actions`,
      align: 'end',
      cell: (key) =>
        key.revokedAt === null && (
          <Group gap={4} justify="flex-end" wrap="nowrap">
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onDo({ what: 'change', key })}>
              <Trans>Change</Trans>
            </Button>
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onDo({ what: 'rotate', key })}>
              <Trans>Rotate</Trans>
            </Button>
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onDo({ what: 'revoke', key })}>
              <Trans>Revoke</Trans>
            </Button>
          </Group>
        ),
    },
  ];
}

function KeyState({ known: { revokedAt, expiresAt } }: { known: Key }) {
  const [now] = useState(() => Date.now());
  if (revokedAt !== null) return <Status tone="calm">{<Trans>Revoked</Trans>}</Status>;
  if (expiresAt === null) return <Status tone="good">{<Trans>In use</Trans>}</Status>;
  const until = expiresAt;
  if (Date.parse(until) <= now) return <Status tone="calm">{<Trans>Expired</Trans>}</Status>;
  return (
    <Status tone="wait">
      <span>
        <Trans>
          Until <Instant at={until} show="day" />
        </Trans>
      </span>
    </Status>
  );
}
