import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { consoleRoute } from '../../lib/routes.ts';
import { queueQuery } from './commission-review.queries.ts';
import { queueFilters } from './queue-filters.ts';

export const reviewQueueRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'review',
  validateSearch: queueFilters,
  loaderDeps: ({ search: { status, signal, sort } }) => queueFilters({ status, signal, sort }),
  loader: ({ context, deps }) => void context.client.prefetchInfiniteQuery(queueQuery(deps)),
  component: lazyScreen('commission-review', () => import('./queue-screen.tsx'), 'QueueScreen'),
});
