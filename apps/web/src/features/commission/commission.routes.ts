import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { consoleRoute, partnerPageRoute } from '../../lib/routes.ts';
import { commissionFilters } from './commission-status.ts';
import { commissionsQuery } from './commission.queries.ts';

export const commissionsRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'commissions',
  validateSearch: commissionFilters,
  loaderDeps: ({ search: { status, from, to } }) => commissionFilters({ status, from, to }),
  // Not awaited: the screen shows its frame while the answer comes.
  loader: ({ context, deps }) => {
    // Which instants days are is known to the screen.
    if (deps.from === undefined && deps.to === undefined) void context.client.prefetchInfiniteQuery(commissionsQuery(deps));
  },
  component: lazyScreen('commission', () => import('./commissions-screen.tsx'), 'CommissionsScreen'),
});

/** The first tab of a partner's page. */
export const partnerCommissionsRoute = createRoute({
  getParentRoute: () => partnerPageRoute,
  path: '/',
  loader: ({ context, params }) => void context.client.prefetchInfiniteQuery(commissionsQuery({ partnerId: params.partnerId })),
  component: lazyScreen('commission', () => import('./partner-commissions.tsx'), 'PartnerCommissions'),
});
