import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { portalRoute } from '../../lib/routes.ts';
import { partnerAccountsQuery } from './payment.queries.ts';

/** Where a partner says on which account it is paid. */
export const ownAccountsRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'account',
  loader: ({ context }) => {
    const id = chosenMembership()?.partnerId;
    if (id !== null && id !== undefined) void context.client.prefetchQuery(partnerAccountsQuery(id));
  },
  component: lazyScreen('payment', () => import('./own-accounts.tsx'), 'OwnAccounts'),
});

/** What a partner was paid, and what is on its way. */
export const ownPaymentsRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'payments',
  component: lazyScreen('payment', () => import('./own-payments.tsx'), 'OwnPayments'),
});
