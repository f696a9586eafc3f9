import type { WebhookWithSecret } from '@cordee/contract/webhook';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import type { WebhookParts } from '../parts.ts';
import { newSecret } from '../sending/sign.ts';
import { webhookToContract } from '../webhook-answer.ts';
import { findWebhook, updateWebhook } from '../webhook.store.ts';
import { mustManageWebhooks } from '../webhooks.policy.ts';

const HOUR_MS = 3_600_000;

/** Gives a webhook a new secret, shown this once; the former one signs beside it for `overlapHours`. Refuses `not_found`. */
export function renewSecret(
  context: Context,
  { sealer }: WebhookParts,
  id: string,
  overlapHours: number,
): Promise<WebhookWithSecret> {
  mustManageWebhooks(context.actor);
  return write<WebhookWithSecret>(context, async (tx) => {
    const { workspaceId } = context;
    const before = await findWebhook(tx, workspaceId, id, 'for update');
    if (before === null) throw new Refusal('not_found');
    const secret = newSecret();
    const overlaps = overlapHours > 0;
    const after = {
      ...before,
      secret: sealer.seal(secret),
      formerSecret: overlaps ? before.secret : null,
      formerUntil: overlaps ? context.now() + overlapHours * HOUR_MS : null,
    };
    await updateWebhook(tx, workspaceId, after);
    const shown = webhookToContract(after);
    return {
      result: { ...shown, secret },
      repeated: { ...shown, secret: null },
      audit: { action: 'webhook.secret_renewed', subject: encodeId('whk', id), after: shown },
    };
  });
}
