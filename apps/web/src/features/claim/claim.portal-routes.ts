import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { portalRoute } from '../../lib/routes.ts';

/** What is about to be contested: `new`, or the id of a fact, a commission or a contribution. */
interface ContestSearch {
  contest?: string;
}

export const ownClaimsRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'claims',
  validateSearch: ({ contest }: Record<string, unknown>): ContestSearch => (typeof contest === 'string' ? { contest } : {}),
  component: lazyScreen('claim', () => import('./portal-claims.tsx'), 'PortalClaims'),
});

export const ownClaimRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'claims/$claimId',
  component: lazyScreen('claim', () => import('./portal-claim.tsx'), 'PortalClaim'),
});
