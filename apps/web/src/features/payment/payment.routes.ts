import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { consoleRoute, partnerPageRoute } from '../../lib/routes.ts';
import {
  accountsQuery,
  batchesQuery,
  batchQuery,
  candidatesQuery,
  companyAccountsQuery,
  exchangesQuery,
  linesQuery,
  partnerAccountsQuery,
  payableByCurrencyQuery,
  ratesQuery,
} from './payment.queries.ts';
import { batchSearch } from './batch-search.ts';
import { wayOf, waySearch } from './way-search.ts';

const page = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'payments',
  component: lazyScreen('payment', () => import('./payments-page.tsx'), 'PaymentsPage'),
});

const candidatesRoute = createRoute({
  getParentRoute: () => page,
  path: '/',
  validateSearch: waySearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    void context.client.prefetchInfiniteQuery(candidatesQuery(wayOf(deps)));
    void context.client.prefetchQuery(payableByCurrencyQuery);
  },
  component: lazyScreen('payment', () => import('./candidates-screen.tsx'), 'CandidatesScreen'),
});
const batchesRoute = createRoute({
  getParentRoute: () => page,
  path: 'batches',
  validateSearch: batchSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => void context.client.prefetchInfiniteQuery(batchesQuery(deps.state)),
  component: lazyScreen('payment', () => import('./batches-screen.tsx'), 'BatchesScreen'),
});
const accountsRoute = createRoute({
  getParentRoute: () => page,
  path: 'accounts',
  loader: ({ context }) => {
    void context.client.prefetchInfiniteQuery(accountsQuery);
    void context.client.prefetchQuery(companyAccountsQuery);
  },
  component: lazyScreen('payment', () => import('./accounts-screen.tsx'), 'AccountsScreen'),
});

const currenciesRoute = createRoute({
  getParentRoute: () => page,
  path: 'currencies',
  loader: ({ context }) => {
    void context.client.prefetchQuery(payableByCurrencyQuery);
    void context.client.prefetchQuery(ratesQuery);
    void context.client.prefetchInfiniteQuery(exchangesQuery);
  },
  component: lazyScreen('payment', () => import('./currencies-screen.tsx'), 'CurrenciesScreen'),
});

const debtsRoute = createRoute({
  getParentRoute: () => page,
  path: 'debts',
  validateSearch: ({ open }: Record<string, unknown>): { open?: string } => (typeof open === 'string' ? { open } : {}),
  component: lazyScreen('payment', () => import('./debts-screen.tsx'), 'DebtsScreen'),
});

/** Who is paid, by which file, on which account. */
export const paymentsPage = page.addChildren([candidatesRoute, batchesRoute, accountsRoute, debtsRoute, currenciesRoute]);

export const batchRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'payments/batches/$batchId',
  loader: ({ context, params }) => {
    void context.client.prefetchQuery(batchQuery(params.batchId));
    void context.client.prefetchInfiniteQuery(linesQuery(params.batchId));
  },
  component: lazyScreen('payment', () => import('./batch-page.tsx'), 'BatchPage'),
});

/** A tab of a partner's page. */
export const partnerAccountsRoute = createRoute({
  getParentRoute: () => partnerPageRoute,
  path: 'account',
  loader: ({ context, params }) => void context.client.prefetchQuery(partnerAccountsQuery(params.partnerId)),
  component: lazyScreen('payment', () => import('./partner-accounts.tsx'), 'PartnerAccounts'),
});
