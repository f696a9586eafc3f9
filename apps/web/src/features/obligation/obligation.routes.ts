import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { openSearch } from '../../lib/open-search.ts';
import { consoleRoute, partnerPageRoute, portalRoute } from '../../lib/routes.ts';

export const obligationsRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'obligations',
  validateSearch: openSearch,
  component: lazyScreen('obligation', () => import('./obligations-screen.tsx'), 'ObligationsScreen'),
});

/** A tab of a partner's page. */
export const partnerObligationsRoute = createRoute({
  getParentRoute: () => partnerPageRoute,
  path: 'obligations',
  validateSearch: openSearch,
  component: lazyScreen('obligation', () => import('./partner-obligations.tsx'), 'PartnerObligations'),
});

export const ownObligationsRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'obligations',
  validateSearch: openSearch,
  component: lazyScreen('obligation', () => import('./own-obligations.tsx'), 'OwnObligations'),
});
