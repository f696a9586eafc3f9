import type { Delivery, ReplayRange } from '@cordee/contract/webhook';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { deliveryToContract } from '../delivery-answer.ts';
import { askForDelivery } from '../sending/ask-for-delivery.ts';
import { findDelivery, replayBetween, replayOne } from '../sending/delivery-log.store.ts';
import { findWebhook } from '../webhook.store.ts';
import { mustManageWebhooks } from '../webhooks.policy.ts';

/** Sends an event again, under the same id, with all tries before it. Refuses `not_found`. */
export function replayDelivery(context: Context, id: string, eventId: string): Promise<Delivery> {
  mustManageWebhooks(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const now = context.now();
    if ((await findWebhook(tx, workspaceId, id)) === null) throw new Refusal('not_found');
    if (!(await replayOne(tx, workspaceId, id, eventId, now))) throw new Refusal('not_found');
    await askForDelivery(tx, workspaceId, id, now);
    const delivery = await findDelivery(tx, workspaceId, id, eventId);
    if (delivery === null) throw new Refusal('not_found');
    const audit = { action: 'webhook.replayed', subject: encodeId('whk', id), after: { eventId: encodeId('evt', eventId) } };
    return { result: deliveryToContract(delivery), audit };
  });
}

/** Sends the events made in a period again: those that failed, or all. Refuses `not_found`. */
export function replayDeliveries(context: Context, id: string, range: ReplayRange): Promise<{ replayed: number }> {
  mustManageWebhooks(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const now = context.now();
    if ((await findWebhook(tx, workspaceId, id)) === null) throw new Refusal('not_found');
    const replayed = await replayBetween(tx, workspaceId, id, range, now);
    if (replayed > 0) await askForDelivery(tx, workspaceId, id, now);
    const after = { from: formatInstant(range.from), to: formatInstant(range.to), state: range.state, replayed };
    return { result: { replayed }, audit: { action: 'webhook.replayed', subject: encodeId('whk', id), after } };
  });
}
