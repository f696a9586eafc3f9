import { Anchor, Button, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Status } from '../../ui/status.tsx';
import { Instant } from '../../ui/values.tsx';
import { PartHead } from '../../ui/part-head.tsx';
import { connectionsQuery, type Connection } from './ingestion.queries.ts';
import { systemNames } from './system-words.ts';

const AddConnection = lazy(async () => ({ default: (await import('./add-connection.tsx')).AddConnection }));

/** The payment and shop systems that tell what happened. */
export function ConnectionsScreen() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const list = useInfiniteQuery(connectionsQuery);
  const [adding, setAdding] = useState(false);
  const add = <Button onClick={() => setAdding(true)}>{t`Connect a system`}</Button>;
  return (
    <section>
      <PartHead title={<Title order={2}>{t`Connections`}</Title>} actions={add}>
        <Trans>Stripe, a shop or any system that signs its webhooks tells sales, refunds and disputes by itself.</Trans>
      </PartHead>
      <DataList
        label={t`Connections`}
        list={list}
        columns={useColumns()}
        keyOf={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: '/console/settings/connections/$connectionId', params: { connectionId: id } })}
        empty={
          <EmptyState title={t`Nothing is connected yet.`} action={add}>
            <Trans>Until then, tell events by API or script, or import files.</Trans>
          </EmptyState>
        }
      />
      <Suspense>{adding && <AddConnection onClose={() => setAdding(false)} />}</Suspense>
    </section>
  );
}

function useColumns(): Column<Connection>[] {
  const { t } = useLingui();
  return [
    {
      id: 'name',
      header: t`Name`,
      cell: ({ id, name }) => (
        <Anchor
          fw={500}
          c="inherit"
          renderRoot={(props) => (
            <Link to="/console/settings/connections/$connectionId" params={{ connectionId: id }} {...props} />
          )}
        >
          {name}
        </Anchor>
      ),
    },
    { id: 'kind', header: t`System`, cell: ({ kind }) => (kind === 'generic' ? t`Any that signs` : systemNames[kind]) },
    {
      id: 'state',
      header: t`State`,
      cell: ({ endedAt, lastEventAt }) =>
        endedAt !== null ? (
          <Status tone="calm">{t`Ended`}</Status>
        ) : (
          <Status tone={lastEventAt === null ? 'wait' : 'good'}>{lastEventAt === null ? t`Nothing heard yet` : t`Heard`}</Status>
        ),
    },
    {
      id: 'last',
      header: t`Last event`,
      align: 'end',
      cell: ({ lastEventAt }) => (lastEventAt === null ? null : <Instant at={lastEventAt} />),
    },
    {
      id: 'since',
      header: t`Since`,
      align: 'end',
      cell: ({ createdAt }) => (
        <Text component="span" inherit>
          <Instant at={createdAt} show="day" />
        </Text>
      ),
    },
  ];
}
