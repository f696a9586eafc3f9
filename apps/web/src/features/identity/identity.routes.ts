import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { rootRoute } from '../../lib/routes.ts';

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: ({ then }: Record<string, unknown>): { then?: string } => (isOwnAddress(then) ? { then } : {}),
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

/** Nobody is sent to another site by a link to our sign-in. */
function isOwnAddress(address: unknown): address is string {
  return typeof address === 'string' && /^\/(?![/\\])/.test(address);
}

// A token of digits alone would be read as a number.
function tokenSearch({ token }: Record<string, unknown>): { token?: string } {
  return token === undefined ? {} : { token: String(token) };
}
