import type { ChangeWebhook, Webhook } from '@cordee/contract/webhook';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { mustBeCallable } from '../address.ts';
import { keepWhatIsWanted } from '../keep-changes.ts';
import type { WebhookParts } from '../parts.ts';
import { askForDelivery } from '../sending/ask-for-delivery.ts';
import { hastenWaiting } from '../sending/delivery.store.ts';
import { webhookToContract } from '../webhook-answer.ts';
import { findWebhook, updateWebhook, type WebhookRecord } from '../webhook.store.ts';
import { mustManageWebhooks } from '../webhooks.policy.ts';

/** Changes a webhook. One that becomes active again is sent all that waited for it. Refuses `not_found`, `address_refused`. */
export function changeWebhook(context: Context, parts: WebhookParts, id: string, changes: ChangeWebhook): Promise<Webhook> {
  mustManageWebhooks(context.actor);
  if (changes.url !== undefined) mustBeCallable(changes.url, parts);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const before = await findWebhook(tx, workspaceId, id, 'for update');
    if (before === null) throw new Refusal('not_found');
    const after = apply(before, changes);
    await updateWebhook(tx, workspaceId, after);
    if (changes.types !== undefined) await keepWhatIsWanted(tx, workspaceId);
    if (before.state !== 'active' && after.state === 'active') {
      const now = context.now();
      await hastenWaiting(tx, workspaceId, id, now);
      await askForDelivery(tx, workspaceId, id, now);
    }
    const result = webhookToContract(after);
    const audit = { action: 'webhook.changed', subject: encodeId('whk', id), before: webhookToContract(before), after: result };
    return { result, audit };
  });
}

function apply(webhook: WebhookRecord, changes: ChangeWebhook): WebhookRecord {
  const state = changes.state ?? webhook.state;
  return {
    ...webhook,
    url: changes.url ?? webhook.url,
    types: changes.types === undefined ? webhook.types : [...new Set<string>(changes.types)],
    description: changes.description ?? webhook.description,
    state,
    disabledFor: state === 'disabled' ? webhook.disabledFor : null,
    failingSince: state === 'active' && webhook.state === 'active' ? webhook.failingSince : null,
  };
}
