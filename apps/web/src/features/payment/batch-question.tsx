import { TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { useToday } from '../../ui/period-fields.tsx';
import { toast } from '../../ui/toast.ts';
import type { Batch } from './payment.queries.ts';

export type Asked = 'approve' | 'send' | 'transfer' | 'outside' | 'continue' | 'cancel';

interface Step {
  readonly title: string;
  readonly verb: string;
  readonly what: ReactNode;
  readonly said: string;
  readonly act: () => Promise<unknown>;
  readonly dangerous?: boolean;
  readonly disabled?: boolean;
}

/** Asks before a batch is brought a step further. */
export function BatchQuestion({ asking, batch, onClose }: { asking: Asked; batch: Batch; onClose: () => void }) {
  const client = useQueryClient();
  const steps = { ...useStepsOut(batch), ...useStepsWithWords(batch) };
  const { title, verb, what, said, act, dangerous = false, disabled = false } = steps[asking];
  const confirm = async () => {
    await act();
    await refresh(client, 'getPayoutBatch', 'listPayoutBatches', 'listPayouts', 'listPayoutCandidates', 'getHome');
    toast(said);
  };
  return (
    <Confirm title={title} verb={verb} dangerous={dangerous} disabled={disabled} onConfirm={confirm} onClose={onClose}>
      {what}
    </Confirm>
  );
}

function useStepsOut({ id, lines, rail }: Batch): Readonly<Record<'approve' | 'send' | 'transfer' | 'continue', Step>> {
  const { t } = useLingui();
  const params = { id };
  const hasFile = rail !== 'stripe' && rail !== 'outside';
  return {
    approve: {
      title: t`Approve ${lines} payments?`,
      verb: t`Approve`,
      what: hasFile ? (
        <Trans>The file is written, once. Until it is sent the batch can still be cancelled.</Trans>
      ) : (
        <Trans>Nothing is paid yet. Until then the batch can still be cancelled.</Trans>
      ),
      said: hasFile ? t`Approved: the file is ready.` : t`Approved.`,
      act: () => call('approvePayoutBatch', { params }),
    },
    send: {
      title: rail === 'sepa' ? t`Was the file given to the bank?` : t`Was the file handed in?`,
      verb: t`It was sent`,
      what: <Trans>From here on only the answer of whoever pays, or you line by line, says what became of the payments.</Trans>,
      said: t`Sent: read what became of it when the answer comes.`,
      act: () => call('sendPayoutBatch', { params }),
    },
    transfer: {
      title: t`Send ${lines} transfers by Stripe?`,
      verb: t`Send the transfers`,
      what: (
        <Trans>
          They leave your balance at Stripe one after the other, in the background. This cannot be taken back; a transfer that
          Stripe refuses comes back by itself.
        </Trans>
      ),
      said: t`The transfers are being sent.`,
      act: () => call('sendPayoutBatch', { params }),
    },
    continue: {
      title: t`Go on sending?`,
      verb: t`Go on`,
      what: <Trans>What may have been sent is looked up at Stripe first: nobody is paid twice.</Trans>,
      said: t`The transfers are being sent.`,
      act: () => call('continuePayoutBatch', { params }),
    },
  };
}

function useStepsWithWords({ id }: Batch): Readonly<Record<'outside' | 'cancel', Step>> {
  const { t } = useLingui();
  const today = useToday();
  const [reason, setReason] = useState('');
  const [reference, setReference] = useState('');
  const [paidOn, setPaidOn] = useState(today);
  const params = { id };
  return {
    outside: {
      title: t`Was this batch paid?`,
      verb: t`It was paid`,
      what: (
        <>
          <Trans>Its lines are paid from here on, and partners are told so.</Trans>
          <TextInput
            mt="md"
            label={t`Reference`}
            description={t`Where the payment is found again; partners see it.`}
            required
            maxLength={140}
            value={reference}
            onChange={(event) => setReference(event.currentTarget.value)}
          />
          <TextInput
            mt="md"
            type="date"
            label={t`Paid on`}
            required
            max={today}
            value={paidOn}
            onChange={(event) => setPaidOn(event.currentTarget.value)}
          />
        </>
      ),
      said: t`The batch is paid.`,
      act: () => call('payBatchOutside', { params, body: { reference, paidOn } }),
      disabled: reference.trim() === '' || paidOn === '',
    },
    cancel: {
      title: t`Cancel this batch?`,
      verb: t`Cancel the batch`,
      what: (
        <>
          <Trans>Its lines are payable again. Make sure that nobody pays by its file.</Trans>
          <TextInput
            mt="md"
            label={t`Reason`}
            required
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </>
      ),
      said: t`Cancelled: its lines are payable again.`,
      act: () => call('cancelPayoutBatch', { params, body: { reason } }),
      dangerous: true,
    },
  };
}
