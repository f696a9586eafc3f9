import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { openSearch } from '../../lib/open-search.ts';
import { consoleRoute } from '../../lib/routes.ts';

export const signaturesRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'signatures',
  validateSearch: openSearch,
  component: lazyScreen('signature', () => import('./signatures-screen.tsx'), 'SignaturesScreen'),
});
