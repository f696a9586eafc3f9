import type { Bilingual } from '@cordee/contract/language';
import { Refusal } from '../../platform/refusal.ts';

function conflict(path: string, rule: string, message: Bilingual): Refusal {
  return new Refusal('conflict', [{ path, rule, message }]);
}

export function alreadyAnswered(): Refusal {
  return conflict('id', 'proposed', {
    en: 'These details no longer wait for an answer.',
    fr: 'Ces renseignements n’attendent plus de réponse.',
  });
}

export function noVatNumber(): Refusal {
  return conflict('id', 'vat_number', {
    en: 'No VAT number of this partner is in force: enter its tax details first.',
    fr: 'Aucun numéro de TVA de ce partenaire n’est en vigueur : saisissez d’abord ses renseignements fiscaux.',
  });
}

export function checksAreOff(): Refusal {
  return conflict('id', 'checks_vat', {
    en: 'VAT numbers are not checked here: an owner or finance can switch it on under taxes, or vouch for this one.',
    fr: 'Les numéros de TVA ne sont pas vérifiés ici : un propriétaire ou la finance peut l’activer sous fiscalité, ou attester celui-ci.',
  });
}

export function nothingToReview(): Refusal {
  return conflict('id', 'review', {
    en: 'No rule asks for a review of this partner today.',
    fr: 'Aucune règle ne demande d’examiner ce partenaire aujourd’hui.',
  });
}

export function noDocumentRule(): Refusal {
  return conflict('treatAs', 'rule', {
    en: 'Choose a rule of the table in force that gives an invoice or a receipt.',
    fr: 'Choisissez une règle de la table en vigueur qui donne une facture ou un reçu.',
  });
}

export function draftExists(): Refusal {
  return conflict('id', 'draft', {
    en: 'There is a draft already: change it, or publish it first.',
    fr: 'Un brouillon existe déjà : modifiez-le, ou publiez-le d’abord.',
  });
}

export function isPublished(): Refusal {
  return conflict('id', 'published', {
    en: 'A published table never changes: draft the next version.',
    fr: 'Une table publiée ne change plus : préparez la version suivante.',
  });
}

export function dayIsPast(): Refusal {
  return conflict('validFrom', 'past', {
    en: 'This day is over: a table is in force from today or later. Which days of service a rule holds for is said in the rule.',
    fr: 'Ce jour est passé : une table est en vigueur à partir d’aujourd’hui ou plus tard. Les jours de prestation d’une règle se disent dans la règle.',
  });
}
