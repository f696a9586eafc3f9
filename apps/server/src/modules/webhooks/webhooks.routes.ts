import { webhookRoutes } from '@cordee/contract/webhook';
import type { Api } from '../../platform/http/index.ts';
import type { WebhookParts } from './parts.ts';
import { getDelivery, listDeliveries } from './queries/list-deliveries.ts';
import { getWebhook, listWebhooks } from './queries/list-webhooks.ts';
import { changeWebhook } from './verbs/change-webhook.ts';
import { createWebhook } from './verbs/create-webhook.ts';
import { endWebhook } from './verbs/end-webhook.ts';
import { renewSecret } from './verbs/renew-secret.ts';
import { replayDeliveries, replayDelivery } from './verbs/replay-deliveries.ts';
import { testWebhook } from './verbs/test-webhook.ts';

export function serveWebhooks(api: Pick<Api, 'on'>, parts: WebhookParts): void {
  const r = webhookRoutes;
  api.on(r.createWebhook, (context, { body }) => createWebhook(context, parts, body));
  api.on(r.listWebhooks, (context, { query }) => listWebhooks(context, query));
  api.on(r.getWebhook, (context, { params }) => getWebhook(context, params.id));
  api.on(r.changeWebhook, (context, { params, body }) => changeWebhook(context, parts, params.id, body));
  api.on(r.endWebhook, (context, { params }) => endWebhook(context, params.id));
  api.on(r.renewWebhookSecret, (context, { params, body }) => renewSecret(context, parts, params.id, body.overlapHours));
  api.on(r.testWebhook, (context, { params }) => testWebhook(context, params.id));
  api.on(r.listDeliveries, (context, { params, query }) => listDeliveries(context, params.id, query));
  api.on(r.getDelivery, (context, { params }) => getDelivery(context, params.id, params.eventId));
  api.on(r.replayDelivery, (context, { params }) => replayDelivery(context, params.id, params.eventId));
  api.on(r.replayDeliveries, (context, { params, body }) => replayDeliveries(context, params.id, body));
}
