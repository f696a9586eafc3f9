import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { portalRoute } from '../../lib/routes.ts';

/** Where a partner says what it is for tax. */
export const ownTaxRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'tax',
  component: lazyScreen('tax', () => import('./own-tax.tsx'), 'OwnTax'),
});
