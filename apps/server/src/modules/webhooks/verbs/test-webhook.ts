import type { Delivery } from '@cordee/contract/webhook';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { deliveryToContract } from '../delivery-answer.ts';
import { findDelivery } from '../sending/delivery-log.store.ts';
import { tell } from '../telling/tell.ts';
import { lockHead } from '../telling/telling.store.ts';
import { findWebhook } from '../webhook.store.ts';
import { mustManageWebhooks } from '../webhooks.policy.ts';

/** Sends a test event to a webhook, whatever types it asked for. Refuses `not_found`, and `conflict` while it is not active. */
export function testWebhook(context: Context, id: string): Promise<Delivery> {
  mustManageWebhooks(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const head = await lockHead(tx, workspaceId);
    const webhook = await findWebhook(tx, workspaceId, id);
    if (webhook === null || head === null) throw new Refusal('not_found');
    if (webhook.state !== 'active') throw notActive();
    const now = context.now();
    const news = [{ type: 'webhook.test', at: now, data: { webhookId: encodeId('whk', id) } }] as const;
    const [event] = await tell(tx, workspaceId, now, { head, webhooks: [{ ...webhook, types: ['webhook.test'] }], news });
    const delivery = event === undefined ? null : await findDelivery(tx, workspaceId, id, event.id);
    if (delivery === null) throw new Error('a test event was lost while it was kept');
    const audit = { action: 'webhook.tested', subject: encodeId('whk', id) };
    return { result: deliveryToContract(delivery), audit };
  });
}

function notActive(): Refusal {
  return new Refusal('conflict', [
    {
      path: 'id',
      rule: 'active',
      message: { en: 'This webhook is not active: wake it first.', fr: "Ce webhook n'est pas actif : réveillez-le d'abord." },
    },
  ]);
}
