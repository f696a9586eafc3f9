import { encodeId } from '@cordee/core/ids';
import type { Instant } from '@cordee/core/time';
import { ownFact, type ReadyFact } from '../fact/index.ts';
import type { InvoiceRecord } from './invoice.store.ts';

type Booked = Pick<InvoiceRecord, 'id' | 'type' | 'number' | 'partnerId' | 'currency' | 'vat' | 'selfAssessed'>;

/** A document as a fact of our own: its VAT goes into the books, charged by the partner or owed by the company itself. */
export function invoiceFact({ id, type, number, partnerId, currency, vat, selfAssessed }: Booked, at: Instant): ReadyFact {
  const owedBy = selfAssessed > 0n ? ('company' as const) : ('partner' as const);
  return ownFact({
    kind: type === '261' ? 'credit_note_issued' : 'invoice_issued',
    from: 'invoice',
    externalId: encodeId('inv', id),
    at,
    currency,
    amount: owedBy === 'company' ? selfAssessed : vat,
    body: { partnerId, invoice: { id, number, owedBy } },
  });
}
