import { createRoute, redirect } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { chooseMembership } from '../../lib/membership-choice.ts';
import { partnerPageRoute, rootRoute } from '../../lib/routes.ts';

interface SignInSearch {
  next?: string;
  /** Why a sign-on did not succeed. */
  refused?: string;
  /** The workspace whose sign-on is offered. */
  company?: string;
}

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: ({ next, refused, company }: Record<string, unknown>): SignInSearch => ({
    ...(isOwnAddress(next) ? { next } : {}),
    ...(typeof refused === 'string' ? { refused } : {}),
    ...(typeof company === 'string' ? { company } : {}),
  }),
  component: lazyScreen('identity', () => import('./sign-in-screen.tsx'), 'SignInScreen'),
});

/** Where the company's identity provider leads back to: whatever was remembered belonged to whoever was here before. */
export const signedOnRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/signed-on',
  validateSearch: ({ next }: Record<string, unknown>): { next?: string } => (isOwnAddress(next) ? { next } : {}),
  beforeLoad: ({ context, search }) => {
    chooseMembership(null);
    context.client.clear();
    throw redirect({ href: search.next ?? '/', replace: true });
  },
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

/** A tab of a partner's page. */
export const partnerPeopleRoute = createRoute({
  getParentRoute: () => partnerPageRoute,
  path: 'people',
  component: lazyScreen('identity', () => import('./partner-people.tsx'), 'PartnerPeople'),
});

/** Nobody is sent to another site by a link to our sign-in. */
function isOwnAddress(address: unknown): address is string {
  return typeof address === 'string' && /^\/(?![/\\])/.test(address);
}

function tokenSearch({ token }: Record<string, unknown>): { token?: string } {
  // A token of digits alone was read as a number.
  return typeof token === 'string' || typeof token === 'number' ? { token: String(token) } : {};
}
