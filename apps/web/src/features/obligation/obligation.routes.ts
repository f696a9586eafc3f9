import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { consoleRoute, partnerPageRoute } from '../../lib/routes.ts';
import { obligationAddress } from './obligation-address.ts';

const screens = () => import('./obligation-screens.ts');

export const obligationsRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'obligations',
  validateSearch: obligationAddress,
  component: lazyScreen('obligation', screens, 'ObligationsScreen'),
});

/** A tab of a partner's page. */
export const partnerObligationsRoute = createRoute({
  getParentRoute: () => partnerPageRoute,
  path: 'obligations',
  validateSearch: obligationAddress,
  component: lazyScreen('obligation', screens, 'PartnerObligations'),
});
