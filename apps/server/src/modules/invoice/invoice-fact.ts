import { encodeId } from '@cordee/core/ids';
import type { Instant } from '@cordee/core/time';
import { inputHashOf, type ReadyFact } from '../fact/index.ts';
import type { InvoiceRecord } from './invoice.store.ts';

type Booked = Pick<InvoiceRecord, 'id' | 'type' | 'number' | 'partnerId' | 'currency' | 'vat' | 'selfAssessed'>;

/** A document as a fact of our own: its VAT goes into the books, charged by the partner or owed by the company itself. */
export function invoiceFact({ id, type, number, partnerId, currency, vat, selfAssessed }: Booked, at: Instant): ReadyFact {
  const owedBy = selfAssessed > 0n ? ('company' as const) : ('partner' as const);
  const amount = owedBy === 'company' ? selfAssessed : vat;
  const body = { partnerId, invoice: { id, number, owedBy } };
  const kind = type === '261' ? ('credit_note_issued' as const) : ('invoice_issued' as const);
  const draft = {
    kind,
    source: 'cordee/invoice',
    externalId: encodeId('inv', id),
    occurredAt: at,
    customer: null,
    currency,
    amount,
    target: null,
    body,
    strict: false,
    clickId: null,
    visitorId: null,
    inputHash: inputHashOf({ kind, ...body, amount, currency }),
  };
  return { draft, targetSeq: null, body };
}
