import type { PreviewDraft } from '@cordee/contract/invoice-draft';
import { localDateOf } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { draftPartners } from '../drafting/draft-partners.ts';
import { makeDocument } from '../drafting/make-document.ts';
import type { InvoiceParts } from '../invoice-parts.ts';
import { mustSeeDrafts } from '../invoice.policy.ts';
import { drawInvoice } from '../paper/draw-invoice.ts';
import { paperWords } from '../paper/paper-words.ts';

export interface Preview {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** A draft as it would look on paper today, in the language of the company. Refuses `not_found` for what cannot be issued. */
export async function previewDraft(context: Context, { sealer }: InvoiceParts, query: PreviewDraft): Promise<Preview> {
  mustSeeDrafts(context.actor);
  const { workspaceId } = context;
  const { partnerId, currency, place: index } = query;
  const now = context.now();
  const { document, language } = await read(context, async (tx) => {
    const drafting = await draftPartners(tx, workspaceId, { partnerIds: [partnerId], now, sealer });
    const ready = drafting.drafts.filter((one) => one.currency === currency && one.obstacles.length === 0);
    const draft = ready[index];
    if (draft === undefined) throw new Refusal('not_found');
    const number = paperWords[drafting.place.language].draft;
    const issuedOn = localDateOf(now, drafting.place.zone);
    return { document: makeDocument(draft, drafting, { number, issuedOn, vatInBooks: null }), language: drafting.place.language };
  });
  if (document === null) throw new Refusal('not_found');
  const bytes = await drawInvoice(document, language, now, true);
  return { fileName: `${document.number}-${document.period?.to ?? document.issuedOn}.pdf`, bytes };
}
