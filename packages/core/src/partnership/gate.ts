import type { Language } from '../language/index.ts';

/** What must be true before a partnership moves on. */
export const gateCodes = [
  'partner_contact',
  'application_decided',
  'qualification_revealed',
  'company_contact',
  'charter_approved',
  'charter_signed',
  'enrolled',
  'tax_details',
  'certificate',
  'exit_plan',
  'enrollments_ended',
  'balance_zero',
  'access_revoked',
] as const;
export type GateCode = (typeof gateCodes)[number];

/** What is known of a gate; a code left out was not asked: nothing that is there says anything about it. */
export type GateFact = 'true' | 'false' | 'unknown';
export type GateFacts = Readonly<Partial<Record<GateCode, GateFact>>>;

export const gateStates = ['met', 'open', 'unknown', 'not_asked'] as const;
export type GateState = (typeof gateStates)[number];

/** Each gate as a sentence that is true once it is met. */
export const gateTexts: Readonly<Record<GateCode, Readonly<Record<Language, string>>>> = {
  partner_contact: { en: 'The partner has named its main contact.', fr: 'Le partenaire a désigné son contact principal.' },
  application_decided: { en: 'No application waits for a decision.', fr: 'Aucune candidature n’attend de décision.' },
  qualification_revealed: {
    en: 'Both sides have answered the questionnaire, and the answers are revealed.',
    fr: 'Les deux côtés ont répondu au questionnaire et les réponses sont révélées.',
  },
  company_contact: { en: 'The company has named its main contact.', fr: 'L’entreprise a désigné son contact principal.' },
  charter_approved: { en: 'Both sides have approved the charter.', fr: 'Les deux côtés ont approuvé la charte.' },
  charter_signed: { en: 'The charter is signed.', fr: 'La charte est signée.' },
  enrolled: { en: 'The partner is enrolled in a program.', fr: 'Le partenaire a une adhésion active.' },
  tax_details: { en: 'Its tax details are known.', fr: 'Ses renseignements fiscaux sont connus.' },
  certificate: { en: 'It holds a certificate in force.', fr: 'Il détient un certificat en cours de validité.' },
  exit_plan: { en: 'The exit plan is agreed.', fr: 'Le plan de sortie est convenu.' },
  enrollments_ended: { en: 'All its enrollments have ended.', fr: 'Toutes ses adhésions ont pris fin.' },
  balance_zero: { en: 'Nothing is owed any more, either way.', fr: 'Plus rien n’est dû, dans un sens ni dans l’autre.' },
  access_revoked: { en: 'Nobody signs in for it any more.', fr: 'Plus personne ne se connecte pour lui.' },
};

/** How a gate stands by what is known. */
export function gateState(code: GateCode, facts: GateFacts): GateState {
  const fact = facts[code];
  if (fact === undefined) return 'not_asked';
  if (fact === 'unknown') return 'unknown';
  return fact === 'true' ? 'met' : 'open';
}

/** Whether a gate keeps a partnership from moving: what is known not to be so, and what nobody can say. */
export function isShut(state: GateState): boolean {
  return state === 'open' || state === 'unknown';
}
