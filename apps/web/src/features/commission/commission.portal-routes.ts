import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { portalHomeRoute, portalRoute } from '../../lib/routes.ts';
import { commissionFilters } from './commission-status.ts';
import { commissionsQuery } from './commission.queries.ts';

/** Below the figures of a partner's first screen. */
export const latestCommissionsRoute = createRoute({
  getParentRoute: () => portalHomeRoute,
  path: '/',
  loader: ({ context }) => void context.client.prefetchInfiniteQuery(commissionsQuery({})),
  component: lazyScreen('commission', () => import('./latest-commissions.tsx'), 'LatestCommissions'),
});

/** All of a partner's own, to be looked through. */
export const ownCommissionsRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'commissions',
  validateSearch: commissionFilters,
  component: lazyScreen('commission', () => import('./own-commissions.tsx'), 'OwnCommissions'),
});
