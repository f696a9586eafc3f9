import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { portalRoute } from '../../lib/routes.ts';

/** What a partner says of itself. */
export const ownDetailsRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'details',
  component: lazyScreen('partner', () => import('./own-details.tsx'), 'OwnDetails'),
});
