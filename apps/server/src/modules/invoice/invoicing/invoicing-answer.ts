import type { InvoicingAnswer } from '@cordee/contract/invoicing';
import { formatInstant } from '@cordee/core/time';
import type { Wire } from '../../../platform/http/index.ts';
import type { InvoicingRecord } from './invoicing.store.ts';

/** How the company invoices, as it is told. */
export function invoicingAnswer({ invoicing, version, changedAt }: InvoicingRecord): Wire<InvoicingAnswer> {
  return { invoicing, version, changedAt: changedAt === null ? null : formatInstant(changedAt) };
}
