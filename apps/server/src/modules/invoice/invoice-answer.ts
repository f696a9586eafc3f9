import type { InvoiceAnswer, InvoiceDetail } from '@cordee/contract/invoice-answers';
import { encodeId } from '@cordee/core/ids';
import { vatOn } from '@cordee/core/invoice';
import { formatInstant, type Instant } from '@cordee/core/time';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Wire } from '../../platform/http/index.ts';
import { ownPartner } from '../../platform/own-partner.ts';
import { nameActors } from '../partner/index.ts';
import { selectFileForms } from './files/invoice-file.store.ts';
import { type InvoiceRecord, selectCredits, selectStatementIds, selectSteps, sumOfParts } from './invoice.store.ts';

/** A document as lists tell it. */
export function invoiceAnswer(record: InvoiceRecord): Wire<InvoiceAnswer> {
  return {
    id: encodeId('inv', record.id),
    type: record.type,
    number: record.number,
    state: record.state,
    partnerId: encodeId('prt', record.partnerId),
    partnerName: record.partnerName,
    currency: record.currency,
    net: record.net,
    vat: record.vat,
    gross: record.net + record.vat,
    vatCategory: record.vatCategory,
    vatRate: record.vatRate,
    issuedOn: record.issuedOn,
    dueOn: record.dueOn,
    period: { from: record.periodFrom, to: record.periodTo },
    deliveredAt: textOf(record.deliveredAt),
    contestUntil: textOf(record.contestUntil),
    handedOverAt: textOf(record.handedAt),
  };
}

/** A document with all that is on it and all that happened to it. Who of the company did something, the company is told. */
export async function invoiceDetail(
  tx: Tx,
  { workspaceId, actor }: Context,
  record: InvoiceRecord,
): Promise<Wire<InvoiceDetail>> {
  const { document } = record;
  const steps = await selectSteps(tx, workspaceId, record.id);
  const isCompany = ownPartner(actor) === null;
  const names = isCompany
    ? await nameActors(
        tx,
        workspaceId,
        steps.map((step) => step.actor),
      )
    : [];
  const sum = record.type === '380' ? await sumOfParts(tx, workspaceId, record.id) : null;
  return {
    ...invoiceAnswer(record),
    seller: document?.seller ?? null,
    buyer: document?.buyer ?? null,
    lines: document?.lines.map((line) => ({ ...line })) ?? [],
    notes: document?.notes.map((note) => ({ ...note })) ?? [],
    exemption: document?.vat.exemption?.text ?? null,
    statementIds: (await selectStatementIds(tx, workspaceId, record.id)).map((id) => encodeId('stm', id)),
    credits: (await selectCredits(tx, workspaceId, record.id, 'of')).map(relatedAnswer),
    creditedBy: (await selectCredits(tx, workspaceId, record.id, 'by')).map(relatedAnswer),
    expected: sum === null ? null : { net: sum, vat: vatOn(sum, record.vatRate) },
    steps: steps.map(({ number, kind, side, text, platformCode, at, platformAt }, index) => ({
      number,
      kind,
      side,
      text,
      platformCode,
      at: formatInstant(at),
      platformAt: textOf(platformAt),
      author: names[index]?.name ?? null,
    })),
    files: await selectFileForms(tx, workspaceId, record.id),
  };
}

function relatedAnswer({
  invoiceId,
  number,
  net,
}: {
  readonly invoiceId: string;
  readonly number: string;
  readonly net: bigint;
}) {
  return { invoiceId: encodeId('inv', invoiceId), number, net };
}

function textOf(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at);
}
