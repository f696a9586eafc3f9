import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { consoleRoute, partnerPageRoute, portalRoute } from '../../lib/routes.ts';

// Without loaders, and what an address means is known by the screens: this file is loaded with both shells.
const validateSearch = ({ open, state }: Record<string, unknown>): { open?: unknown; state?: unknown } => ({ open, state });

export const obligationsRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'obligations',
  validateSearch,
  component: lazyScreen('obligation', () => import('./obligations-screen.tsx'), 'ObligationsScreen'),
});

/** A tab of a partner's page. */
export const partnerObligationsRoute = createRoute({
  getParentRoute: () => partnerPageRoute,
  path: 'obligations',
  validateSearch,
  component: lazyScreen('obligation', () => import('./partner-obligations.tsx'), 'PartnerObligations'),
});

export const ownObligationsRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'obligations',
  validateSearch,
  component: lazyScreen('obligation', () => import('./own-obligations.tsx'), 'OwnObligations'),
});
