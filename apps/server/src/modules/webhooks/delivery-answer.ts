import type { Delivery } from '@cordee/contract/webhook';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { DeliveryRecord } from './sending/delivery-log.store.ts';

export function deliveryToContract(delivery: DeliveryRecord): Delivery {
  return {
    eventId: encodeId('evt', delivery.eventId),
    webhookId: encodeId('whk', delivery.webhookId),
    type: delivery.type,
    sequence: Number(delivery.sequence),
    state: delivery.state,
    attempts: delivery.attempts,
    createdAt: formatInstant(delivery.createdAt),
    nextAt: delivery.state === 'waiting' ? formatInstant(delivery.nextAt) : null,
    endedAt: delivery.endedAt === null ? null : formatInstant(delivery.endedAt),
    lastStatus: delivery.tries.at(-1)?.status ?? null,
  };
}
