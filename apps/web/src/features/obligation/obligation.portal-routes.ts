import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { portalRoute } from '../../lib/routes.ts';
import { obligationAddress } from './obligation-address.ts';

const screens = () => import('./obligation-screens.ts');

export const ownObligationsRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'obligations',
  validateSearch: obligationAddress,
  component: lazyScreen('obligation', screens, 'OwnObligations'),
});
