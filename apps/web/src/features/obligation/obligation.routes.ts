import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { consoleRoute, partnerPageRoute, portalRoute } from '../../lib/routes.ts';

// Without loaders, and what an address means is known by the screens: this file is loaded with both shells.
const validateSearch = (search: { open?: unknown; state?: unknown; owner?: unknown; due?: unknown }) => search;

const screens = () => import('./obligation-screens.ts');

export const obligationsRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'obligations',
  validateSearch,
  component: lazyScreen('obligation', screens, 'ObligationsScreen'),
});

/** A tab of a partner's page. */
export const partnerObligationsRoute = createRoute({
  getParentRoute: () => partnerPageRoute,
  path: 'obligations',
  validateSearch,
  component: lazyScreen('obligation', screens, 'PartnerObligations'),
});

export const ownObligationsRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'obligations',
  validateSearch,
  component: lazyScreen('obligation', screens, 'OwnObligations'),
});
