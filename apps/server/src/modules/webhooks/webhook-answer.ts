import type { Webhook } from '@cordee/contract/webhook';
import { encodeId } from '@cordee/core/ids';
import { formatInstant, type Instant } from '@cordee/core/time';
import type { WebhookRecord } from './webhook.store.ts';

/** A webhook as it is shown: everything but its secrets. */
export function webhookToContract(webhook: WebhookRecord): Webhook {
  return {
    id: encodeId('whk', webhook.id),
    url: webhook.url,
    types: [...webhook.types],
    description: webhook.description,
    state: webhook.state,
    disabledFor: webhook.disabledFor,
    failingSince: textOrNull(webhook.failingSince),
    lastDeliveredAt: textOrNull(webhook.lastDeliveredAt),
    formerSecretUntil: textOrNull(webhook.formerUntil),
    createdAt: formatInstant(webhook.createdAt),
  };
}

function textOrNull(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at);
}
