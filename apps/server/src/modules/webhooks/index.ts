export type { WebhookParts } from './parts.ts';
export { tellCounted } from './telling/tell-counted.ts';
export { tellHappened } from './telling/tell-happened.ts';
export { webhookCalls, webhookJobs } from './webhooks.jobs.ts';
export { serveWebhooks } from './webhooks.routes.ts';
