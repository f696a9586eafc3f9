import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { partnerPageRoute, settingsRoute } from '../../lib/routes.ts';

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
