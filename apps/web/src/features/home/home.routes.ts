import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { consoleHomeRoute, consoleRoute } from '../../lib/routes.ts';
import { stepSearch } from './first-steps/step-search.ts';

export const home = consoleHomeRoute.update({
  component: lazyScreen('home', () => import('./home-screen.tsx'), 'HomeScreen'),
});

/** From an empty workspace to a partner with a link. */
export const firstStepsRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'start',
  staticData: { roles: ['owner', 'manager'] },
  validateSearch: stepSearch,
  component: lazyScreen('home', () => import('./first-steps/first-steps-screen.tsx'), 'FirstStepsScreen'),
});
