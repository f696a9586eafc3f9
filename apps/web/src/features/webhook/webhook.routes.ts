import { createRoute } from '@tanstack/react-router';
import type { Role } from '@cordee/contract/route';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { settingsRoute } from '../../lib/routes.ts';
import { deliverySearch } from './delivery-words.ts';
import { webhookQuery, webhooksQuery } from './webhook.queries.ts';

const managers: readonly Role[] = ['owner', 'manager'];

export const webhooksRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'webhooks',
  staticData: { roles: managers },
  loader: ({ context }) => void context.client.prefetchInfiniteQuery(webhooksQuery),
  component: lazyScreen('webhook', () => import('./webhooks-screen.tsx'), 'WebhooksScreen'),
});

export const webhookRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'webhooks/$webhookId',
  staticData: { roles: managers },
  validateSearch: deliverySearch,
  loader: ({ context, params }) => void context.client.prefetchQuery(webhookQuery(params.webhookId)),
  component: lazyScreen('webhook', () => import('./webhook-page.tsx'), 'WebhookPage'),
});
