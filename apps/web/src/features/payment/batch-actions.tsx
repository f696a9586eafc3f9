import { Button, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { call, download } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { saveFile } from '../../ui/save-file.ts';
import { problemToast, toast } from '../../ui/toast.ts';
import type { Batch } from './payment.queries.ts';
import { mayPay } from './may-pay.ts';

const Confirm = lazy(async () => ({ default: (await import('../../ui/confirm.tsx')).Confirm }));

type Asked = 'approve' | 'send' | 'cancel';

/** What can be done with a batch where it stands, by those who may. */
export function BatchActions({ batch }: { batch: Batch }) {
  const [asking, setAsking] = useState<Asked | null>(null);
  const { id, state } = batch;
  if (!mayPay()) return null;
  return (
    <>
      {state === 'waiting' && (
        <Button onClick={() => setAsking('approve')}>
          <Trans>Approve</Trans>
        </Button>
      )}
      {state === 'approved' && (
        <Button onClick={() => setAsking('send')}>
          <Trans>I gave it to the bank</Trans>
        </Button>
      )}
      {state !== 'waiting' && state !== 'cancelled' && (
        <Button variant="default" onClick={() => void save(id)}>
          <Trans>Download the file</Trans>
        </Button>
      )}
      {(state === 'waiting' || state === 'approved') && (
        <Button variant="subtle" color="gray" onClick={() => setAsking('cancel')}>
          <Trans>Cancel the batch</Trans>
        </Button>
      )}
      <Suspense>{asking !== null && <Question asking={asking} batch={batch} onClose={() => setAsking(null)} />}</Suspense>
    </>
  );
}

async function save(id: string): Promise<void> {
  try {
    saveFile(await download('downloadPayoutFile', { params: { id } }, 'application/xml'), `${id}.xml`);
  } catch (error) {
    problemToast(error);
  }
}

interface Step {
  readonly title: string;
  readonly verb: string;
  readonly what: ReactNode;
  readonly said: string;
  readonly act: () => Promise<unknown>;
  readonly dangerous?: boolean;
}

function Question({ asking, batch, onClose }: { asking: Asked; batch: Batch; onClose: () => void }) {
  const client = useQueryClient();
  const { title, verb, what, said, act, dangerous = false } = useSteps(batch)[asking];
  const confirm = async () => {
    await act();
    await refresh(client, 'getPayoutBatch', 'listPayoutBatches', 'listPayouts', 'listPayoutCandidates', 'getHome');
    toast(said);
  };
  return (
    <Confirm title={title} verb={verb} dangerous={dangerous} onConfirm={confirm} onClose={onClose}>
      {what}
    </Confirm>
  );
}

function useSteps({ id, lines }: Batch): Readonly<Record<Asked, Step>> {
  const { t } = useLingui();
  const [reason, setReason] = useState('');
  const params = { id };
  return {
    approve: {
      title: t`Approve ${lines} transfers?`,
      verb: t`Approve`,
      what: <Trans>The file for the bank is written, once. Until it is sent the batch can still be cancelled.</Trans>,
      said: t`Approved: the file is ready for the bank.`,
      act: () => call('approvePayoutBatch', { params }),
    },
    send: {
      title: t`Was the file given to the bank?`,
      verb: t`It was sent`,
      what: <Trans>From here on only the bank’s answer, or you line by line, says what became of the transfers.</Trans>,
      said: t`Sent: read the bank’s answer when it comes.`,
      act: () => call('sendPayoutBatch', { params }),
    },
    cancel: {
      title: t`Cancel this batch?`,
      verb: t`Cancel the batch`,
      what: (
        <>
          <Trans>Its lines are payable again. Make sure that nobody gives its file to the bank.</Trans>
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
