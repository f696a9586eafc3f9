import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { portalRoute, rootRoute } from '../../lib/routes.ts';

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: ({ next }: Record<string, unknown>): { next?: string } => (isOwnAddress(next) ? { next } : {}),
  component: lazyScreen('identity', () => import('./sign-in-screen.tsx'), 'SignInScreen'),
});

export const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  validateSearch: tokenSearch,
  component: lazyScreen('identity', () => import('./setup-screen.tsx'), 'SetupScreen'),
});

export const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation',
  validateSearch: tokenSearch,
  component: lazyScreen('identity', () => import('./invitation-screen.tsx'), 'InvitationScreen'),
});

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

/** Nobody is sent to another site by a link to our sign-in. */
function isOwnAddress(address: unknown): address is string {
  return typeof address === 'string' && /^\/(?![/\\])/.test(address);
}

function tokenSearch({ token }: Record<string, unknown>): { token?: string } {
  // A token of digits alone was read as a number.
  return typeof token === 'string' || typeof token === 'number' ? { token: String(token) } : {};
}
