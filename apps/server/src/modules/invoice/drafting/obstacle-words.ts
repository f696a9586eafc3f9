import type { DraftObstacle } from '@cordee/contract/invoice-answers';
import type { FieldFault } from '@cordee/contract/errors';
import type { Bilingual, Language } from '@cordee/contract/language';
import type { Obstacle, PartnerDraft } from './partner-draft.ts';

const texts: Readonly<Record<DraftObstacle, Bilingual>> = {
  company_unknown: {
    en: 'It is not said who the company is: its name and address are entered under Settings › Company.',
    fr: 'L’entreprise n’a pas dit qui elle est : son nom et son adresse s’entrent sous Réglages › Entreprise.',
  },
  not_self_billing: {
    en: 'The company makes out no invoices: the partner sends its own.',
    fr: 'L’entreprise n’établit pas de factures : le partenaire envoie la sienne.',
  },
  no_mandate: {
    en: 'The partner has given no mandate that is in force.',
    fr: 'Le partenaire n’a donné aucun mandat en vigueur.',
  },
  tax_missing: {
    en: 'Tax details of the partner are missing, or not confirmed.',
    fr: 'Il manque des renseignements fiscaux du partenaire, ou ils ne sont pas confirmés.',
  },
  tax_review: {
    en: 'The tax rules ask for a review by a person.',
    fr: 'Les règles fiscales demandent l’examen d’une personne.',
  },
  tax_blocked: {
    en: 'The tax rules allow no document.',
    fr: 'Les règles fiscales n’autorisent aucun document.',
  },
  vat_to_ask: {
    en: 'VIES said something of the VAT number longer ago than you allow: it is asked when you make the document out; do so again a moment later.',
    fr: 'La dernière réponse de VIES sur le numéro de TVA est plus ancienne que vous ne l’admettez : il est interrogé quand vous établissez le document ; recommencez un instant après.',
  },
  comes_to_nothing: {
    en: 'What was earned and taken back comes to nothing: it waits for the next month.',
    fr: 'Gains et reprises s’annulent : cela attend le mois suivant.',
  },
  nothing_to_credit: {
    en: 'More was taken back than was ever invoiced: it waits until something is earned.',
    fr: 'Les reprises dépassent ce qui a été facturé : elles attendent que quelque chose soit gagné.',
  },
  exchange_rate_missing: {
    en: 'No recent reference rate of the currency is known: load the rates first.',
    fr: 'Aucun taux de référence récent de la devise n’est connu : chargez d’abord les taux.',
  },
  document_faults: {
    en: 'The document would not be sound:',
    fr: 'Le document ne serait pas valable :',
  },
};

/** What keeps a document back, in words. */
export function obstacleText({ code, because }: Obstacle, language: Language): string {
  const own = texts[code][language];
  return because === null ? own : `${own} ${because[language]}`;
}

/** What keeps each partner's document back, as the faults of a request that asked for them; twenty at most. */
export function draftFaults(drafts: readonly PartnerDraft[], withoutRate: readonly PartnerDraft[]): FieldFault[] {
  const rateless = new Set(withoutRate);
  const faults = drafts.flatMap((draft): FieldFault[] => {
    const missingRate = { code: 'exchange_rate_missing' as const, missing: [], because: null };
    const obstacles = rateless.has(draft) ? [missingRate] : draft.obstacles;
    return obstacles.map((one) => ({
      path: 'partnerIds',
      rule: one.code,
      message: {
        en: `${draft.partnerName}: ${obstacleText(one, 'en')}`,
        fr: `${draft.partnerName} : ${obstacleText(one, 'fr')}`,
      },
    }));
  });
  return faults.slice(0, 20);
}
