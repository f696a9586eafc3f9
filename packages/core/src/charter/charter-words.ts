import type { Language } from '../language/index.ts';
import type { Side } from '../partnership/index.ts';
import type { Cadence, CharterKind, Mediation, TieRule } from './charter.ts';

/** The words around what people wrote, in one language. */
export interface CharterWords {
  readonly kind: Readonly<Record<CharterKind, string>>;
  readonly side: Readonly<Record<Side, string>>;
  readonly cadence: Readonly<Record<Cadence, string>>;
  readonly tie: Readonly<Record<TieRule, string>>;
  readonly costs: Readonly<Record<Mediation['costs'], string>>;
  readonly heading: Readonly<
    Record<
      'parties' | 'people' | 'roles' | 'absences' | 'channels' | 'objectives' | 'annex' | 'exit' | 'escalation' | 'rules',
      string
    >
  >;
  readonly between: (company: string, partner: string) => string;
  readonly starts: (day: string | null) => string;
  readonly replace: (days: number | null) => string;
  /** What stands between a word and what is said of it. */
  readonly colon: string;
  readonly accountable: string;
  readonly responsible: string;
  readonly consulted: string;
  readonly informed: string;
  readonly absence: (delegate: string, from: string, to: string) => string;
  readonly answer: (hours: number) => string;
  readonly meeting: (cadence: string, minutes: number, people: string) => string;
  readonly objective: (target: string, baseline: string | null, by: string) => string;
  readonly up: string;
  readonly down: string;
  readonly measured: (formula: string, source: string, cadence: string) => string;
  readonly owners: (company: string, partner: string) => string;
  readonly annexOf: (plan: string, version: number) => string;
  readonly annexHash: (hash: string) => string;
  readonly data: string;
  readonly customers: string;
  readonly assets: string;
  readonly runOff: (months: number) => string;
  readonly balance: (days: number) => string;
  readonly access: (days: number) => string;
  readonly step: (people: string, days: number) => string;
  readonly decides: (name: string) => string;
  readonly mediation: string;
  readonly mediationText: (appointed: string, within: number, most: number, costs: string, over: string) => string;
}

const en: CharterWords = {
  kind: {
    affiliate: 'affiliate',
    introducer: 'introducer',
    reseller: 'reseller',
    supplier: 'supplier',
    subcontractor: 'subcontractor',
    client: 'client',
  },
  side: { company: 'the company', partner: 'the partner' },
  cadence: {
    weekly: 'every week',
    fortnightly: 'every two weeks',
    monthly: 'every month',
    quarterly: 'every quarter',
    half_yearly: 'every six months',
    yearly: 'every year',
  },
  tie: {
    company_decides: 'If they do not agree, the one of the company decides.',
    partner_decides: 'If they do not agree, the one of the partner decides.',
    sponsors_decide: 'If they do not agree, the signatories of both parties decide.',
    escalate: 'If they do not agree, the matter goes up the escalation ladder.',
  },
  costs: {
    equal: 'in equal parts',
    asking_side: 'by the party that asks for the mediation',
    company: 'by the company',
    partner: 'by the partner',
  },
  heading: {
    parties: 'Parties',
    people: 'People',
    roles: 'Roles',
    absences: 'Absences',
    channels: 'Channels and meetings',
    objectives: 'Objectives and indicators',
    annex: 'Remuneration',
    exit: 'Exit plan',
    escalation: 'Escalation and mediation',
    rules: 'Validity',
  },
  between: (company, partner) => `Between ${company} (“the company”) and ${partner} (“the partner”).`,
  starts: (day) => (day === null ? 'It holds from the day on which the last party signs.' : `It holds from ${day}.`),
  replace: (days) =>
    days === null
      ? 'Every change needs the agreement of both parties.'
      : `The company may announce a replacement, which holds ${days} days after the announcement unless the partner objects within them. Every other change needs the agreement of both parties.`,
  colon: ':',
  accountable: 'Accountable',
  responsible: 'Responsible',
  consulted: 'Consulted',
  informed: 'Informed',
  absence: (delegate, from, to) => `replaced by ${delegate} from ${from}, back on ${to}.`,
  answer: (hours) => `answered within ${hours} h`,
  meeting: (cadence, minutes, people) => `${cadence}, ${minutes} minutes, with ${people}.`,
  objective: (target, baseline, by) => `${target} by ${by}${baseline === null ? '' : ` (today ${baseline})`}.`,
  up: 'at least',
  down: 'at most',
  measured: (formula, source, cadence) => `Measured: ${formula} Source: ${source} Read ${cadence}.`,
  owners: (company, partner) => `${company} and ${partner} answer for it.`,
  annexOf: (plan, version) => `The remuneration is plan “${plan}”, version ${version}, as follows.`,
  annexHash: (hash) => `Fingerprint of this version (SHA-256): ${hash}`,
  data: 'Data',
  customers: 'Customers',
  assets: 'Documents and equipment',
  runOff: (months) =>
    months === 0
      ? 'No commission is earned for events after the end.'
      : `Commissions for customers brought before the end go on for ${months} months.`,
  balance: (days) => `The final balance is settled within ${days} days of the end.`,
  access: (days) =>
    days === 0 ? 'Accesses are closed on the day of the end.' : `Accesses are closed ${days} days after the end.`,
  step: (people, days) => `${people}: ${days} business days.`,
  decides: (name) => `${name} decides at this step if the parties do not agree.`,
  mediation: 'Mediation',
  mediationText: (appointed, within, most, costs, over) =>
    `${appointed} The mediator is appointed within ${within} days and the mediation lasts ${most} days at most. Its costs are borne ${costs}. ${over}`,
};

