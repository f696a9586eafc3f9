import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { CopyField } from '../../ui/copy-field.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { problemToast, toast } from '../../ui/toast.ts';
import type { Webhook } from './webhook.queries.ts';

const Confirm = lazy(async () => ({ default: (await import('../../ui/confirm.tsx')).Confirm }));

/** What can be done with a webhook from its page. */
export function WebhookActions({ webhook: { id, url, state } }: { webhook: Webhook }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<'secret' | 'end' | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const doing = async (act: () => Promise<unknown>, said: string) => {
    try {
      await act();
      await refresh(client, 'getWebhook', 'listWebhooks', 'listDeliveries');
      toast(said);
    } catch (error) {
      problemToast(error);
    }
  };
  const renew = async () => {
    const answer = await call('renewWebhookSecret', { params: { id }, body: {} });
    await refresh(client, 'getWebhook', 'listWebhooks');
    setSecret(answer.secret);
  };
  const end = async () => {
    await call('endWebhook', { params: { id } });
    await refresh(client, 'listWebhooks');
    toast(t`The webhook is ended.`);
    await navigate({ to: '/console/settings/webhooks' });
  };
  const turn = state === 'active' ? ('paused' as const) : ('active' as const);
  return (
    <>
      <Button onClick={() => void doing(() => call('testWebhook', { params: { id } }), t`A test event is on its way.`)}>
        <Trans>Send a test</Trans>
      </Button>
      <Button
        variant="default"
        onClick={() =>
          void doing(
            () => call('changeWebhook', { params: { id }, body: { state: turn } }),
            turn === 'active' ? t`It is active again: what was kept is sent.` : t`Paused: what happens is kept for it.`,
          )
        }
      >
        {turn === 'active' ? t`Wake` : t`Pause`}
      </Button>
      <Button variant="default" onClick={() => setAsking('secret')}>
        <Trans>New secret</Trans>
      </Button>
      <Button variant="subtle" color="gray" onClick={() => setAsking('end')}>
        <Trans>End it</Trans>
      </Button>
      <Asked asking={asking} url={url} onSecret={renew} onEnd={end} onClose={() => setAsking(null)} />
      {secret !== null && (
        <SideDrawer title={t`The new secret`} onClose={() => setSecret(null)} size="md">
          <CopyField label={t`Signing secret, shown this once`} value={secret} />
        </SideDrawer>
      )}
    </>
  );
}

interface AskedProps {
  readonly asking: 'secret' | 'end' | null;
  readonly url: string;
  readonly onSecret: () => Promise<void>;
  readonly onEnd: () => Promise<void>;
  readonly onClose: () => void;
}

function Asked({ asking, url, onSecret, onEnd, onClose }: AskedProps) {
  const { t } = useLingui();
  return (
    <Suspense>
      {asking === 'secret' && (
        <Confirm title={t`Give it a new secret?`} verb={t`Make the new secret`} onConfirm={onSecret} onClose={onClose}>
          <Trans>For a day calls are signed with both, so that your system can change over without a gap.</Trans>
        </Confirm>
      )}
      {asking === 'end' && (
        <Confirm title={t`End the webhook to ${url}?`} verb={t`End it`} dangerous onConfirm={onEnd} onClose={onClose}>
          <Trans>Nothing more is sent to it, and what waits for it is dropped. To stop for a while, pause it instead.</Trans>
        </Confirm>
      )}
    </Suspense>
  );
}
