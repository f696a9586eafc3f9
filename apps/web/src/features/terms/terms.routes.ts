import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { portalRoute } from '../../lib/routes.ts';

export const termsRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'terms',
  component: lazyScreen('terms', () => import('./terms-screen.tsx'), 'TermsScreen'),
});
