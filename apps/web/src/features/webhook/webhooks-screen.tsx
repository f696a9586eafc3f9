import { Anchor, Button, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PartHead } from '../../ui/part-head.tsx';
import { Status } from '../../ui/status.tsx';
import { Instant } from '../../ui/values.tsx';
import { webhookTones, webhookWords } from './delivery-words.ts';
import { webhooksQuery, type Webhook } from './webhook.queries.ts';

const AddWebhook = lazy(async () => ({ default: (await import('./add-webhook.tsx')).AddWebhook }));

/** Which systems are told what happens. */
export function WebhooksScreen() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const list = useInfiniteQuery(webhooksQuery);
  const [adding, setAdding] = useState(false);
  const add = <Button onClick={() => setAdding(true)}>{t`Add a webhook`}</Button>;
  return (
    <section>
      <PartHead title={<Title order={2}>{t`Webhooks`}</Title>} actions={add}>
        <Trans>Your systems are told what happens here by signed calls, tried again for days until they accept them.</Trans>
      </PartHead>
      <DataList
        label={t`Webhooks`}
        list={list}
        columns={useColumns()}
        keyOf={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: '/console/settings/webhooks/$webhookId', params: { webhookId: id } })}
        empty={
          <EmptyState title={t`No system is told anything yet.`} action={add}>
            <Trans>An ERP, a CRM or a chat can hear of partners, commissions and payouts within seconds.</Trans>
          </EmptyState>
        }
      />
      <Suspense>{adding && <AddWebhook onClose={() => setAdding(false)} />}</Suspense>
    </section>
  );
}

function useColumns(): Column<Webhook>[] {
  const { t } = useLingui();
  return [
    {
      id: 'url',
      header: t`Address`,
      cell: ({ id, url, description }) => (
        <div>
          <Anchor
            fw={500}
            c="inherit"
            renderRoot={(props) => <Link to="/console/settings/webhooks/$webhookId" params={{ webhookId: id }} {...props} />}
          >
            {url}
          </Anchor>
          {description !== '' && (
            <Text size="sm" c="dimmed">
              {description}
            </Text>
          )}
        </div>
      ),
    },
    { id: 'types', header: t`Told of`, cell: ({ types }) => (types[0] === '*' ? t`Everything` : types.join(', ')) },
    {
      id: 'state',
      header: t`State`,
      cell: ({ state, failingSince }) => (
        <div>
          <Status tone={webhookTones[state]}>{t(webhookWords[state])}</Status>
          {failingSince !== null && (
            <Text size="sm" c="dimmed">
              <Trans>
                Failing since <Instant at={failingSince} />
              </Trans>
            </Text>
          )}
        </div>
      ),
    },
    {
      id: 'last',
      header: t`Last delivered`,
      align: 'end',
      cell: ({ lastDeliveredAt }) => (lastDeliveredAt === null ? null : <Instant at={lastDeliveredAt} />),
    },
  ];
}
