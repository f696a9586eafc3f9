import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { portalRoute } from '../../lib/routes.ts';

/** Who signs in for a partner. */
export const peopleRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'people',
  component: lazyScreen('identity', () => import('./people-screen.tsx'), 'PeopleScreen'),
});

/** Of the person, whatever the partner. */
export const preferencesRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'preferences',
  component: lazyScreen('identity', () => import('./preferences-screen.tsx'), 'PreferencesScreen'),
});
