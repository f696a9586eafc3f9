import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { portalRoute } from '../../lib/routes.ts';

export const ownPartnershipRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'partnership',
  component: lazyScreen('partnership', () => import('./portal-partnership.tsx'), 'PortalPartnership'),
});

export const ownLeavingRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'leaving',
  component: lazyScreen('partnership', () => import('./leaving/leaving-screens.tsx'), 'OwnLeaving'),
});
