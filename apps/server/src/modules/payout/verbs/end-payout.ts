import type { PayoutAnswer } from '@cordee/contract/payout';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { lockBatch } from '../batches/batch.store.ts';
import { mustFindBatch } from '../batches/find-batch.ts';
import { batchStands, mayBeOnItsWay } from '../batches/refusals.ts';
import { endAll } from '../end-payouts.ts';
import { toContract } from '../payout-answer.ts';
import { mustMoveMoney } from '../payout.policy.ts';
import { withdrawTransfer } from '../transfers/transfer.store.ts';
import { selectPayouts, type PayoutRecord } from '../payout.store.ts';

/** Notes that a payout has arrived. Refuses `not_found`, and `conflict` when it has already ended. */
export function confirmPayout(context: Context, id: string): Promise<Wire<PayoutAnswer>> {
  return end(context, id, 'paid');
}

/** Notes that a payout came back: its amount is payable again. Refuses `not_found`, and `conflict` when it has already ended. */
export function rejectPayout(context: Context, id: string, reason: string): Promise<Wire<PayoutAnswer>> {
  return end(context, id, 'rejected', reason);
}

const actions = { paid: 'payout.confirmed', rejected: 'payout.rejected' } as const;

function end(context: Context, id: string, state: 'paid' | 'rejected', reason?: string): Promise<Wire<PayoutAnswer>> {
  mustMoveMoney(context.actor);
  const { workspaceId } = context;
  return write(context, async (tx) => {
    const before = await mustFind(tx, workspaceId, id);
    if (before.batchId !== null) await mustMayEnd(tx, context, before.batchId, { id, state });
    const ending = { payoutId: id, state, ...(reason === undefined ? {} : { reason }) };
    const ended = await endAll(tx, workspaceId, context.now(), [ending]);
    if (!ended.has(id)) throw new Refusal('conflict', [alreadyEnded]);
    const result = toContract(await mustFind(tx, workspaceId, id));
    const after = reason === undefined ? result : { ...result, reason };
    return { result, audit: { action: actions[state], subject: encodeId('pay', id), before: toContract(before), after } };
  });
}

interface End {
  readonly id: string;
  readonly state: 'paid' | 'rejected';
}

/**
 * A line leaves a batch before its file is written, or is ended once that was sent: in between the file would pay it all the same.
 * A transfer is a person's to end only while nobody ever asked for it.
 */
async function mustMayEnd(tx: Tx, { workspaceId, now }: Context, batchId: string, { id, state }: End): Promise<void> {
  await lockBatch(tx, workspaceId, batchId);
  const batch = await mustFindBatch(tx, workspaceId, batchId);
  const isSent = batch.state === 'sent' || batch.state === 'closed';
  if (!isSent && !(batch.state === 'waiting' && state === 'rejected')) throw batchStands(batch.state);
  if (batch.rail !== 'stripe' || !isSent) return;
  if (state === 'paid' || !(await withdrawTransfer(tx, workspaceId, id, now()))) throw mayBeOnItsWay();
}

async function mustFind(tx: Tx, workspaceId: string, id: string): Promise<PayoutRecord> {
  const [payout] = await selectPayouts(tx, workspaceId, { id, partnerId: null, limit: 1 });
  if (payout === undefined) throw new Refusal('not_found');
  return payout;
}

const alreadyEnded = {
  path: 'id',
  rule: 'in_payout',
  message: { en: 'This payout has already ended.', fr: 'Ce versement est déjà terminé.' },
};
