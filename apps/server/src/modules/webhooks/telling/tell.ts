import type { WebhookEventType } from '@cordee/contract/webhook-events';
import { encodeId } from '@cordee/core/ids';
import { formatInstant, type Instant } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { askForDelivery } from '../sending/ask-for-delivery.ts';
import type { WebhookRecord } from '../webhook.store.ts';
import { insertDeliveries, insertEvents, moveHead, type DeliveryKey, type EventRow, type Head } from './telling.store.ts';

/** Something that happened, before anybody is told. */
export interface News {
  readonly type: WebhookEventType;
  readonly at: Instant;
  readonly data: unknown;
  readonly changes?: Readonly<Record<string, { readonly old: unknown; readonly new: unknown }>>;
  /** The fact behind it: a webhook made later is not told. */
  readonly factSeq?: bigint;
}

/** Whether a webhook asked for this type. */
export function wants(webhook: Pick<WebhookRecord, 'types'>, type: WebhookEventType): boolean {
  return webhook.types.includes(type) || webhook.types.includes('*');
}

/** Numbers the news behind `head` and keeps those that somebody wants, each with a delivery for everybody who does. The caller holds the head. */
export async function tell(
  tx: Tx,
  workspaceId: string,
  now: Instant,
  telling: { readonly head: Head; readonly webhooks: readonly WebhookRecord[]; readonly news: readonly News[] },
): Promise<EventRow[]> {
  const { head, webhooks, news } = telling;
  const events: EventRow[] = [];
  const deliveries: DeliveryKey[] = [];
  let { sequence } = head;
  for (const item of news) {
    sequence += 1n;
    const told = webhooks.filter((webhook) => wants(webhook, item.type) && isSince(item, webhook));
    if (told.length === 0) continue;
    const event = { sequence, id: newUuid(now), type: item.type, at: item.at, body: bodyOf(workspaceId, sequence, item) };
    events.push(event);
    for (const { id } of told) deliveries.push({ webhookId: id, event });
  }
  await moveHead(tx, workspaceId, { sequence, countedSeq: head.countedSeq });
  if (events.length === 0) return events;
  await insertEvents(tx, workspaceId, events, now);
  await insertDeliveries(tx, workspaceId, deliveries, now);
  const active = webhooks.filter(({ id, state }) => state === 'active' && deliveries.some(({ webhookId }) => webhookId === id));
  for (const { id } of active) await askForDelivery(tx, workspaceId, id, now);
  return events;
}

/** Facts have an order; for the rest the clock decides. */
function isSince({ factSeq, at }: News, { fromSeq, createdAt }: WebhookRecord): boolean {
  return factSeq === undefined ? at >= createdAt : factSeq > fromSeq;
}

function bodyOf(workspaceId: string, sequence: bigint, { type, at, data, changes }: News): string {
  const payload = {
    type,
    timestamp: formatInstant(at),
    workspaceId: encodeId('wsp', workspaceId),
    sequence: Number(sequence),
    data,
    ...(changes === undefined ? {} : { changes }),
  };
  // Amounts are within what JSON carries exactly: the contract refuses others.
  return JSON.stringify(payload, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value));
}
