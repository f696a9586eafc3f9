import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { partnerPageRoute } from '../../lib/routes.ts';

/** A tab of a partner's page; `to`: a stage somebody is about to move it to. */
export const partnershipTabRoute = createRoute({
  getParentRoute: () => partnerPageRoute,
  path: 'partnership',
  validateSearch: ({ to }: Record<string, unknown>): { to?: string } => (typeof to === 'string' ? { to } : {}),
  component: lazyScreen('partnership', () => import('./partnership-tab.tsx'), 'PartnershipTab'),
});

/** How it ends: a tab of a partner's page, and a page of the portal. */
export const partnerLeavingRoute = createRoute({
  getParentRoute: () => partnerPageRoute,
  path: 'leaving',
  component: lazyScreen('partnership', () => import('./leaving/leaving-screens.tsx'), 'PartnerLeaving'),
});
