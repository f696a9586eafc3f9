import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { partnerPageRoute } from '../../lib/routes.ts';
import { linkSearch } from './link-search.ts';

/** A tab of a partner's page. */
export const partnerLinksRoute = createRoute({
  getParentRoute: () => partnerPageRoute,
  path: 'links',
  validateSearch: linkSearch,
  component: lazyScreen('link', () => import('./partner-links.tsx'), 'PartnerLinks'),
});
