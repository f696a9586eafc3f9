import type { PayoutBatchAnswer } from '@cordee/contract/payout-batch';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Sealer } from '../../../platform/crypto/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { read, write } from '../../../platform/verb.ts';
import { endAll } from '../end-payouts.ts';
import { mustMoveMoney } from '../payout.policy.ts';
import { batchToContract } from './batch-answer.ts';
import { openLines } from './batch-lines.store.ts';
import { cancel, loadFile, lockBatch, markSent } from './batch.store.ts';
import { mustFindBatch } from './find-batch.ts';
import { batchStands } from './refusals.ts';

/** Gives up a batch that was not sent; its lines are payable again. Refuses `not_found`, `conflict`, `unavailable`. */
export function cancelBatch(context: Context, id: string, reason: string): Promise<Wire<PayoutBatchAnswer>> {
  mustMoveMoney(context.actor);
  const { workspaceId } = context;
  return write(context, async (tx) => {
    await lockBatch(tx, workspaceId, id);
    const before = await mustFindBatch(tx, workspaceId, id);
    if (!(await cancel(tx, workspaceId, id, context.now(), reason))) throw batchStands(before.state);
    const lines = await openLines(tx, workspaceId, id);
    const endings = lines.map((line) => ({ payoutId: line.id, state: 'rejected' as const, reason }));
    await endAll(tx, workspaceId, context.now(), endings);
    const result = batchToContract(await mustFindBatch(tx, workspaceId, id));
    const audit = {
      action: 'payout_batch.cancelled',
      subject: encodeId('bat', id),
      before: batchToContract(before),
      after: result,
    };
    return { result, audit };
  });
}

/** Notes that the file was given to the bank: a person says so, nothing else can know. Refuses `not_found` and `conflict`. */
export function sendBatch(context: Context, id: string): Promise<Wire<PayoutBatchAnswer>> {
  mustMoveMoney(context.actor);
  const { workspaceId } = context;
  return write(context, async (tx) => {
    await lockBatch(tx, workspaceId, id);
    const before = await mustFindBatch(tx, workspaceId, id);
    if (!(await markSent(tx, workspaceId, id, context.now()))) throw batchStands(before.state);
    const result = batchToContract(await mustFindBatch(tx, workspaceId, id));
    const audit = { action: 'payout_batch.sent', subject: encodeId('bat', id), before: batchToContract(before), after: result };
    return { result, audit };
  });
}

/** The file of an approved batch, the same bytes every time. Refuses `not_found`, and `conflict` while there is none or no more. */
export function downloadFile(context: Context, sealer: Sealer, id: string): Promise<{ fileName: string; text: string }> {
  mustMoveMoney(context.actor);
  const { workspaceId } = context;
  return read(context, async (tx) => {
    const batch = await mustFindBatch(tx, workspaceId, id);
    const sealed = await loadFile(tx, workspaceId, id);
    if (sealed === null || batch.state === 'cancelled') throw batchStands(batch.state);
    return { fileName: `${encodeId('bat', id)}.xml`, text: sealer.open(sealed) };
  });
}
