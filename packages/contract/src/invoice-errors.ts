import type { ErrorEntry } from './error-entry.ts';

/** What making out and receiving invoices refuses. */
export const invoiceErrors = {
  invoice_obstacle: {
    status: 409,
    title: {
      en: 'Something keeps this document from being made out.',
      fr: 'Quelque chose empêche d’établir ce document.',
    },
    hint: {
      en: 'Nothing was changed. The fields say what is missing and of whom; what was earned is not touched.',
      fr: 'Rien n’a été changé. Les champs disent ce qui manque et pour qui ; ce qui est gagné n’est pas touché.',
    },
  },
  invoice_unreadable: {
    status: 422,
    title: {
      en: 'This is no PDF or XML invoice that can be read.',
      fr: 'Ce n’est pas une facture PDF ou XML lisible.',
    },
    hint: {
      en: 'Nothing was changed. Send the PDF as it was made, a Factur-X, or its XML (CII), whole and without a password.',
      fr: 'Rien n’a été changé. Envoyez le PDF tel qu’il a été produit, un Factur-X, ou son XML (CII), entier et sans mot de passe.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
