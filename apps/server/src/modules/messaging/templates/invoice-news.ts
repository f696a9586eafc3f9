import type { Bilingual, Language } from '@cordee/contract/language';
import { formatDate, type LocalDate } from '@cordee/core/time';
import { button, note, rows, text, type Message, type Template } from '../message.ts';

export type InvoiceNews = 'delivered' | 'accepted' | 'refused';

/** What is told of a document. */
export interface InvoiceTold {
  readonly workspace: string;
  readonly partner: string;
  readonly number: string;
  readonly isCredit: boolean;
  /** Formatted. */
  readonly gross: string;
  readonly reason: string | null;
  readonly place: string;
}

/** To a partner: a document was made out in its name, or what it sent was decided about. */
export interface InvoiceNewsData extends InvoiceTold {
  readonly event: InvoiceNews;
  /** When silence accepts it. */
  readonly lastDay: LocalDate | null;
}

export const invoiceNews: Template<InvoiceNewsData> = {
  en: (data) => messageOf(data, 'en'),
  fr: (data) => messageOf(data, 'fr'),
};

const subjects: Readonly<Record<InvoiceNews, (number: string, isCredit: boolean) => Bilingual>> = {
  delivered: (number, isCredit) => ({
    en: `${isCredit ? 'Credit note' : 'Invoice'} ${number}, made out in your name`,
    fr: `${isCredit ? 'Avoir' : 'Facture'} ${number}, ${isCredit ? 'établi' : 'établie'} en votre nom`,
  }),
  accepted: (number) => ({ en: `Your invoice ${number} is accepted`, fr: `Votre facture ${number} est acceptée` }),
  refused: (number) => ({ en: `Your invoice ${number} is refused`, fr: `Votre facture ${number} est refusée` }),
};

const openings: Readonly<Record<InvoiceNews, (workspace: string, partner: string) => Bilingual>> = {
  delivered: (workspace, partner) => ({
    en: `By your mandate, ${workspace} has made out a document in the name of ${partner}.`,
    fr: `En vertu de votre mandat, ${workspace} a établi un document au nom de ${partner}.`,
  }),
  accepted: (workspace) => ({
    en: `${workspace} has accepted the invoice you sent: its VAT is payable along with your commissions.`,
    fr: `${workspace} a accepté la facture que vous avez envoyée : sa TVA est exigible avec vos commissions.`,
  }),
  refused: (workspace) => ({
    en: `${workspace} has refused the invoice you sent. You can send another one for the same months.`,
    fr: `${workspace} a refusé la facture que vous avez envoyée. Vous pouvez en envoyer une autre pour les mêmes mois.`,
  }),
};

function messageOf(data: InvoiceNewsData, language: Language): Message {
  const { event, workspace, partner, number, isCredit, gross, reason, lastDay, place } = data;
  const words =
    language === 'fr'
      ? { gross: 'TTC', reason: 'Motif', see: 'Voir le document', silent: 'Sans réponse d’ici là, il est accepté :' }
      : { gross: 'With VAT', reason: 'Reason', see: 'See the document', silent: 'Without an answer by then it is accepted:' };
  return {
    subject: subjects[event](number, isCredit)[language],
    preview: openings[event](workspace, partner)[language],
    blocks: [
      text(openings[event](workspace, partner)[language]),
      rows([words.gross, gross], ...(reason === null ? [] : [[words.reason, reason] as const])),
      button(words.see, place),
      ...(lastDay === null ? [] : [note(`${words.silent} ${formatDate(lastDay, language)}.`)]),
    ],
  };
}
