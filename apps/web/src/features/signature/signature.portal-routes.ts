import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { openSearch } from '../../lib/open-search.ts';
import { portalRoute } from '../../lib/routes.ts';

export const ownSignaturesRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'signatures',
  validateSearch: openSearch,
  component: lazyScreen('signature', () => import('./signatures-screen.tsx'), 'OwnSignatures'),
});
