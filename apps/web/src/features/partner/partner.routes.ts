import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { consoleRoute, partnerPageRoute, portalRoute } from '../../lib/routes.ts';
import { partnerFilters } from './partner-kinds.ts';
import { partnersQuery } from './partner.queries.ts';

export const partnersRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'partners',
  validateSearch: partnerFilters,
  loaderDeps: ({ search: { search, kind } }) => partnerFilters({ search, kind }),
  // Not awaited: the screen shows its frame while the answer comes.
  loader: ({ context, deps }) => void context.client.prefetchInfiniteQuery(partnersQuery(deps)),
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
