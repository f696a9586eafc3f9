import type { Bilingual } from '@cordee/contract/language';

/** Why a row was left out, for the person who will correct it. */
export const rejects = {
  missing: { en: 'A required value is missing.', fr: 'Une valeur obligatoire manque.' },
  columns: { en: 'The row has fewer or more columns than the header.', fr: "La ligne n'a pas autant de colonnes que l'en-tête." },
  quote: { en: 'A quotation mark is never closed.', fr: "Un guillemet n'est jamais refermé." },
  encoding: { en: 'The text is not UTF-8.', fr: "Le texte n'est pas en UTF-8." },
  amount: { en: 'Not an amount of that currency, such as 49.90.', fr: 'Pas un montant de cette devise, par exemple 49,90.' },
  negative_amount: {
    en: 'An amount is at least zero; refunds have files of their own.',
    fr: 'Un montant vaut au moins zéro ; les remboursements ont leurs propres fichiers.',
  },
  amount_too_large: {
    en: 'The amount exceeds what can be counted exactly.',
    fr: 'Le montant dépasse ce qui se compte exactement.',
  },
  currency: { en: 'Unknown ISO 4217 currency.', fr: 'Devise ISO 4217 inconnue.' },
  date: { en: 'Not a date of the form of this file.', fr: 'Pas une date à la forme de ce fichier.' },
  future: { en: 'The date lies in the future.', fr: 'La date est dans le futur.' },
  too_long: { en: 'The text is too long.', fr: 'Le texte est trop long.' },
  control_characters: { en: 'The text holds control characters.', fr: 'Le texte contient des caractères de contrôle.' },
  integer: { en: 'A whole number from 1 on is expected.', fr: 'Un nombre entier à partir de 1 est attendu.' },
  country: {
    en: 'Two letters of ISO 3166-1 are expected, such as FR.',
    fr: 'Deux lettres ISO 3166-1 sont attendues, par exemple FR.',
  },
  email: { en: 'Not an e-mail address.', fr: 'Pas une adresse e-mail.' },
  code: { en: 'Cannot be a code.', fr: 'Ne peut pas être un code.' },
  click_id: { en: 'Not one of our click ids (clk_…).', fr: "Pas l'un de nos identifiants de clic (clk_…)." },
  uuid: { en: 'Not a UUID.', fr: 'Pas un UUID.' },
  choice: { en: 'Not one of the values known here.', fr: "Pas l'une des valeurs connues ici." },
  unknown_code: { en: 'No link has this code.', fr: "Aucun lien n'a ce code." },
  unknown_partner: { en: 'No partner is known by this.', fr: "Aucun partenaire n'est connu ainsi." },
  partner_without_code: {
    en: 'This partner has no link: create one, then import again.',
    fr: "Ce partenaire n'a pas de lien : créez-en un, puis importez à nouveau.",
  },
  not_counted: { en: 'The other system did not count it in the end.', fr: "L'autre système ne l'a finalement pas compté." },
  idempotency_conflict: {
    en: 'Its id was already recorded with other content.',
    fr: 'Son identifiant a déjà été enregistré avec un autre contenu.',
  },
  refund_exceeds_line: { en: 'More than what is left of the sale.', fr: 'Plus que ce qui reste de la vente.' },
  already_exists: {
    en: 'Something else already has this name, id or code.',
    fr: 'Autre chose porte déjà ce nom, cet identifiant ou ce code.',
  },
  unknown_commission: { en: 'No commission has this id.', fr: 'Aucune commission n’a cet identifiant.' },
  in_payout: {
    en: 'It is part of a payout under way and can no longer be held.',
    fr: 'Elle fait partie d’un versement en cours et ne peut plus être bloquée.',
  },
  paid: { en: 'It was paid and can no longer be held.', fr: 'Elle a été versée et ne peut plus être bloquée.' },
  reversed: { en: 'Nothing is left of it to decide about.', fr: 'Il n’en reste rien à décider.' },
  refused: { en: 'It was refused.', fr: 'Elle a été refusée.' },
} as const satisfies Record<string, Bilingual>;

export type RejectCode = keyof typeof rejects;

export function isRejectCode(code: string): code is RejectCode {
  return Object.hasOwn(rejects, code);
}
