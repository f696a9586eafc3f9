import type { Language } from '@cordee/contract/language';
import { decodeId } from '@cordee/core/ids';
import { formatMoney } from '@cordee/core/money';
import { localDateOf } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import type { Happened } from '../../platform/outbox/index.ts';
import { findInvoice } from '../invoice/index.ts';
import type { MessagingParts } from './parts.ts';
import { writeMail } from './sending/write-mail.ts';
import type { InvoiceNews, InvoiceTold } from './templates/invoice-news.ts';
import type { InvoicePress } from './templates/invoice-to-answer.ts';
import { partnersToTell, senderOf, staff } from './who.ts';

const forPartner: ReadonlySet<string> = new Set<InvoiceNews>(['delivered', 'accepted', 'refused']);
const forStaff: ReadonlySet<string> = new Set<InvoicePress>(['contested', 'sent']);

/** Writes to the other side about a document: that it is there, or what was said of it. */
export async function tellInvoice(tx: Tx, parts: MessagingParts, workspaceId: string, happened: Happened): Promise<void> {
  const { id, action, actor, subject, after } = happened;
  const event = action.slice('invoice.'.length);
  const invoiceId = decodeId('inv', subject);
  const invoice = invoiceId === null ? null : await findInvoice(tx, workspaceId, invoiceId, null);
  if (invoice === null) return;
  const { partnerId, number, type, net, vat, currency, contestUntil } = invoice;
  const sender = await senderOf(tx, parts, workspaceId);
  const [partner] = await partnersToTell(tx, workspaceId, [partnerId]);
  const money = { amount: net + vat, currency };
  const told: Omit<InvoiceTold, 'place' | 'gross'> = {
    workspace: sender.name,
    partner: partner?.name ?? invoice.partnerName,
    number,
    isCredit: type === '261',
    reason: reasonOf(after),
  };
  const priced = <Letter extends object>(letter: Letter) => {
    return (language: Language) => ({ ...letter, gross: formatMoney(money, language) });
  };
  const isByPartner = actor !== null && typeof actor === 'object' && 'role' in actor && actor.role === 'partner';
  if (forStaff.has(event) && isByPartner) {
    const letter = { ...told, event: event as InvoicePress, place: `${parts.baseUrl}/console/invoices/${subject}` };
    const to = await staff(tx, sender, ['owner', 'finance']);
    await writeMail(tx, parts, sender, { kind: 'invoice_to_answer', to, occasion: id, data: priced(letter) });
  }
  if (forPartner.has(event) && !isByPartner && partner !== undefined) {
    const lastDay = event !== 'delivered' || contestUntil === null ? null : localDateOf(contestUntil - 1, sender.zone);
    const letter = { ...told, event: event as InvoiceNews, lastDay, place: `${parts.baseUrl}/portal/invoices/${subject}` };
    await writeMail(tx, parts, sender, { kind: 'invoice_news', to: partner.recipients, occasion: id, data: priced(letter) });
  }
}

function reasonOf(after: unknown): string | null {
  const text = typeof after === 'object' && after !== null && 'text' in after ? after.text : null;
  return typeof text === 'string' ? text : null;
}
