import type { SendInvoice } from '@cordee/contract/invoice';
import type { InvoiceDetail } from '@cordee/contract/invoice-answers';
import type { Language } from '@cordee/contract/language';
import { encodeId } from '@cordee/core/ids';
import { type InvoiceVat, vatOn } from '@cordee/core/invoice';
import { formatMoney, rate as rateOf, ratePercentText } from '@cordee/core/money';
import { hash } from 'node:crypto';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { ownPartner } from '../../../platform/own-partner.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { actorKey } from '../../bank/index.ts';
import { mustKnowPartners } from '../../partner/index.ts';
import { draftPartners } from '../drafting/draft-partners.ts';
import { daysOf, type Drafting, type PartnerDraft } from '../drafting/partner-draft.ts';
import { draftFaults } from '../drafting/obstacle-words.ts';
import { keepFile } from '../files/invoice-file.store.ts';
import { readSent, type SentFigures, type SentMedia } from '../files/read-sent.ts';
import { invoiceDetail } from '../invoice-answer.ts';
import type { InvoiceParts } from '../invoice-parts.ts';
import { mayAnswerInvoices } from '../invoice.policy.ts';
import { addStep, insertInvoice } from '../invoice-write.store.ts';
import { mustNamePartner, obstacle, sentByOthers } from '../refusals.ts';
import { mustHold } from '../take-step.ts';

export interface SentFile {
  readonly bytes: Buffer;
  readonly media: SentMedia;
}

/**
 * A partner's own invoice, matched to what its closed months come to: what it states must be the sum of some of them, oldest first, with the VAT
 * its tax details ask for. Refuses `invoice_unreadable`, `invalid_request` without figures, `invoice_obstacle` where nothing matches, saying what
 * would, `already_exists`, and `conflict` where the company makes out the invoices itself.
 */
export async function sendInvoice(
  context: Context,
  { sealer }: InvoiceParts,
  query: SendInvoice,
  file: SentFile,
): Promise<Wire<InvoiceDetail>> {
  const { workspaceId, actor } = context;
  const own = mayAnswerInvoices(actor);
  const partnerId = mustNamePartner(own, query.partnerId);
  const figures = await readSent(file, query);
  return write(context, async (tx) => {
    await mustKnowPartners(tx, workspaceId, [partnerId]);
    const now = context.now();
    const drafting = await draftPartners(tx, workspaceId, { partnerIds: [partnerId], now, sealer });
    if (drafting.invoicing.selfBilling) throw sentByOthers();
    const { draft, vat, months } = mustMatch(drafting, figures);
    const id = newUuid(now);
    const days = months.map(daysOf);
    const isNew = await insertInvoice(tx, workspaceId, {
      id,
      partnerId,
      type: '380',
      number: figures.number,
      place: null,
      state: 'submitted',
      currency: figures.currency,
      net: figures.net,
      vat: figures.vat,
      vatCategory: vat.category,
      vatRate: vat.rate,
      selfAssessed: vat.category === 'AE' ? vatOn(figures.net, drafting.invoicing.selfAssessedRate) : 0n,
      issuedOn: figures.issuedOn,
      dueOn: null,
      periodFrom: days[0]?.from ?? figures.issuedOn,
      periodTo: days.at(-1)?.to ?? figures.issuedOn,
      mandateId: null,
      language: drafting.place.language,
      document: null,
      decision: draft.basis?.told ?? {},
      reopens: false,
      createdAt: now,
      createdBy: actorKey(actor),
      factSeq: null,
      parts: months.map(({ key, source, earned, takenBack }) => ({
        statementId: source === 'statement' ? key : null,
        reopenedId: source === 'credit_note' ? key : null,
        net: earned - takenBack,
      })),
      credits: [],
    });
    if (!isNew) throw new Refusal('already_exists');
    const { bytes, media } = file;
    const sha256 = hash('sha256', bytes, 'hex');
    const fileName = safeName(query.fileName, media);
    await keepFile(tx, workspaceId, id, { form: 'sent', mediaType: media, fileName, bytes, sha256 }, now);
    const side = ownPartner(actor) === null ? ('company' as const) : ('partner' as const);
    await addStep(tx, workspaceId, id, { at: now, kind: 'sent', side, actor, text: null });
    const after = { number: figures.number, currency: figures.currency, net: figures.net, vat: figures.vat, sha256 };
    const audit = { action: 'invoice.sent', subject: encodeId('inv', id), after };
    return { result: await invoiceDetail(tx, context, await mustHold(tx, context, id, own)), audit };
  });
}

interface Match {
  readonly draft: PartnerDraft;
  readonly vat: InvoiceVat;
  readonly months: PartnerDraft['months'];
}

/** The months, oldest first, whose sum the invoice states. */
function mustMatch({ drafts }: Drafting, figures: SentFigures): Match {
  const possible = drafts.filter(({ draft, currency }) => draft?.type === '389' && currency === figures.currency);
  const sums: bigint[] = [];
  for (const draft of possible) {
    if (draft.vat === null) continue;
    let sum = 0n;
    for (const [index, { earned, takenBack }] of draft.months.entries()) {
      sum += earned - takenBack;
      sums.push(sum);
      if (sum !== figures.net) continue;
      mustCharge(draft.vat, figures);
      return { draft, vat: draft.vat, months: draft.months.slice(0, index + 1) };
    }
  }
  if (sums.length === 0) throw obstacle([nothingOpen(figures), ...draftFaults(drafts, [])].slice(0, 20));
  const amounts = sums.filter((sum) => sum > 0n);
  throw obstacle([
    {
      path: 'net',
      rule: 'matches',
      message: {
        en: `It must state what closed months come to, without VAT: ${listed(amounts, figures.currency, 'en')}.`,
        fr: `Elle doit porter ce que totalisent des mois clos, hors TVA : ${listed(amounts, figures.currency, 'fr')}.`,
      },
    },
  ]);
}

function listed(amounts: readonly bigint[], currency: string, language: Language): string {
  const or = language === 'fr' ? ' ou ' : ' or ';
  return amounts.map((amount) => formatMoney({ amount, currency }, language)).join(or);
}

function nothingOpen({ currency }: SentFigures) {
  return {
    path: 'net',
    rule: 'matches',
    message: {
      en: `No closed month in ${currency} waits for an invoice.`,
      fr: `Aucun mois clos en ${currency} n’attend de facture.`,
    },
  };
}

function mustCharge({ rate, category }: InvoiceVat, { net, vat, currency }: SentFigures): void {
  const expected = vatOn(net, rate);
  if (vat === expected) return;
  const percent = (language: Language) => ratePercentText(rateOf(BigInt(rate), 10_000n), language);
  throw obstacle([
    {
      path: 'vat',
      rule: 'matches',
      message: {
        en: `By the tax details its VAT must be ${formatMoney({ amount: expected, currency }, 'en')} (${category}, ${percent('en')}).`,
        fr: `D’après les renseignements fiscaux, sa TVA doit être ${formatMoney({ amount: expected, currency }, 'fr')} (${category}, ${percent('fr')}).`,
      },
    },
  ]);
}

/** Shown to people and written to disks: letters, digits and a few marks, with the ending of what it is. */
function safeName(name: string | undefined, media: SentMedia): string {
  const ending = media === 'application/pdf' ? 'pdf' : 'xml';
  const plain = (name ?? 'invoice').replaceAll(/\.[A-Za-z0-9]{1,5}$/gu, '').replaceAll(/[^\p{L}\p{N} _.-]+/gu, '_');
  return `${plain.slice(0, 100)}.${ending}`;
}
