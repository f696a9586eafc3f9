import type { Language } from '@cordee/contract/language';
import type { InvoiceType } from '@cordee/core/invoice';

interface PaperWords {
  readonly titles: Readonly<Record<InvoiceType, string>>;
  readonly madeOutBy: (buyer: string) => string;
  readonly seller: string;
  readonly buyer: string;
  readonly registration: (isSiren: boolean) => string;
  readonly vatNumber: string;
  readonly taxNumber: string;
  readonly electronicAddress: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly period: string;
  readonly days: (from: string, to: string) => string;
  readonly mandate: string;
  readonly preceding: string;
  readonly precedingOf: (number: string, day: string) => string;
  readonly columns: readonly [string, string, string, string, string];
  readonly vatTitle: string;
  readonly vatColumns: readonly [string, string, string, string];
  readonly categories: Readonly<Record<string, string>>;
  readonly dueCodes: Readonly<Record<'5' | '72', string>>;
  readonly net: string;
  readonly vat: string;
  readonly vatInBooks: (currency: string) => string;
  readonly gross: string;
  readonly due: Readonly<Record<InvoiceType, string>>;
  readonly paymentTitle: string;
  readonly payment: (account: string) => string;
  readonly holder: string;
  readonly notesTitle: string;
  readonly inside: string;
  /** In the place of a number, and at the foot of each page of what is no document yet. */
  readonly draft: string;
  readonly noDocument: string;
  readonly page: (page: number, pages: number) => string;
}

/** The words of an invoice on paper. */
export const paperWords: Readonly<Record<Language, PaperWords>> = {
  en: {
    titles: { '389': 'Invoice', '261': 'Credit note' },
    madeOutBy: (buyer) => `Self-billing: made out by ${buyer} in the name and on behalf of the supplier`,
    seller: 'Supplier',
    buyer: 'Customer',
    registration: (isSiren) => (isSiren ? 'SIREN' : 'Registration'),
    vatNumber: 'VAT number',
    taxNumber: 'Tax number',
    electronicAddress: 'Electronic address',
    issuedOn: 'Date of issue',
    dueOn: 'Due on',
    period: 'Period',
    days: (from, to) => `${from} to ${to}`,
    mandate: 'Mandate',
    preceding: 'Credits',
    precedingOf: (number, day) => `${number} of ${day}`,
    columns: ['Service', 'Quantity', 'Unit price, net', 'VAT', 'Amount, net'],
    vatTitle: 'VAT',
    vatColumns: ['Treatment', 'Rate', 'Net amount', 'VAT'],
    categories: {
      S: 'Subject to VAT',
      E: 'Exempt from VAT',
      AE: 'Reverse charge',
      K: 'Intra-community supply',
      G: 'Export outside the Union',
      O: 'Not subject to VAT',
      Z: 'Zero rated',
    },
    dueCodes: { '5': 'VAT is due on invoicing.', '72': 'VAT is due on payment.' },
    net: 'Total, net',
    vat: 'VAT',
    vatInBooks: (currency) => `VAT in ${currency}`,
    gross: 'Total with VAT',
    due: { '389': 'Amount due', '261': 'Amount credited' },
    paymentTitle: 'Payment',
    payment: (account) => `Transfer to ${account}`,
    holder: 'Account holder',
    notesTitle: 'Notes',
    inside: 'Factur-X: this document holds the same invoice for machines (EN 16931).',
    draft: 'DRAFT',
    noDocument: 'Draft: not an invoice, it has no number and proves nothing',
    page: (page, pages) => `${page} of ${pages}`,
  },
  fr: {
    titles: { '389': 'Facture', '261': 'Avoir' },
    madeOutBy: (buyer) => `Autofacturation : établi par ${buyer} au nom et pour le compte du fournisseur`,
    seller: 'Fournisseur',
    buyer: 'Client',
    registration: (isSiren) => (isSiren ? 'SIREN' : 'Immatriculation'),
    vatNumber: 'N° de TVA',
    taxNumber: 'N° fiscal',
    electronicAddress: 'Adresse électronique',
    issuedOn: 'Date d’émission',
    dueOn: 'Échéance',
    period: 'Période',
    days: (from, to) => `du ${from} au ${to}`,
    mandate: 'Mandat',
    preceding: 'Avoir sur',
    precedingOf: (number, day) => `${number} du ${day}`,
    columns: ['Prestation', 'Quantité', 'Prix unitaire HT', 'TVA', 'Montant HT'],
    vatTitle: 'TVA',
    vatColumns: ['Régime', 'Taux', 'Base HT', 'TVA'],
    categories: {
      S: 'Soumis à la TVA',
      E: 'Exonéré de TVA',
      AE: 'Autoliquidation',
      K: 'Livraison intracommunautaire',
      G: 'Exportation hors de l’Union',
      O: 'Hors du champ de la TVA',
      Z: 'Taux zéro',
    },
    dueCodes: { '5': 'TVA exigible d’après les débits.', '72': 'TVA exigible à l’encaissement.' },
    net: 'Total HT',
    vat: 'TVA',
    vatInBooks: (currency) => `TVA en ${currency}`,
    gross: 'Total TTC',
    due: { '389': 'Net à payer', '261': 'Montant de l’avoir' },
    paymentTitle: 'Règlement',
    payment: (account) => `Virement sur le compte ${account}`,
    holder: 'Titulaire',
    notesTitle: 'Mentions',
    inside: 'Factur-X : ce document contient la même facture pour les machines (EN 16931).',
    draft: 'BROUILLON',
    noDocument: 'Brouillon : ce n’est pas une facture, il n’a pas de numéro et ne prouve rien',
    page: (page, pages) => `${page} sur ${pages}`,
  },
};
