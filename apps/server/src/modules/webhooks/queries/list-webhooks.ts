import type { Webhook } from '@cordee/contract/webhook';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { webhookToContract } from '../webhook-answer.ts';
import { findWebhook, selectWebhooks } from '../webhook.store.ts';
import { mustManageWebhooks } from '../webhooks.policy.ts';

/** A page of webhooks, newest first, without those that have ended. */
export function listWebhooks(
  context: Context,
  query: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ items: Webhook[]; nextCursor: string | null }> {
  mustManageWebhooks(context.actor);
  const after = decodeCursor(query.cursor, 1)?.[0] ?? null;
  return read(context, async (tx) => {
    const rows = await selectWebhooks(tx, context.workspaceId, after, query.limit + 1);
    return pageOfRows(rows, query.limit, webhookToContract, ({ id }) => [id]);
  });
}

/** Refuses `not_found`. */
export function getWebhook(context: Context, id: string): Promise<Webhook> {
  mustManageWebhooks(context.actor);
  return read(context, async (tx) => {
    const webhook = await findWebhook(tx, context.workspaceId, id);
    if (webhook === null) throw new Refusal('not_found');
    return webhookToContract(webhook);
  });
}
