import type { ListInvoices } from '@cordee/contract/invoice';
import type { InvoiceDrafts } from '@cordee/contract/invoice-draft';
import type { InvoiceAnswer, InvoiceDetail } from '@cordee/contract/invoice-answers';
import { encodeId } from '@cordee/core/ids';
import { vatOn } from '@cordee/core/invoice';
import type { Language } from '@cordee/contract/language';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { narrowedPartner, ownPartner } from '../../../platform/own-partner.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { draftPartners } from '../drafting/draft-partners.ts';
import type { PartnerDraft } from '../drafting/partner-draft.ts';
import { obstacleText } from '../drafting/obstacle-words.ts';
import { invoiceAnswer, invoiceDetail } from '../invoice-answer.ts';
import type { InvoiceParts } from '../invoice-parts.ts';
import { mustReadInvoices, mustSeeDrafts } from '../invoice.policy.ts';
import { findInvoice, selectInvoices } from '../invoice.store.ts';

/** A page of documents, newest first; a partner finds its own. */
export function listInvoices(
  context: Context,
  query: ListInvoices,
): Promise<{ items: Wire<InvoiceAnswer>[]; nextCursor: string | null }> {
  mustReadInvoices(context.actor);
  const partnerId = narrowedPartner(context.actor, query.partnerId);
  const [before = null] = decodeCursor(query.cursor, 1) ?? [];
  return read(context, async (tx) => {
    const rows = await selectInvoices(tx, context.workspaceId, { ...query, partnerId, before, limit: query.limit + 1 });
    return pageOfRows(rows, query.limit, invoiceAnswer, ({ id }) => [id]);
  });
}

/** A document with all that happened to it; a partner finds its own. Refuses `not_found`. */
export function getInvoice(context: Context, id: string): Promise<Wire<InvoiceDetail>> {
  mustReadInvoices(context.actor);
  return read(context, async (tx) => {
    const record = await findInvoice(tx, context.workspaceId, id, ownPartner(context.actor));
    if (record === null) throw new Refusal('not_found');
    return invoiceDetail(tx, context, record);
  });
}

/** What follows from the books and stands on no document, with what keeps each back. */
export function listDrafts(context: Context, { sealer }: InvoiceParts, partnerId: string | null): Promise<Wire<InvoiceDrafts>> {
  mustSeeDrafts(context.actor);
  const { workspaceId, language } = context;
  return read(context, async (tx) => {
    const partnerIds = partnerId === null ? null : [partnerId];
    const { drafts, receipts } = await draftPartners(tx, workspaceId, { partnerIds, now: context.now(), sealer });
    const ready = drafts.filter(({ obstacles }) => obstacles.length === 0).length;
    return { items: drafts.map((draft) => draftAnswer(draft, language)), ready, receipts };
  });
}

function draftAnswer(draft: PartnerDraft, language: Language): Wire<InvoiceDrafts>['items'][number] {
  const { net, vat, months } = draft;
  return {
    partnerId: encodeId('prt', draft.partnerId),
    partnerName: draft.partnerName,
    type: draft.draft?.type ?? null,
    currency: draft.currency,
    net,
    vat: vat === null ? null : vatOn(net, vat.rate),
    vatCategory: vat?.category ?? null,
    vatRate: vat?.rate ?? null,
    months: [...new Set(months.map(({ toMonth }) => toMonth))],
    obstacles: draft.obstacles.map((one) => ({
      code: one.code,
      text: obstacleText(one, language),
      missing: [...one.missing],
    })),
  };
}
