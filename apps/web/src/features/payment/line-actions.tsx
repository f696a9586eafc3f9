import { Button, Group, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { toast } from '../../ui/toast.ts';
import type { Payout } from './payment.queries.ts';

const Confirm = lazy(async () => ({ default: (await import('../../ui/confirm.tsx')).Confirm }));

interface LineActionsProps {
  readonly payout: Payout;
  /** A transfer of Stripe is confirmed by Stripe alone. */
  readonly mayConfirm: boolean;
}

/** Ends one line by hand: it arrived, or it came back. */
export function LineActions({ payout: { id }, mayConfirm }: LineActionsProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [asking, setAsking] = useState<'paid' | 'back' | null>(null);
  const [reason, setReason] = useState('');
  const params = { id };
  const done = async (said: string) => {
    await refresh(client, 'getPayoutBatch', 'listPayoutBatches', 'listPayouts', 'listPayoutCandidates', 'getHome');
    toast(said);
  };
  return (
    <Group gap={6} justify="flex-end" wrap="nowrap">
      {mayConfirm && (
        <Button size="compact-sm" variant="light" onClick={() => setAsking('paid')}>
          <Trans>Arrived</Trans>
        </Button>
      )}
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setAsking('back')}>
        {mayConfirm ? <Trans>Came back</Trans> : <Trans>Take back</Trans>}
      </Button>
      <Suspense>
        {asking === 'paid' && (
          <Confirm
            title={t`Did this payment arrive?`}
            verb={t`It arrived`}
            onConfirm={async () => {
              await call('confirmPayout', { params });
              await done(t`The line is paid.`);
            }}
            onClose={() => setAsking(null)}
          >
            <Trans>Its amount is paid in the books. This cannot be taken back.</Trans>
          </Confirm>
        )}
        {asking === 'back' && (
          <Confirm
            title={mayConfirm ? t`Did this payment come back?` : t`Take this line out?`}
            verb={mayConfirm ? t`It came back` : t`Take it out`}
            dangerous
            disabled={reason.trim() === ''}
            onConfirm={async () => {
              await call('rejectPayout', { params, body: { reason } });
              await done(t`The amount is payable again.`);
            }}
            onClose={() => setAsking(null)}
          >
            <Trans>Its amount is payable again, and its partner is told.</Trans>
            <TextInput
              mt="md"
              label={t`Reason`}
              required
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </Confirm>
        )}
      </Suspense>
    </Group>
  );
}
