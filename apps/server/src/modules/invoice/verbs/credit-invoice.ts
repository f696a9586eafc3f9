import type { InvoiceDetail } from '@cordee/contract/invoice-answers';
import { encodeId } from '@cordee/core/ids';
import { type InvoiceDocument, invoiceTotals, vatOn } from '@cordee/core/invoice';
import { type Instant, localDateOf, shiftDate } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { actorKey } from '../../bank/index.ts';
import { recordExclusively } from '../../counting/index.ts';
import { loadPlace } from '../drafting/place.store.ts';
import { documentWords } from '../drafting/document-words.ts';
import { invoiceDetail } from '../invoice-answer.ts';
import { invoiceFact } from '../invoice-fact.ts';
import { mustInvoice } from '../invoice.policy.ts';
import type { NewInvoice } from '../invoice-write.store.ts';
import { type InvoiceRecord, selectCredits } from '../invoice.store.ts';
import { auditedInvoice, keepIssued, nextPlace } from '../issuing.ts';
import { impossibleStep } from '../refusals.ts';
import { loadInvoicing } from '../invoicing/invoicing.store.ts';
import { moveInvoice, mustFollow, mustHold } from '../take-step.ts';

/**
 * Takes back all that is left of an invoice by a credit note of the same treatment; its amounts can then be made out anew. Refuses `not_found`,
 * and `conflict` for what is no invoice made out by us, or of which nothing is left.
 */
export function creditInvoice(context: Context, id: string, reason: string): Promise<Wire<InvoiceDetail>> {
  const { workspaceId, actor } = context;
  mustInvoice(actor);
  return write(context, async (tx) => {
    const record = await mustHold(tx, context, id, null);
    const state = mustFollow(record, 'credit', context.now());
    const credited = await selectCredits(tx, workspaceId, id, 'by');
    const left = record.net - credited.reduce((sum, { net }) => sum + net, 0n);
    const { document } = record;
    if (document === null || record.type !== '389' || left <= 0n) throw impossibleStep('credit');
    let note: NewInvoice | null = null;
    await recordExclusively(tx, workspaceId, context.now(), async ({ seq, recordedAt }) => {
      note = await creditNote(tx, context, record, { document, left, at: recordedAt, factSeq: seq });
      return [invoiceFact(note, recordedAt)];
    });
    if (note === null) throw new Error('a credit note was not made');
    await moveInvoice(tx, context, record, { state }, { kind: 'credited', side: 'company', text: reason });
    const after = { ...auditedInvoice(note), of: record.number, reason };
    const audit = { action: 'invoice.credited', subject: encodeId('inv', id), before: { state: record.state }, after };
    return { result: await invoiceDetail(tx, context, await mustHold(tx, context, id, null)), audit };
  });
}

interface Credit {
  readonly document: InvoiceDocument;
  readonly left: bigint;
  readonly at: Instant;
  readonly factSeq: bigint;
}

async function creditNote(tx: Tx, context: Context, record: InvoiceRecord, credit: Credit): Promise<NewInvoice> {
  const { workspaceId, actor } = context;
  const { document, left, at, factSeq } = credit;
  const { invoicing } = await loadInvoicing(tx, workspaceId);
  const { zone } = await loadPlace(tx, workspaceId);
  const { place, number, issuedOn } = await nextPlace(tx, workspaceId, record.partnerId, {
    prefix: invoicing.numberPrefix,
    today: localDateOf(at, zone),
  });
  const made: InvoiceDocument = {
    ...document,
    type: '261',
    number,
    issuedOn,
    dueOn: shiftDate(issuedOn, invoicing.dueDays),
    lines: [
      { name: documentWords[record.language].credit(record.number), description: null, net: left, period: document.period },
    ],
    preceding: [{ number: record.number, issuedOn: record.issuedOn }],
    vatInBooks: inBooks(document, left),
  };
  const { net, vat } = invoiceTotals(made);
  const selfAssessed = record.selfAssessed === 0n ? 0n : vatOn(net, invoicing.selfAssessedRate);
  const note: NewInvoice = {
    ...record,
    id: newUuid(at),
    type: '261',
    number,
    place,
    state: 'issued',
    net,
    vat,
    selfAssessed,
    issuedOn,
    dueOn: made.dueOn,
    document: made,
    decision: { creditOf: record.number },
    reopens: true,
    createdAt: at,
    createdBy: actorKey(actor),
    factSeq,
    parts: [],
    credits: [{ invoiceId: record.id, net: left }],
  };
  await keepIssued(tx, context, note);
  return note;
}

/** In the currency of the books, the part of what the invoice said there: at its own rate. */
function inBooks(document: InvoiceDocument, left: bigint): InvoiceDocument['vatInBooks'] {
  const { net } = invoiceTotals(document);
  const { vatInBooks } = document;
  return vatInBooks === null ? null : { ...vatInBooks, amount: (vatInBooks.amount * left) / net };
}
