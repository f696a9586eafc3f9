import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { consoleRoute } from '../../lib/routes.ts';

/** A day, the day it was known, a partner: texts of the address, read by the screens. */
interface LedgerSearch {
  on?: string;
  known?: string;
  partnerId?: string;
  /** A month. */
  period?: string;
}

const NAMES = ['on', 'known', 'partnerId', 'period'] as const;

const page = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'ledger',
  validateSearch: (search: Record<string, unknown>): LedgerSearch =>
    Object.fromEntries(NAMES.flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]]] : []))),
  component: lazyScreen('ledger', () => import('./ledger-page.tsx'), 'LedgerPage'),
});

const accountsRoute = createRoute({
  getParentRoute: () => page,
  path: '/',
  component: lazyScreen('ledger', () => import('./accounts-screen.tsx'), 'AccountsScreen'),
});
const transactionsRoute = createRoute({
  getParentRoute: () => page,
  path: 'transactions',
  component: lazyScreen('ledger', () => import('./transactions-screen.tsx'), 'TransactionsScreen'),
});
const verificationRoute = createRoute({
  getParentRoute: () => page,
  path: 'verification',
  component: lazyScreen('ledger', () => import('./verification-screen.tsx'), 'VerificationScreen'),
});
const closingRoute = createRoute({
  getParentRoute: () => page,
  path: 'closing',
  component: lazyScreen('ledger', () => import('./closing-screen.tsx'), 'ClosingScreen'),
});

/** The books: accounts, transactions, months, verification. */
export const ledgerPage = page.addChildren([accountsRoute, transactionsRoute, closingRoute, verificationRoute]);
