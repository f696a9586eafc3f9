import { encodeId } from '@cordee/core/ids';
import { invoiceTotals, vatOn, type InvoiceDocument } from '@cordee/core/invoice';
import { exchangedAmount, type ExchangeTerms } from '@cordee/core/counting';
import { type Instant, type LocalDate, localDateOf } from '@cordee/core/time';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import { newUuid } from '../../platform/uuid.ts';
import { actorKey } from '../bank/index.ts';
import { addStep, holdSeries, insertInvoice, moveSeries, type NewInvoice } from './invoice-write.store.ts';
import type { Drafting, PartnerDraft } from './drafting/partner-draft.ts';
import { makeDocument } from './drafting/make-document.ts';

/** A number in the series of a partner: continuous, and never another partner's. */
function invoiceNumber(prefix: string, series: number, place: number): string {
  return `${prefix}-${String(series).padStart(4, '0')}-${String(place).padStart(6, '0')}`;
}

export interface IssueInput {
  readonly draft: PartnerDraft;
  readonly drafting: Drafting;
  readonly at: Instant;
  readonly factSeq: bigint;
  /** How the document's currency becomes that of the books; null when they are the same. */
  readonly terms: ExchangeTerms | null;
}

/** Makes out one document: takes its number, freezes what is on it, and keeps it. Null while something is missing. */
export async function issueDraft(tx: Tx, context: Context, input: IssueInput): Promise<NewInvoice | null> {
  const { workspaceId, actor } = context;
  const { draft, drafting, at, factSeq, terms } = input;
  const { invoicing, place: workspace } = drafting;
  const { place, number, issuedOn } = await nextPlace(tx, workspaceId, draft.partnerId, {
    prefix: invoicing.numberPrefix,
    today: localDateOf(at, workspace.zone),
  });
  const document = makeDocument(draft, drafting, { number, issuedOn, vatInBooks: null });
  if (document === null || draft.draft === null || draft.basis === null) return null;
  const told = { ...document, vatInBooks: vatInBooks(document, workspace.currency, terms) };
  const { net, vat } = invoiceTotals(told);
  const invoice: NewInvoice = {
    id: newUuid(at),
    partnerId: draft.partnerId,
    type: told.type,
    number,
    place,
    state: 'issued',
    currency: told.currency,
    net,
    vat,
    vatCategory: told.vat.category,
    vatRate: told.vat.rate,
    selfAssessed: told.vat.category === 'AE' ? vatOn(net, invoicing.selfAssessedRate) : 0n,
    issuedOn,
    dueOn: told.dueOn,
    periodFrom: told.period?.from ?? issuedOn,
    periodTo: told.period?.to ?? issuedOn,
    mandateId: draft.mandate?.id ?? null,
    language: workspace.language,
    document: told,
    decision: draft.basis.told,
    reopens: false,
    createdAt: at,
    createdBy: actorKey(actor),
    factSeq,
    parts: draft.months.map(({ key, source, earned, takenBack }) => ({
      statementId: source === 'statement' ? key : null,
      reopenedId: source === 'credit_note' ? key : null,
      net: earned - takenBack,
    })),
    credits: draft.draft.credits,
  };
  await keepIssued(tx, context, invoice);
  return invoice;
}

/** The next place in the series of a partner, which is held until the transaction ends; its days never go back. */
export async function nextPlace(
  tx: Tx,
  workspaceId: string,
  partnerId: string,
  { prefix, today }: { readonly prefix: string; readonly today: LocalDate },
): Promise<{ readonly place: number; readonly number: string; readonly issuedOn: LocalDate }> {
  const { series, lastNumber, lastOn } = await holdSeries(tx, workspaceId, partnerId);
  const place = lastNumber + 1;
  const issuedOn = lastOn !== null && lastOn > today ? lastOn : today;
  return { place, number: invoiceNumber(prefix, series, place), issuedOn };
}

/** Keeps a document that was made out, at the place that was taken for it. */
export async function keepIssued(tx: Tx, { workspaceId, actor }: Context, invoice: NewInvoice): Promise<void> {
  const { id, partnerId, number, place, issuedOn, createdAt } = invoice;
  if (place === null || !(await insertInvoice(tx, workspaceId, invoice))) throw new Error(`the number ${number} was given twice`);
  await moveSeries(tx, workspaceId, partnerId, place, issuedOn);
  await addStep(tx, workspaceId, id, { at: createdAt, kind: 'issued', side: 'company', actor, text: null });
}

function vatInBooks(document: InvoiceDocument, books: string, exchange: ExchangeTerms | null): InvoiceDocument['vatInBooks'] {
  if (document.currency === books || exchange === null) return null;
  const { vat } = invoiceTotals(document);
  return { currency: books, amount: exchangedAmount({ currency: document.currency, amount: vat, body: { exchange } }) };
}

/** What the audit trail keeps of a document. */
export function auditedInvoice(invoice: Pick<NewInvoice, 'id' | 'type' | 'number' | 'partnerId' | 'currency' | 'net' | 'vat'>) {
  const { type, number, partnerId, currency, net, vat } = invoice;
  return { type, number, partnerId: encodeId('prt', partnerId), currency, net, vat };
}
