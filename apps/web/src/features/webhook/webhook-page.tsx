import { Anchor, Button, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { StateFilter } from '../../ui/state-filter.tsx';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PartHead } from '../../ui/part-head.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Status } from '../../ui/status.tsx';
import { problemToast, toast } from '../../ui/toast.ts';
import { Instant } from '../../ui/values.tsx';
import { DeliveryDrawer } from './delivery-drawer.tsx';
import { deliverySearch, deliveryStates, deliveryTones, deliveryWords, webhookTones, webhookWords } from './delivery-words.ts';
import { WebhookActions } from './webhook-actions.tsx';
import { deliveriesQuery, webhookQuery, type Delivery } from './webhook.queries.ts';

const route = getRouteApi('/console/settings/webhooks/$webhookId');

/** One webhook: how it stands, what was sent to it, and sending again. */
export function WebhookPage() {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const { webhookId } = route.useParams();
  const { state, event } = route.useSearch();
  const { data: webhook, error, refetch } = useQuery(webhookQuery(webhookId));
  const list = useInfiniteQuery({ ...deliveriesQuery(webhookId, state), refetchInterval: 5000 });
  const open = (eventId?: string) => void navigate({ search: deliverySearch({ state, event: eventId }), resetScroll: false });
  return (
    <section>
      <Anchor size="sm" c="dimmed" renderRoot={(props) => <Link to="/console/settings/webhooks" {...props} />}>
        <Trans>Webhooks</Trans>
      </Anchor>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      <PartHead
        title={
          <Title order={2} style={{ overflowWrap: 'anywhere' }}>
            {webhook?.url ?? t`Webhook`}
          </Title>
        }
        actions={webhook !== undefined && <WebhookActions webhook={webhook} />}
      >
        {webhook !== undefined && (
          <>
            <Status tone={webhookTones[webhook.state]}>{t(webhookWords[webhook.state])}</Status>
            {webhook.disabledFor === 'failures' && (
              <Text>
                <Trans>
                  Nothing was accepted for five days. Mend your system, then wake it: what happened since is kept and sent.
                </Trans>
              </Text>
            )}
            {webhook.disabledFor === 'gone' && (
              <Text>
                <Trans>It answered that it is gone (410).</Trans>
              </Text>
            )}
          </>
        )}
      </PartHead>
      <DataList
        label={t`What was sent`}
        list={list}
        columns={useColumns(webhookId)}
        keyOf={({ eventId }) => eventId}
        onOpen={({ eventId }) => open(eventId)}
        tools={
          <StateFilter
            states={deliveryStates}
            words={deliveryWords}
            value={state}
            onChange={(value) => void navigate({ search: deliverySearch({ state: value }), replace: true })}
          />
        }
        empty={
          <EmptyState title={t`Nothing sent here.`}>
            <Trans>Send a test: it appears within seconds, with the answer of your system.</Trans>
          </EmptyState>
        }
      />
      {event !== undefined && <DeliveryDrawer webhookId={webhookId} eventId={event} onClose={() => open()} />}
    </section>
  );
}

function useColumns(webhookId: string): Column<Delivery>[] {
  const { t } = useLingui();
  return [
    {
      id: 'type',
      header: t`Event`,
      cell: ({ type, eventId }) => (
        <Anchor
          renderRoot={(props) => (
            <Link to="." search={((now: object) => ({ ...now, event: eventId })) as never} resetScroll={false} {...props} />
          )}
        >
          {type}
        </Anchor>
      ),
    },
    {
      id: 'state',
      header: t`State`,
      cell: ({ state }) => <Status tone={deliveryTones[state]}>{t(deliveryWords[state])}</Status>,
    },
    { id: 'status', header: t`Answer`, align: 'end', cell: ({ lastStatus }) => lastStatus },
    { id: 'tries', header: t`Tries`, align: 'end', cell: ({ attempts }) => attempts },
    { id: 'at', header: t`When`, align: 'end', cell: ({ createdAt }) => <Instant at={createdAt} /> },
    {
      id: 'do',
      header: t`Actions`,
      align: 'end',
      cell: ({ eventId, state }) => state !== 'waiting' && <SendAgain webhookId={webhookId} eventId={eventId} />,
    },
  ];
}

function SendAgain({ webhookId, eventId }: { webhookId: string; eventId: string }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    try {
      await call('replayDelivery', { params: { id: webhookId, eventId } });
      await refresh(client, 'listDeliveries', 'getDelivery');
      toast(t`It is sent again.`);
    } catch (error) {
      problemToast(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button size="compact-sm" variant="default" loading={busy} onClick={() => void send()}>
      <Trans>Send again</Trans>
    </Button>
  );
}
