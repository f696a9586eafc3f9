import type { DutyText } from '../obligation/index.ts';

/** The dated steps of every exit, in the order in which they usually come. */
export const exitStepKeys = [
  'notice',
  'last_new',
  'end',
  'assets',
  'data',
  'run_off',
  'last_statement',
  'final_account',
  'access',
  'confidentiality',
  'non_compete',
  'law',
  'retention',
] as const;
export type ExitStepKey = (typeof exitStepKeys)[number];

/** Each as people read it. */
export const exitStepTexts: Readonly<Record<Exclude<ExitStepKey, 'law' | 'retention'>, DutyText>> = {
  notice: { en: 'Notice is given', fr: 'Le préavis est donné' },
  last_new: {
    en: 'Last day on which new customers are credited; links and coupon codes stop after it',
    fr: 'Dernier jour où de nouveaux clients sont attribués ; liens et codes promo cessent ensuite',
  },
  end: { en: 'Last day of the agreement', fr: 'Dernier jour de l’accord' },
  assets: { en: 'What was lent is given back', fr: 'Ce qui a été prêté est restitué' },
  data: { en: 'Each side has its data', fr: 'Chaque partie dispose de ses données' },
  run_off: {
    en: 'Last day on which customers brought before earn commissions',
    fr: 'Dernier jour où les clients apportés auparavant donnent droit à commission',
  },
  last_statement: { en: 'Last monthly statement', fr: 'Dernier relevé mensuel' },
  final_account: { en: 'The final account is settled', fr: 'L’arrêté de compte est réglé' },
  access: {
    en: 'Last day on which the partner reads its own data',
    fr: 'Dernier jour où le partenaire consulte ses données',
  },
  confidentiality: { en: 'Confidentiality lasts until', fr: 'La confidentialité dure jusqu’au' },
  non_compete: { en: 'The non-compete lasts until', fr: 'La non-concurrence dure jusqu’au' },
};
