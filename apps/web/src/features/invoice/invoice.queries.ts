import type { AnswerOf } from '../../lib/api/call.ts';
import { type ItemOf, pagesOf, queryOf } from '../../lib/api/queries.ts';

export type Invoice = ItemOf<'listInvoices'>;
export type InvoiceDetail = AnswerOf<'getInvoice'>;
export type Draft = AnswerOf<'listInvoiceDrafts'>['items'][number];
export type Mandate = ItemOf<'listBillingMandates'>;
export type Offer = AnswerOf<'getMandateOffer'>;
export type Invoicing = AnswerOf<'getInvoicing'>['invoicing'];

export type InvoiceState = Invoice['state'];
export interface InvoiceFilters {
  readonly state?: InvoiceState | 'open';
  readonly partnerId?: string;
}

export const invoicesQuery = (filters: InvoiceFilters = {}) => pagesOf('listInvoices', { query: { ...filters, limit: 100 } });
export const invoiceQuery = (id: string) => queryOf('getInvoice', { params: { id } });
export const draftsQuery = (partnerId?: string) =>
  queryOf('listInvoiceDrafts', { query: partnerId === undefined ? {} : { partnerId } });
export const mandatesQuery = (partnerId: string) => pagesOf('listBillingMandates', { query: { partnerId, limit: 20 } });
export const offerQuery = queryOf('getMandateOffer', {});
export const companyQuery = queryOf('getCompany', { query: {} });
export const invoicingQuery = queryOf('getInvoicing', {});

/** What a step of a document changes elsewhere. */
export const touched = [
  'listInvoices',
  'getInvoice',
  'listInvoiceDrafts',
  'getBalance',
  'listPayoutCandidates',
  'listPeriods',
] as const;
