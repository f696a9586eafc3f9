import type { DutyKind, DutyText } from './duty-terms.ts';

/** What a duty of a kind is called where its terms have no title. */
export const dutyWords: Readonly<Record<DutyKind, DutyText>> = {
  duration: { fr: 'Dire si l’on ne renouvelle pas', en: 'Say so if you do not renew' },
  notice: { fr: 'Poursuivre jusqu’à la fin du préavis', en: 'Carry on until the notice is over' },
  payment: { fr: 'Payer la période', en: 'Pay for the period' },
  meeting: { fr: 'Tenir la réunion', en: 'Hold the meeting' },
  review: { fr: 'Tenir le bilan', en: 'Hold the review' },
  document: { fr: 'Remettre le document', en: 'Hand in the document' },
  training: { fr: 'Suivre la formation', en: 'Complete the training' },
  confidentiality: { fr: 'Garder la confidentialité', en: 'Keep what is confidential' },
  non_compete: { fr: 'Respecter la non-concurrence', en: 'Respect the non-compete' },
  run_off: { fr: 'Payer les commissions qui courent encore', en: 'Pay the commissions that still run' },
  exit: { fr: 'Accomplir cette étape de la sortie', en: 'Complete this step of the exit' },
  escalation: { fr: 'Suivre l’escalade', en: 'Follow the escalation' },
  mediation: { fr: 'Tenter la médiation', en: 'Attempt mediation' },
  other: { fr: 'Tenir l’engagement', en: 'Keep the commitment' },
};

/** What falls to both sides at the end of a term, by how it is renewed. */
export const termWords = {
  agreed: { fr: 'Convenir du renouvellement', en: 'Agree on the renewal' },
  none: { fr: 'Fin de la charte', en: 'The charter ends' },
} as const satisfies Record<string, DutyText>;
