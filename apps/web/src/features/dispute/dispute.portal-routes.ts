import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { portalRoute } from '../../lib/routes.ts';
import { disputeSearch } from './dispute-search.ts';

export const ownDisputesRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'disputes',
  validateSearch: disputeSearch,
  component: lazyScreen('dispute', () => import('./own-disputes.tsx'), 'OwnDisputes'),
});

export const ownDisputeRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'disputes/$disputeId',
  component: lazyScreen('dispute', () => import('./own-dispute.tsx'), 'OwnDispute'),
});
