import type { CreateWebhook, WebhookWithSecret } from '@cordee/contract/webhook';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { mustBeCallable } from '../address.ts';
import { keepWhatIsWanted } from '../keep-changes.ts';
import type { WebhookParts } from '../parts.ts';
import { newSecret } from '../sending/sign.ts';
import { ensureHead } from '../telling/telling.store.ts';
import { webhookToContract } from '../webhook-answer.ts';
import { insertWebhook, selectWebhooks, setFromSeq, type WebhookRecord } from '../webhook.store.ts';
import { mustManageWebhooks } from '../webhooks.policy.ts';

const MOST_WEBHOOKS = 50;

/**
 * Has a system told what happens from now on. Its secret is made here, shown this once (a repeated request gets null) and sealed.
 * Refuses `address_refused`, and `conflict` beyond fifty.
 */
export function createWebhook(context: Context, parts: WebhookParts, input: CreateWebhook): Promise<WebhookWithSecret> {
  mustManageWebhooks(context.actor);
  mustBeCallable(input.url, parts);
  return write<WebhookWithSecret>(context, async (tx) => {
    const { workspaceId } = context;
    if ((await selectWebhooks(tx, workspaceId, null, MOST_WEBHOOKS)).length >= MOST_WEBHOOKS) throw tooMany();
    const createdAt = context.now();
    const secret = newSecret();
    const webhook: WebhookRecord = {
      id: newUuid(createdAt),
      url: input.url,
      description: input.description,
      types: [...new Set(input.types)],
      secret: parts.sealer.seal(secret),
      formerSecret: null,
      formerUntil: null,
      state: 'active',
      disabledFor: null,
      failingSince: null,
      lastDeliveredAt: null,
      fromSeq: 0n,
      createdAt,
    };
    await insertWebhook(tx, workspaceId, webhook);
    const countedSeq = await keepWhatIsWanted(tx, workspaceId);
    await setFromSeq(tx, workspaceId, webhook.id, countedSeq);
    await ensureHead(tx, workspaceId, countedSeq);
    const shown = webhookToContract(webhook);
    return {
      result: { ...shown, secret },
      repeated: { ...shown, secret: null },
      audit: { action: 'webhook.created', subject: encodeId('whk', webhook.id), after: shown },
    };
  });
}

function tooMany(): Refusal {
  return new Refusal('conflict', [
    {
      path: 'url',
      rule: 'most',
      message: {
        en: `A workspace has ${MOST_WEBHOOKS} webhooks at most: end one that is not used.`,
        fr: `Un espace a ${MOST_WEBHOOKS} webhooks au plus : mettez fin à un qui ne sert pas.`,
      },
    },
  ]);
}
