import type { Language } from '@cordee/contract/language';

interface Words {
  readonly earned: (month: string) => string;
  readonly takenBack: (month: string) => string;
  readonly statement: (number: string) => string;
  readonly replaces: (invoice: string, creditNote: string) => string;
  readonly credit: (invoice: string) => string;
  readonly selfBilled: (mention: string, buyer: string, seller: string, mandateDay: string) => string;
}

/** What the lines and notes of a document say, in its language. */
export const documentWords: Readonly<Record<Language, Words>> = {
  fr: {
    earned: (month) => `Commissions d’apport d’affaires, ${month}`,
    takenBack: (month) => `Reprises de commissions, ${month}`,
    statement: (number) => `Relevé ${number}`,
    replaces: (invoice, creditNote) => `Remplace la facture ${invoice}, annulée par l’avoir ${creditNote}`,
    credit: (invoice) => `Annulation de la facture ${invoice}`,
    selfBilled: (mention, buyer, seller, day) =>
      `${mention} : document établi par ${buyer} au nom et pour le compte de ${seller} (mandat du ${day}).`,
  },
  en: {
    earned: (month) => `Commissions for business introduced, ${month}`,
    takenBack: (month) => `Commissions taken back, ${month}`,
    statement: (number) => `Statement ${number}`,
    replaces: (invoice, creditNote) => `Replaces invoice ${invoice}, taken back by credit note ${creditNote}`,
    credit: (invoice) => `Takes back invoice ${invoice}`,
    selfBilled: (mention, buyer, seller, day) =>
      `${mention}: made out by ${buyer} in the name and on behalf of ${seller} (mandate of ${day}).`,
  },
};
