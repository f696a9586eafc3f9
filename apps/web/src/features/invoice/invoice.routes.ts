import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { consoleRoute, partnerPageRoute, settingsRoute } from '../../lib/routes.ts';

/** What a list of documents is narrowed by, as an address says it: what of it means something the screen knows. */
interface InvoiceSearch {
  state?: unknown;
  partnerId?: unknown;
}

export const invoicesRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'invoices',
  validateSearch: ({ state, partnerId }: Record<string, unknown>): InvoiceSearch => ({ state, partnerId }),
  component: lazyScreen('invoice', () => import('./invoices-screen.tsx'), 'InvoicesScreen'),
});

export const invoiceRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'invoices/$invoiceId',
  component: lazyScreen('invoice', () => import('./invoice-screen.tsx'), 'InvoiceScreen'),
});

/** A part of the settings: how documents are made out, the mandate, what payment waits for. */
export const invoicingRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'invoicing',
  component: lazyScreen('invoice', () => import('./invoicing-settings.tsx'), 'InvoicingSettings'),
});

/** A tab of a partner's page. */
export const partnerInvoicesRoute = createRoute({
  getParentRoute: () => partnerPageRoute,
  path: 'invoices',
  component: lazyScreen('invoice', () => import('./partner-invoices.tsx'), 'PartnerInvoices'),
});
