import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { portalRoute } from '../../lib/routes.ts';

/** The link whose details stand beside the list, or `new`. */
interface LinkSearch {
  link?: string;
}

export const linksRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'links',
  validateSearch: ({ link }: Record<string, unknown>): LinkSearch => (typeof link === 'string' ? { link } : {}),
  component: lazyScreen('link', () => import('./links-screen.tsx'), 'LinksScreen'),
});

export const codesRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'codes',
  component: lazyScreen('link', () => import('./codes-screen.tsx'), 'CodesScreen'),
});
