import type { Bilingual, Language } from '@cordee/contract/language';
import { button, rows, text, type Message, type Template } from '../message.ts';
import type { InvoiceTold } from './invoice-news.ts';

export type InvoicePress = 'contested' | 'sent';

/** To the company: a partner contests a document, or sent one of its own. */
export interface InvoiceToAnswerData extends InvoiceTold {
  readonly event: InvoicePress;
}

export const invoiceToAnswer: Template<InvoiceToAnswerData> = {
  en: (data) => messageOf(data, 'en'),
  fr: (data) => messageOf(data, 'fr'),
};

const subjects: Readonly<Record<InvoicePress, (partner: string, number: string) => Bilingual>> = {
  contested: (partner, number) => ({ en: `${partner} contests ${number}`, fr: `${partner} conteste ${number}` }),
  sent: (partner, number) => ({ en: `${partner} sent invoice ${number}`, fr: `${partner} a envoyé la facture ${number}` }),
};

const openings: Readonly<Record<InvoicePress, (partner: string) => Bilingual>> = {
  contested: (partner) => ({
    en: `${partner} contests a document that was made out in its name. Take it back by a credit note if that is right; the same amounts can then be made out anew.`,
    fr: `${partner} conteste un document établi en son nom. Annulez-le par un avoir s’il a raison ; les mêmes montants peuvent ensuite être facturés à nouveau.`,
  }),
  sent: (partner) => ({
    en: `${partner} sent an invoice that matches its closed months. Accept it, or refuse it with a reason.`,
    fr: `${partner} a envoyé une facture qui correspond à ses mois clos. Acceptez-la, ou refusez-la avec un motif.`,
  }),
};

function messageOf({ event, partner, number, gross, reason, place }: InvoiceToAnswerData, language: Language): Message {
  const words =
    language === 'fr'
      ? { gross: 'TTC', reason: 'Motif', see: 'Voir le document' }
      : { gross: 'With VAT', reason: 'Reason', see: 'See the document' };
  return {
    subject: subjects[event](partner, number)[language],
    preview: openings[event](partner)[language],
    blocks: [
      text(openings[event](partner)[language]),
      rows([words.gross, gross], ...(reason === null ? [] : [[words.reason, reason] as const])),
      button(words.see, place),
    ],
  };
}
