import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { partnerPageRoute, portalRoute } from '../../lib/routes.ts';

/** A tab of a partner's page; `to`: a stage somebody is about to move it to. */
export const partnershipTabRoute = createRoute({
  getParentRoute: () => partnerPageRoute,
  path: 'partnership',
  validateSearch: ({ to }: Record<string, unknown>): { to?: string } => (typeof to === 'string' ? { to } : {}),
  component: lazyScreen('partnership', () => import('./partnership-tab.tsx'), 'PartnershipTab'),
});

export const ownPartnershipRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'partnership',
  component: lazyScreen('partnership', () => import('./portal-partnership.tsx'), 'PortalPartnership'),
});
