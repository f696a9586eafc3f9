import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { consoleRoute, partnerPageRoute, portalRoute } from '../../lib/routes.ts';
import { partnerFilters, partnerSearch } from './partner-filters.ts';
import { partnersQuery } from './partner.queries.ts';

export const partnersRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'partners',
  validateSearch: partnerSearch,
  loaderDeps: ({ search }) => ({ filters: partnerFilters({ ...search }), isBoard: search.view === 'board' }),
  // Not awaited: the screen shows its frame while the answer comes.
  loader: ({ context, deps: { filters, isBoard } }) => {
    if (!isBoard) void context.client.prefetchInfiniteQuery(partnersQuery(filters));
  },
  component: lazyScreen('partner', () => import('./partners-screen.tsx'), 'PartnersScreen'),
});

export const partnerPage = partnerPageRoute.update({
  component: lazyScreen('partner', () => import('./partner-page.tsx'), 'PartnerPage'),
});

/** What a partner says of itself. */
export const ownDetailsRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'details',
  component: lazyScreen('partner', () => import('./own-details.tsx'), 'OwnDetails'),
});
