import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { consoleRoute, portalRoute, settingsRoute } from '../../lib/routes.ts';
import { claimFilters } from './claim-filters.ts';
import { claimQuery, claimsQuery, type ClaimFilters } from './claim.queries.ts';

/** What is about to be contested: `new`, or the id of a fact, a commission or a contribution. */
interface ContestSearch {
  contest?: string;
}

export const claimsRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'claims',
  validateSearch: (search: Record<string, unknown>): ClaimFilters => claimFilters(search),
  loaderDeps: ({ search: { kind, state, partnerId, programId } }) => claimFilters({ kind, state, partnerId, programId }),
  loader: ({ context, deps }) => void context.client.prefetchInfiniteQuery(claimsQuery(deps)),
  component: lazyScreen('claim', () => import('./claims-screen.tsx'), 'ClaimsScreen'),
});

export const claimRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'claims/$claimId',
  loader: ({ context, params }) => void context.client.prefetchQuery(claimQuery(params.claimId)),
  component: lazyScreen('claim', () => import('./claim-screen.tsx'), 'ClaimScreen'),
});

/** A part of the settings: the days to answer, and how they are kept. */
export const claimSettingsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'claims',
  component: lazyScreen('claim', () => import('./claim-settings.tsx'), 'ClaimSettings'),
});

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
