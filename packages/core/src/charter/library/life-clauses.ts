import { charterKinds } from '../charter.ts';
import { duties } from './duties.ts';
import { type LibraryClause, nothingDue, numberOf } from './library-clause.ts';

/** How long it holds, how it changes, how it ends, and what happens in a dispute. */
export const lifeClauses: readonly LibraryClause[] = [
  {
    key: 'fixed_term',
    kind: 'duration',
    fits: charterKinds,
    title: { en: 'Duration and renewal', fr: 'Durée et reconduction' },
    text: {
      en: 'This charter holds for {months} months and is then renewed for the same time, unless a party tells the other in writing {days} days before the end that it does not want that.',
      fr: 'La charte vaut pour {months} mois, puis se renouvelle pour la même durée, sauf si une partie fait savoir par écrit à l’autre, {days} jours avant le terme, qu’elle ne le souhaite pas.',
    },
    values: { months: 12, days: 90 },
    termsOf: (values) => duties.duration(numberOf(values, 'months'), numberOf(values, 'days')),
  },
  {
    key: 'open_term',
    kind: 'duration',
    fits: charterKinds,
    title: { en: 'Open duration', fr: 'Durée indéterminée' },
    text: {
      en: 'This charter has no fixed end. Each party may end it by the notice laid down under termination.',
      fr: 'La charte est conclue sans terme fixe. Chaque partie peut y mettre fin avec le préavis prévu à la clause de résiliation.',
    },
    values: {},
    termsOf: duties.openDuration,
  },
  {
    key: 'yearly_review',
    kind: 'review',
    fits: charterKinds,
    title: { en: 'Review', fr: 'Clause de revoyure' },
    text: {
      en: 'Every {months} months the parties look at whether the charter still fits and say in writing what they keep and what they change.',
      fr: 'Tous les {months} mois, les parties vérifient que la charte leur convient encore et disent par écrit ce qu’elles gardent et ce qu’elles changent.',
    },
    values: { months: 12 },
    termsOf: (values) => duties.review(numberOf(values, 'months')),
  },
  {
    key: 'amendment',
    kind: 'amendment',
    fits: charterKinds,
    title: { en: 'Amendments', fr: 'Avenants' },
    text: {
      en: 'A change is valid in writing, in both languages, as a numbered version that says what it changes and from when. Until then the version before goes on.',
      fr: 'Une modification vaut par écrit, dans les deux langues, sous forme de version numérotée qui dit ce qu’elle change et à partir de quand. Jusque-là, la version précédente continue.',
    },
    values: {},
    termsOf: nothingDue,
  },
  {
    key: 'termination_breach',
    kind: 'termination',
    fits: charterKinds,
    title: { en: 'Termination for breach', fr: 'Résiliation pour manquement' },
    text: {
      en: 'If a party fails in an essential duty and does not put it right within {days} days of a written notice that names it, the other may end the charter at once.',
      fr: 'Si une partie manque à une obligation essentielle et n’y remédie pas dans les {days} jours d’une mise en demeure écrite qui la désigne, l’autre peut résilier la charte sans délai.',
    },
    values: { days: 30 },
    termsOf: nothingDue,
  },
  {
    key: 'termination_notice',
    kind: 'termination',
    fits: charterKinds,
    title: { en: 'Termination by notice', fr: 'Résiliation avec préavis' },
    text: {
      en: 'Each party may end this charter without giving a reason, by a written notice of {months} months that ends with a month. The notice is longer where the law or the length of the relationship asks for it.',
      fr: 'Chaque partie peut mettre fin à la charte sans motif, par écrit, avec un préavis de {months} mois expirant à la fin d’un mois. Le préavis est plus long lorsque la loi ou l’ancienneté de la relation l’exige.',
    },
    values: { months: 3 },
    termsOf: (values) => duties.notice(numberOf(values, 'months')),
  },
  {
    key: 'change_of_control',
    kind: 'change_of_control',
    fits: charterKinds,
    title: { en: 'Transfer and change of control', fr: 'Cession et changement de contrôle' },
    text: {
      en: 'Neither party transfers this charter without the other’s written agreement. A change of control is told within {days} days; if it goes to a competitor, the other may end the charter with one month’s notice.',
      fr: 'Aucune partie ne cède la charte sans l’accord écrit de l’autre. Un changement de contrôle est annoncé sous {days} jours ; s’il profite à un concurrent, l’autre partie peut résilier avec un mois de préavis.',
    },
    values: { days: 30 },
    termsOf: nothingDue,
  },
  {
    key: 'exit_plan',
    kind: 'exit',
    fits: charterKinds,
    title: { en: 'Exit', fr: 'Sortie' },
    text: {
      en: 'The exit plan in the annex is part of this charter from its first day. For {months} months after the end, commissions on customers brought before go on as the plan says. Each party gives the other its data in a common format.',
      fr: 'Le plan de sortie en annexe fait partie de la charte dès son premier jour. Pendant {months} mois après la fin, les commissions sur les clients apportés auparavant continuent selon le barème. Chaque partie remet à l’autre ses données dans un format courant.',
    },
    values: { months: 6 },
    termsOf: (values) => duties.runOff(numberOf(values, 'months')),
  },
  {
    key: 'hardship',
    kind: 'hardship',
    fits: charterKinds,
    title: { en: 'Changed circumstances', fr: 'Imprévision' },
    text: {
      en: 'If circumstances nobody could foresee make performance excessively costly for a party, it may ask to renegotiate, and goes on performing meanwhile (article 1195 of the French Civil Code). Without agreement within {days} days, the escalation steps apply.',
      fr: 'Si un changement imprévisible rend l’exécution excessivement onéreuse pour une partie, celle-ci peut demander une renégociation tout en continuant d’exécuter (article 1195 du Code civil). Sans accord sous {days} jours, les échelons prévus s’appliquent.',
    },
    values: { days: 60 },
    termsOf: nothingDue,
  },
  {
    key: 'force_majeure',
    kind: 'force_majeure',
    fits: charterKinds,
    title: { en: 'Force majeure', fr: 'Force majeure' },
    text: {
      en: 'A party kept from performing by force majeure says so at once, and its duties are suspended as long as that lasts. Beyond {days} days, each may end the charter in writing.',
      fr: 'La partie empêchée par la force majeure le signale aussitôt et ses obligations sont suspendues tant qu’elle dure. Au-delà de {days} jours, chacune peut résilier la charte par écrit.',
    },
    values: { days: 60 },
    termsOf: nothingDue,
  },
  {
    key: 'escalation',
    kind: 'escalation',
    fits: charterKinds,
    title: { en: 'Escalation', fr: 'Échelons en cas de désaccord' },
    text: {
      en: 'A disagreement is first dealt with by those who work together, then goes up the steps of the annex, each within its business days. Each step starts from a written brief of both sides and ends with a written decision.',
      fr: 'Un désaccord est d’abord traité par ceux qui travaillent ensemble, puis monte les échelons de l’annexe, chacun dans ses jours ouvrés. Chaque échelon part d’une note écrite des deux parties et se termine par une décision écrite.',
    },
    values: {},
    termsOf: nothingDue,
  },
  {
    key: 'mediation',
    kind: 'mediation',
    fits: charterKinds,
    title: { en: 'Mediation before any action', fr: 'Médiation préalable obligatoire' },
    text: {
      en: 'Before any action in court, on pain of inadmissibility, the parties go through the mediation laid down in the annex: who appoints the mediator, within how long, at whose cost, and when it is over. Urgent and protective measures stay open, and limitation periods stand still meanwhile.',
      fr: 'Avant toute action en justice et à peine d’irrecevabilité, les parties suivent la médiation fixée en annexe : qui désigne le médiateur, sous quel délai, à quels frais et quand elle prend fin. Les mesures urgentes et conservatoires restent possibles et les délais de prescription sont suspendus pendant ce temps.',
    },
    values: {},
    termsOf: nothingDue,
  },
  {
    key: 'french_law',
    kind: 'applicable_law',
    fits: charterKinds,
    title: { en: 'Law and court', fr: 'Droit applicable et juridiction' },
    text: {
      en: 'French law governs this charter. If mediation has failed, the commercial court of {city} decides, unless a binding rule names another court.',
      fr: 'La charte est soumise au droit français. Si la médiation a échoué, le tribunal de commerce de {city} est compétent, sauf règle impérative désignant une autre juridiction.',
    },
    values: { city: 'Paris' },
    termsOf: nothingDue,
  },
  {
    key: 'two_languages',
    kind: 'language',
    fits: charterKinds,
    title: { en: 'Two languages', fr: 'Deux langues' },
    text: {
      en: 'This charter exists in French and in English, clause by clause. Both are signed; where they differ, the language named at its head prevails.',
      fr: 'La charte existe en français et en anglais, clause par clause. Les deux sont signées ; en cas de différence, la langue indiquée en tête prévaut.',
    },
    values: {},
    termsOf: nothingDue,
  },
  {
    key: 'signature',
    kind: 'signature',
    fits: charterKinds,
    title: { en: 'Signature and proof', fr: 'Signature et preuve' },
    text: {
      en: 'The parties may sign electronically, by a simple electronic signature, and accept as proof between them the signed file, its fingerprint and the record of its signing, unless the contrary is proven.',
      fr: 'Les parties peuvent signer par voie électronique, au moyen d’une signature électronique simple, et admettent comme preuve entre elles le fichier signé, son empreinte et le journal de sa signature, sauf preuve contraire.',
    },
    values: {},
    termsOf: nothingDue,
  },
];
