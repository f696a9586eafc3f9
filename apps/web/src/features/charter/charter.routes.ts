import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { partnerPageRoute, portalRoute } from '../../lib/routes.ts';

/** A tab of a partner's page. */
export const partnerCharterRoute = createRoute({
  getParentRoute: () => partnerPageRoute,
  path: 'charter',
  component: lazyScreen('charter', () => import('./partner-charter.tsx'), 'PartnerCharter'),
});

export const ownCharterRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'charter',
  component: lazyScreen('charter', () => import('./own-charter.tsx'), 'OwnCharter'),
});
