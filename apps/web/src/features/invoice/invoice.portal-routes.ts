import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { portalRoute } from '../../lib/routes.ts';

export const ownInvoicesRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'invoices',
  component: lazyScreen('invoice', () => import('./own-invoices.tsx'), 'OwnInvoices'),
});

export const ownInvoiceRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: 'invoices/$invoiceId',
  component: lazyScreen('invoice', () => import('./own-invoice.tsx'), 'OwnInvoice'),
});
