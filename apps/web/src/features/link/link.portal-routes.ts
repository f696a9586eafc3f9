import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { portalRoute } from '../../lib/routes.ts';
import { linkSearch } from './link-search.ts';

export const linksRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'links',
  validateSearch: linkSearch,
  component: lazyScreen('link', () => import('./links-screen.tsx'), 'LinksScreen'),
});

export const codesRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'codes',
  component: lazyScreen('link', () => import('./codes-screen.tsx'), 'CodesScreen'),
});
