import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { portalRoute } from '../../lib/routes.ts';
import { openSearch } from './contribution-search.ts';

export const declaredRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'declared',
  validateSearch: openSearch,
  component: lazyScreen('contribution', () => import('./declared-screen.tsx'), 'DeclaredScreen'),
});
