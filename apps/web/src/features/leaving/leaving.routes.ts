import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { partnerPageRoute, portalRoute } from '../../lib/routes.ts';

/** A tab of a partner's page. */
export const partnerLeavingRoute = createRoute({
  getParentRoute: () => partnerPageRoute,
  path: 'leaving',
  component: lazyScreen('leaving', () => import('./leaving-screens.tsx'), 'PartnerLeaving'),
});

export const ownLeavingRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'leaving',
  component: lazyScreen('leaving', () => import('./leaving-screens.tsx'), 'OwnLeaving'),
});