const fr: CharterWords = {
  kind: {
    affiliate: 'affilié',
    introducer: 'apporteur d’affaires',
    reseller: 'revendeur',
    supplier: 'fournisseur',
    subcontractor: 'sous-traitant',
    client: 'client',
  },
  side: { company: 'l’entreprise', partner: 'le partenaire' },
  cadence: {
    weekly: 'chaque semaine',
    fortnightly: 'toutes les deux semaines',
    monthly: 'chaque mois',
    quarterly: 'chaque trimestre',
    half_yearly: 'chaque semestre',
    yearly: 'chaque année',
  },
  tie: {
    company_decides: 'En cas de désaccord, la personne de l’entreprise tranche.',
    partner_decides: 'En cas de désaccord, la personne du partenaire tranche.',
    sponsors_decide: 'En cas de désaccord, les signataires des deux parties tranchent.',
    escalate: 'En cas de désaccord, la question suit les échelons prévus.',
  },
  costs: {
    equal: 'à parts égales',
    asking_side: 'par la partie qui demande la médiation',
    company: 'par l’entreprise',
    partner: 'par le partenaire',
  },
  heading: {
    parties: 'Parties',
    people: 'Personnes',
    roles: 'Rôles',
    absences: 'Absences',
    channels: 'Canaux et réunions',
    objectives: 'Objectifs et indicateurs',
    annex: 'Rémunération',
    exit: 'Plan de sortie',
    escalation: 'Échelons et médiation',
    rules: 'Validité',
  },
  between: (company, partner) => `Entre ${company} (« l’entreprise ») et ${partner} (« le partenaire »).`,
  starts: (day) => (day === null ? 'Elle vaut à compter du jour de la dernière signature.' : `Elle vaut à compter du ${day}.`),
  replace: (days) =>
    days === null
      ? 'Toute modification demande l’accord des deux parties.'
      : `L’entreprise peut annoncer un remplacement, qui vaut ${days} jours après l’annonce sauf opposition du partenaire dans ce délai. Toute autre modification demande l’accord des deux parties.`,
  colon: ' :',
  accountable: 'Responsable unique',
  responsible: 'Réalise',
  consulted: 'Consulté',
  informed: 'Informé',
  absence: (delegate, from, to) => `remplacé par ${delegate} à partir du ${from}, de retour le ${to}.`,
  answer: (hours) => `réponse sous ${hours} h`,
  meeting: (cadence, minutes, people) => `${cadence}, ${minutes} minutes, avec ${people}.`,
  objective: (target, baseline, by) => `${target} au ${by}${baseline === null ? '' : ` (aujourd’hui ${baseline})`}.`,
  up: 'au moins',
  down: 'au plus',
  measured: (formula, source, cadence) => `Mesure : ${formula} Source : ${source} Relevé ${cadence}.`,
  owners: (company, partner) => `${company} et ${partner} en répondent.`,
  annexOf: (plan, version) => `La rémunération est le barème « ${plan} », version ${version}, comme suit.`,
  annexHash: (hash) => `Empreinte de cette version (SHA-256) : ${hash}`,
  data: 'Données',
  customers: 'Clients',
  assets: 'Documents et matériel',
  runOff: (months) =>
    months === 0
      ? 'Aucune commission n’est acquise pour les événements postérieurs à la fin.'
      : `Les commissions sur les clients apportés avant la fin continuent pendant ${months} mois.`,
  balance: (days) => `Le solde final est réglé dans les ${days} jours suivant la fin.`,
  access: (days) =>
    days === 0 ? 'Les accès sont fermés le jour de la fin.' : `Les accès sont fermés ${days} jours après la fin.`,
  step: (people, days) => `${people} : ${days} jours ouvrés.`,
  decides: (name) => `À défaut d’accord, ${name} tranche à cet échelon.`,
  mediation: 'Médiation',
  mediationText: (appointed, within, most, costs, over) =>
    `${appointed} Le médiateur est désigné dans les ${within} jours et la médiation dure ${most} jours au plus. Ses frais sont supportés ${costs}. ${over}`,
};

export const charterWords: Readonly<Record<Language, CharterWords>> = { en, fr };
