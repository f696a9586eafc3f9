import type { PayoutBatchAnswer } from '@cordee/contract/payout-batch';
import type { PaidOutside } from '@cordee/contract/payout-rail';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Sealer } from '../../../platform/crypto/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read, write } from '../../../platform/verb.ts';
import { endAll } from '../end-payouts.ts';
import { mustMoveMoney } from '../payout.policy.ts';
import { loadConnection } from '../transfers/connection.store.ts';
import { enqueueTransfers } from '../transfers/enqueue-transfers.ts';
import { batchToContract } from './batch-answer.ts';
import { loadPart } from './batch-file.store.ts';
import { openLines } from './batch-lines.store.ts';
import { type BatchRecord, cancel, loadFile, lockBatch, markPaidOutside, markSent } from './batch.store.ts';
import { mustFindBatch, todayIn } from './find-batch.ts';
import { batchStands, notConnected, otherRail, paidLater } from './refusals.ts';

/** Gives up a batch that was not sent; its lines are payable again. Refuses `not_found`, `conflict`, `unavailable`. */
export function cancelBatch(context: Context, id: string, reason: string): Promise<Wire<PayoutBatchAnswer>> {
  mustMoveMoney(context.actor);
  const { workspaceId } = context;
  return advance(context, id, 'payout_batch.cancelled', async (tx, before) => {
    if (!(await cancel(tx, workspaceId, id, context.now(), reason))) throw batchStands(before.state);
    const lines = await openLines(tx, workspaceId, id);
    const endings = lines.map((line) => ({ payoutId: line.id, state: 'rejected' as const, reason }));
    await endAll(tx, workspaceId, context.now(), endings);
  });
}

/**
 * Notes that the file was handed in: a person says so, nothing else can know. Transfers of Stripe are sent from now on. Refuses
 * `not_found` and `conflict`.
 */
export function sendBatch(context: Context, id: string): Promise<Wire<PayoutBatchAnswer>> {
  mustMoveMoney(context.actor);
  const { workspaceId } = context;
  return advance(context, id, 'payout_batch.sent', async (tx, before) => {
    if (before.rail === 'outside') throw otherRail(before.rail);
    if (!(await markSent(tx, workspaceId, id, context.now()))) throw batchStands(before.state);
    if (before.rail !== 'stripe') return;
    if ((await loadConnection(tx, workspaceId)) === null) throw notConnected();
    await enqueueTransfers(tx, workspaceId, id);
  });
}

/** Has the transfers of a batch sent that still wait or are unknown. Refuses `not_found` and `conflict`. */
export function continueBatch(context: Context, id: string): Promise<Wire<PayoutBatchAnswer>> {
  mustMoveMoney(context.actor);
  return advance(context, id, 'payout_batch.continued', async (tx, before) => {
    if (before.rail !== 'stripe') throw otherRail(before.rail);
    if (before.state !== 'sent') throw batchStands(before.state);
    await enqueueTransfers(tx, context.workspaceId, id);
  });
}

/** Notes that an approved batch was paid outside: its lines are paid. Refuses `not_found`, `conflict`, `unavailable`. */
export function payOutside(context: Context, id: string, { reference, paidOn }: PaidOutside): Promise<Wire<PayoutBatchAnswer>> {
  mustMoveMoney(context.actor);
  const { workspaceId } = context;
  return advance(context, id, 'payout_batch.paid_outside', async (tx, before) => {
    if (before.rail !== 'outside') throw otherRail(before.rail);
    if (paidOn > (await todayIn(tx, context))) throw paidLater();
    const at = context.now();
    if (!(await markPaidOutside(tx, workspaceId, id, { at, reference, paidOn }))) throw batchStands(before.state);
    const lines = await openLines(tx, workspaceId, id);
    const endings = lines.map((line) => ({ payoutId: line.id, state: 'paid' as const, settlement: reference }));
    await endAll(tx, workspaceId, at, endings);
  });
}

/** Brings a batch a step further, alone with it. */
function advance(
  context: Context,
  id: string,
  action: string,
  step: (tx: Tx, before: BatchRecord) => Promise<void>,
): Promise<Wire<PayoutBatchAnswer>> {
  const { workspaceId } = context;
  return write(context, async (tx) => {
    await lockBatch(tx, workspaceId, id);
    const before = await mustFindBatch(tx, workspaceId, id);
    await step(tx, before);
    const result = batchToContract(await mustFindBatch(tx, workspaceId, id));
    return { result, audit: { action, subject: encodeId('bat', id), before: batchToContract(before), after: result } };
  });
}

interface Download {
  readonly fileName: string;
  readonly type: string;
  readonly text: string;
}

/** A file of an approved batch, the same bytes every time. Refuses `not_found`, and `conflict` while there is none or no more. */
export function downloadFile(context: Context, sealer: Sealer, id: string, part: number): Promise<Download> {
  mustMoveMoney(context.actor);
  const { workspaceId } = context;
  return read(context, async (tx) => {
    const batch = await mustFindBatch(tx, workspaceId, id);
    if (batch.state === 'waiting' || batch.state === 'cancelled') throw batchStands(batch.state);
    const name = encodeId('bat', id);
    if (batch.rail === 'sepa') {
      const sealed = part === 1 ? await loadFile(tx, workspaceId, id) : null;
      if (sealed === null) throw new Refusal('not_found');
      return { fileName: `${name}.xml`, type: 'application/xml; charset=utf-8', text: sealer.open(sealed) };
    }
    if (batch.files.length === 0) throw otherRail(batch.rail);
    const sealed = await loadPart(tx, workspaceId, id, part);
    if (sealed === null) throw new Refusal('not_found');
    const fileName = batch.files.length === 1 ? `${name}.csv` : `${name}-${part}.csv`;
    return { fileName, type: 'text/csv; charset=utf-8', text: sealer.open(sealed) };
  });
}
