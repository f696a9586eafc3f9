import type { Delivery, DeliveryDetail, ListDeliveries } from '@cordee/contract/webhook';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { decodeNumbers, pageOfRows } from '../../../platform/cursor.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { deliveryToContract } from '../delivery-answer.ts';
import { eventBody, findDelivery, selectDeliveries } from '../sending/delivery-log.store.ts';
import { plainHeaders } from '../sending/sign.ts';
import { findWebhook } from '../webhook.store.ts';
import { mustManageWebhooks } from '../webhooks.policy.ts';

/** A page of what was sent to a webhook, newest first. Refuses `not_found`. */
export function listDeliveries(
  context: Context,
  id: string,
  query: ListDeliveries,
): Promise<{ items: Delivery[]; nextCursor: string | null }> {
  mustManageWebhooks(context.actor);
  const [below = null] = decodeNumbers(query.cursor, 1);
  return read(context, async (tx) => {
    const { workspaceId } = context;
    if ((await findWebhook(tx, workspaceId, id)) === null) throw new Refusal('not_found');
    const rows = await selectDeliveries(tx, workspaceId, id, { ...query, limit: query.limit + 1 }, below);
    return pageOfRows(rows, query.limit, deliveryToContract, ({ sequence }) => [String(sequence)]);
  });
}

/** What was sent, and each try. Refuses `not_found`. */
export function getDelivery(context: Context, id: string, eventId: string): Promise<DeliveryDetail> {
  mustManageWebhooks(context.actor);
  return read(context, async (tx) => {
    const { workspaceId } = context;
    const webhook = await findWebhook(tx, workspaceId, id);
    const delivery = await findDelivery(tx, workspaceId, id, eventId);
    const body = delivery === null ? null : await eventBody(tx, workspaceId, delivery.sequence);
    if (webhook === null || delivery === null || body === null) throw new Refusal('not_found');
    return {
      ...deliveryToContract(delivery),
      request: { url: webhook.url, headers: plainHeaders(encodeId('evt', eventId)), body },
      tries: delivery.tries.map((tried) => ({ ...tried, at: formatInstant(tried.at) })),
    };
  });
}
