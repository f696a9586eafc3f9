import { Anchor, Box, Button, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { StateFilter } from '../../ui/state-filter.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Status } from '../../ui/status.tsx';
import { problemToast, toast } from '../../ui/toast.ts';
import { Instant } from '../../ui/values.tsx';
import { eventState, eventStates, eventTones, eventWords } from './event-words.ts';
import { connectionsQuery, eventsQuery, type Connection, type HookEvent } from './ingestion.queries.ts';
import { PartHead } from '../../ui/part-head.tsx';

const Confirm = lazy(async () => ({ default: (await import('../../ui/confirm.tsx')).Confirm }));
const route = getRouteApi('/console/settings/connections/$connectionId');

/** One connection: where its events go, what arrived, and what became of each. */
export function ConnectionPage() {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const { connectionId } = route.useParams();
  const { state } = route.useSearch();
  const { data: connections } = useInfiniteQuery(connectionsQuery);
  const connection = connections?.find(({ id }) => id === connectionId);
  const list = useInfiniteQuery({ ...eventsQuery(connectionId, state), refetchInterval: 5000 });
  return (
    <section>
      <Anchor size="sm" c="dimmed" renderRoot={(props) => <Link to="/console/settings/connections" {...props} />}>
        <Trans>Connections</Trans>
      </Anchor>
      <PartHead
        title={<Title order={2}>{connection?.name ?? t`Connection`}</Title>}
        actions={connection !== undefined && connection.endedAt === null && <EndButton connection={connection} />}
      >
        <Trans>Each event is kept as it arrived. What could not be understood can be read again once its cause is mended.</Trans>
      </PartHead>
      {connection !== undefined && connection.endedAt === null && (
        <Box mb="lg" maw={640}>
          <CopyField label={t`Address for events`} value={`${location.origin}${connection.hookPath}`} />
        </Box>
      )}
      <DataList
        label={t`Received events`}
        list={list}
        columns={useColumns(connectionId)}
        keyOf={({ id }) => id}
        tools={
          <StateFilter
            states={eventStates}
            words={eventWords}
            value={state}
            onChange={(value) => void navigate({ search: eventState({ state: value }), replace: true })}
          />
        }
        empty={
          <EmptyState title={t`No event here.`}>
            <Trans>Send a test event from the other system: it appears within seconds.</Trans>
          </EmptyState>
        }
      />
    </section>
  );
}

function EndButton({ connection: { id, name } }: { connection: Connection }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [ending, setEnding] = useState(false);
  const end = async () => {
    await call('endConnection', { params: { id } });
    await refresh(client, 'listConnections');
    toast(t`${name} is ended.`);
  };
  return (
    <>
      <Button variant="default" onClick={() => setEnding(true)}>
        <Trans>End the connection</Trans>
      </Button>
      <Suspense>
        {ending && (
          <Confirm title={t`End ${name}?`} verb={t`End`} dangerous onConfirm={end} onClose={() => setEnding(false)}>
            <Trans>Its events are refused from now on. What it brought stays. To begin again, connect the system anew.</Trans>
          </Confirm>
        )}
      </Suspense>
    </>
  );
}

function useColumns(connectionId: string): Column<HookEvent>[] {
  const { t } = useLingui();
  return [
    {
      id: 'type',
      header: t`Event`,
      cell: ({ type, id }) => (
        <div>
          {type}
          <Text size="sm" c="dimmed">
            {id}
          </Text>
        </div>
      ),
    },
    {
      id: 'state',
      header: t`State`,
      cell: ({ state, reason, facts }) => (
        <div>
          <Status tone={eventTones[state]}>{t(eventWords[state])}</Status>
          {reason !== null && (
            <Text size="sm" c="dimmed">
              {reason}
            </Text>
          )}
          {facts > 0 && (
            <Text size="sm" c="dimmed">
              <Trans>Facts: {facts}</Trans>
            </Text>
          )}
        </div>
      ),
    },
    { id: 'at', header: t`Received`, align: 'end', cell: ({ receivedAt }) => <Instant at={receivedAt} /> },
    {
      id: 'do',
      header: t`Actions`,
      align: 'end',
      cell: (event) => event.replayable && <ReplayButton connectionId={connectionId} event={event} />,
    },
  ];
}

function ReplayButton({ connectionId, event }: { connectionId: string; event: HookEvent }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const replay = async () => {
    setBusy(true);
    try {
      const { state } = await call('replayConnectionEvent', { params: { id: connectionId, eventId: event.id } });
      await refresh(client, 'listConnectionEvents', 'getHome', 'listFacts');
      toast(t`Read again: ${t(eventWords[state])}.`);
    } catch (error) {
      problemToast(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button size="compact-sm" variant="default" loading={busy} onClick={() => void replay()}>
      <Trans>Read again</Trans>
    </Button>
  );
}
