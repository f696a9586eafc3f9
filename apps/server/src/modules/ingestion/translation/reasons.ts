import type { Bilingual } from '@cordee/contract/language';

/** Why an event gave no fact. */
export const reasons = {
  unknown_type: { en: 'This type of event says nothing we count.', fr: "Ce type d'événement ne dit rien que nous comptions." },
  not_paid: { en: 'Nothing is paid yet.', fr: "Rien n'est encore payé." },
  payment_failed: { en: 'The payment failed.', fr: 'Le paiement a échoué.' },
  amount_is_zero: { en: 'Nothing was charged.', fr: "Rien n'a été facturé." },
  told_by_invoice: { en: 'The invoice of this payment tells the sale.', fr: 'La facture de ce paiement raconte la vente.' },
  told_by_refund: { en: 'The refund behind this credit note tells it.', fr: 'Le remboursement lié à cet avoir le raconte.' },
  nothing_new: { en: 'Everything in it was already recorded.', fr: 'Tout ce qu’il contient était déjà enregistré.' },
  nothing_to_refund: {
    en: 'The sale earned nothing that could be taken back.',
    fr: "La vente n'a rien rapporté qui puisse être repris.",
  },
  refund_failed: {
    en: 'The refund failed before anything was taken back for it.',
    fr: "Le remboursement a échoué avant que rien n'ait été repris.",
  },
  not_settled: { en: 'The outcome is not known yet.', fr: "L'issue n'est pas encore connue." },
  linked: {
    en: 'Noted: it links a payment to its invoice or customer.',
    fr: 'Noté : il relie un paiement à sa facture ou à son client.',
  },
  person_updated: { en: "The customer's details were updated.", fr: 'Les coordonnées du client ont été mises à jour.' },
  person_erased: { en: "The customer's personal data were erased.", fr: 'Les données personnelles du client ont été effacées.' },
  request_noted: {
    en: 'The request was noted; answer it within the legal time.',
    fr: 'La demande est notée ; répondez-y dans le délai légal.',
  },
  ping: { en: 'A test call.', fr: 'Un appel de test.' },
} as const satisfies Record<string, Bilingual>;

export type ReasonCode = keyof typeof reasons;
