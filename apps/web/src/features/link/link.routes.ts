import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { partnerPageRoute, portalRoute } from '../../lib/routes.ts';

/** The link whose details stand beside the list, `new`, or `code` for a new code. */
interface LinkSearch {
  link?: string;
}

const linkSearch = ({ link }: Record<string, unknown>): LinkSearch => (typeof link === 'string' ? { link } : {});

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

/** A tab of a partner's page. */
export const partnerLinksRoute = createRoute({
  getParentRoute: () => partnerPageRoute,
  path: 'links',
  validateSearch: linkSearch,
  component: lazyScreen('link', () => import('./partner-links.tsx'), 'PartnerLinks'),
});
