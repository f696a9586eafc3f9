import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { openSearch } from '../../lib/open-search.ts';
import { consoleRoute, portalRoute } from '../../lib/routes.ts';

// Both screens come with one file: each has a line in the first load.
const screens = () => import('./signatures-screen.tsx');

export const signaturesRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'signatures',
  validateSearch: openSearch,
  component: lazyScreen('signature', screens, 'SignaturesScreen'),
});

export const ownSignaturesRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'signatures',
  validateSearch: openSearch,
  component: lazyScreen('signature', screens, 'OwnSignatures'),
});
