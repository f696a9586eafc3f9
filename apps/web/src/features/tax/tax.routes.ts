import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { partnerPageRoute, portalRoute, settingsRoute } from '../../lib/routes.ts';

// Without loaders: their queries would come with the first load of the portal, which has no room.

/** A tab of a partner's page. */
export const partnerTaxRoute = createRoute({
  getParentRoute: () => partnerPageRoute,
  path: 'tax',
  component: lazyScreen('tax', () => import('./partner-tax.tsx'), 'PartnerTax'),
});

export const taxSettingsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'tax',
  component: lazyScreen('tax', () => import('./tax-settings.tsx'), 'TaxSettings'),
});

/** Where a partner says what it is for tax. */
export const ownTaxRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'tax',
  component: lazyScreen('tax', () => import('./own-tax.tsx'), 'OwnTax'),
});
