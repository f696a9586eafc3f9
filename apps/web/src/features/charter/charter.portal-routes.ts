import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { portalRoute } from '../../lib/routes.ts';

export const ownCharterRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'charter',
  component: lazyScreen('charter', () => import('./charter-screens.ts'), 'OwnCharter'),
});
