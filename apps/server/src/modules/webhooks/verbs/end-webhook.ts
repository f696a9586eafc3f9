import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { keepWhatIsWanted } from '../keep-changes.ts';
import { dropWaiting } from '../sending/delivery.store.ts';
import { webhookToContract } from '../webhook-answer.ts';
import { endWebhookAt, findWebhook } from '../webhook.store.ts';
import { mustManageWebhooks } from '../webhooks.policy.ts';

/** Ends a webhook: what waits for it is dropped, its secrets are erased. Refuses `not_found`, also for one that has ended. */
export function endWebhook(context: Context, id: string): Promise<void> {
  mustManageWebhooks(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const webhook = await findWebhook(tx, workspaceId, id, 'for update');
    if (webhook === null) throw new Refusal('not_found');
    await endWebhookAt(tx, workspaceId, id, context.now());
    await dropWaiting(tx, workspaceId, id);
    await keepWhatIsWanted(tx, workspaceId);
    const audit = { action: 'webhook.ended', subject: encodeId('whk', id), before: webhookToContract(webhook) };
    return { result: undefined, audit };
  });
}
