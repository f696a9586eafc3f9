import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import { download } from '../../lib/api/call.ts';
import { saveFile } from '../../ui/save-file.ts';
import { problemToast } from '../../ui/toast.ts';
import type { Batch } from './payment.queries.ts';
import { mayPay } from './may-pay.ts';
import type { Asked } from './batch-question.tsx';

const BatchQuestion = lazy(async () => ({ default: (await import('./batch-question.tsx')).BatchQuestion }));

/** What can be done with a batch where it stands, by those who may. */
export function BatchActions({ batch }: { batch: Batch }) {
  const [asking, setAsking] = useState<Asked | null>(null);
  const { rail, state, problem } = batch;
  if (!mayPay()) return null;
  return (
    <>
      {state === 'waiting' && (
        <Button onClick={() => setAsking('approve')}>
          <Trans>Approve</Trans>
        </Button>
      )}
      {state === 'approved' && <Button onClick={() => setAsking(stepAfter(rail))}>{<NextStep rail={rail} />}</Button>}
      {state === 'sent' && problem !== null && (
        <Button onClick={() => setAsking('continue')}>
          <Trans>Go on sending</Trans>
        </Button>
      )}
      {state !== 'waiting' && state !== 'cancelled' && <Files batch={batch} />}
      {(state === 'waiting' || state === 'approved') && (
        <Button variant="subtle" color="gray" onClick={() => setAsking('cancel')}>
          <Trans>Cancel the batch</Trans>
        </Button>
      )}
      <Suspense>{asking !== null && <BatchQuestion asking={asking} batch={batch} onClose={() => setAsking(null)} />}</Suspense>
    </>
  );
}

function stepAfter(rail: Batch['rail']): Asked {
  if (rail === 'stripe') return 'transfer';
  return rail === 'outside' ? 'outside' : 'send';
}

function NextStep({ rail }: { rail: Batch['rail'] }) {
  if (rail === 'sepa') return <Trans>I gave it to the bank</Trans>;
  if (rail === 'stripe') return <Trans>Send the transfers</Trans>;
  return rail === 'outside' ? <Trans>It was paid</Trans> : <Trans>I handed it in</Trans>;
}

function Files({ batch: { id, file, files } }: { batch: Batch }) {
  const { t } = useLingui();
  if (file !== null) {
    return (
      <Button variant="default" onClick={() => void save(id, 1, `${id}.xml`, 'application/xml')}>
        <Trans>Download the file</Trans>
      </Button>
    );
  }
  return files.map(({ part }) => (
    <Button
      key={part}
      variant="default"
      onClick={() => void save(id, part, files.length === 1 ? `${id}.csv` : `${id}-${part}.csv`, 'text/csv')}
    >
      {files.length === 1 ? t`Download the file` : t`Download file ${part}`}
    </Button>
  ));
}

async function save(id: string, part: number, name: string, type: string): Promise<void> {
  try {
    saveFile(await download('downloadPayoutFile', { params: { id }, query: { part } }, type), name);
  } catch (error) {
    problemToast(error);
  }
}
