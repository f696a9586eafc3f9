import { charterKinds } from '../charter.ts';
import { duties } from './duties.ts';
import { type LibraryClause, nothingDue, numberOf } from './library-clause.ts';

/** How both work together, and what is paid for it. */
export const workClauses: readonly LibraryClause[] = [
  {
    key: 'roles',
    kind: 'roles',
    fits: charterKinds,
    title: { en: 'Who does what', fr: 'Qui fait quoi' },
    text: {
      en: 'The annex on roles says, for each activity, the one person who is accountable over both parties, who does it, who is consulted and who is informed. It changes only by amendment of this charter; absences are told with their dates and a stand-in.',
      fr: 'L’annexe des rôles indique, pour chaque activité, la seule personne qui en répond pour les deux parties, qui la réalise, qui est consulté et qui est informé. Elle ne change que par avenant ; les absences sont annoncées avec leurs dates et un remplaçant.',
    },
    values: {},
    termsOf: nothingDue,
  },
  {
    key: 'meetings',
    kind: 'governance',
    fits: charterKinds,
    title: { en: 'Joint governance', fr: 'Gouvernance commune' },
    text: {
      en: 'The parties meet every {months} months to review results, decide and note who does what by when. What the annex on channels says of answers and meetings is owed by both.',
      fr: 'Les parties se réunissent tous les {months} mois pour examiner les résultats, décider et noter qui fait quoi pour quand. Ce que l’annexe des canaux prévoit de réponses et de réunions engage les deux.',
    },
    values: { months: 3 },
    termsOf: (values) => duties.meeting(numberOf(values, 'months')),
  },
  {
    key: 'objectives',
    kind: 'objectives',
    fits: charterKinds,
    title: { en: 'Objectives and indicators', fr: 'Objectifs et indicateurs' },
    text: {
      en: 'The objectives and the definition of each indicator stand in the annex and are signed with it. A figure is computed by its definition only; a missed objective is discussed at the next meeting and is no breach by itself.',
      fr: 'Les objectifs et la définition de chaque indicateur figurent en annexe et sont signés avec elle. Un chiffre ne se calcule que selon sa définition ; un objectif manqué est examiné à la réunion suivante et ne constitue pas à lui seul un manquement.',
    },
    values: {},
    termsOf: nothingDue,
  },
  {
    key: 'remuneration',
    kind: 'remuneration',
    fits: ['affiliate', 'introducer', 'reseller'],
    title: { en: 'Remuneration', fr: 'Rémunération' },
    text: {
      en: 'The partner is paid by the version of the plan that stands in the annex, which says what earns, how much, when it is due and when it is taken back. Each commission names the clause it is earned by. A new version binds the partner only after its notice, and never what was already earned.',
      fr: 'Le partenaire est rémunéré selon la version du barème jointe en annexe, qui dit ce qui rapporte, combien, quand c’est dû et quand c’est repris. Chaque commission indique la clause dont elle résulte. Une nouvelle version n’engage le partenaire qu’après son préavis, et jamais sur ce qui est déjà acquis.',
    },
    values: {},
    termsOf: nothingDue,
  },
  {
    key: 'self_billing',
    kind: 'invoicing',
    fits: ['affiliate', 'introducer', 'reseller'],
    title: { en: 'Invoices made out by the company', fr: 'Autofacturation' },
    text: {
      en: 'The partner may give the company a written mandate to make out its invoices in its name. It then has {days} days to contest each of them, and stays liable for the VAT it owes.',
      fr: 'Le partenaire peut donner à l’entreprise mandat écrit d’établir ses factures en son nom et pour son compte. Il dispose alors de {days} jours pour contester chacune et reste redevable de la TVA qu’il doit.',
    },
    values: { days: 15 },
    termsOf: nothingDue,
  },
  {
    key: 'payment_30',
    kind: 'payment',
    fits: ['supplier', 'subcontractor', 'client'],
    title: { en: 'Payment terms', fr: 'Conditions de paiement' },
    text: {
      en: 'Invoices are due {days} days after their date. After that, penalties run without reminder at three times the legal interest rate, with a fixed sum of 40 euros for recovery costs.',
      fr: 'Les factures sont payables à {days} jours de leur date. Au-delà, des pénalités courent sans rappel au taux de trois fois l’intérêt légal, avec une indemnité forfaitaire de 40 euros pour frais de recouvrement.',
    },
    values: { days: 30 },
    termsOf: (values) => duties.payment(numberOf(values, 'days'), 'net'),
  },
  {
    key: 'payment_45_end_of_month',
    kind: 'payment',
    fits: ['supplier', 'subcontractor', 'client'],
    title: { en: 'Payment at 45 days end of month', fr: 'Paiement à 45 jours fin de mois' },
    text: {
      en: 'Invoices are due at the end of the month in which {days} days after their date fall: the days are counted first, then the month ends. Late payment bears penalties at three times the legal interest rate, with a fixed sum of 40 euros.',
      fr: 'Les factures sont payables à la fin du mois au cours duquel expirent {days} jours après leur date : on compte d’abord les jours, puis on va à la fin du mois. Tout retard entraîne des pénalités au taux de trois fois l’intérêt légal et une indemnité forfaitaire de 40 euros.',
    },
    values: { days: 45 },
    termsOf: (values) => duties.payment(numberOf(values, 'days'), 'days_then_month_end'),
  },
  {
    key: 'lead_life',
    kind: 'lead_registration',
    fits: ['introducer', 'reseller'],
    title: { en: 'Introductions and their life', fr: 'Mises en relation et leur durée' },
    text: {
      en: 'An introduction counts from its registration, if the company did not know the person and has confirmed it. It gives a right for {months} months; after that the person is free. Of two partners who name the same person, the first to register counts, unless they agree on a split.',
      fr: 'Une mise en relation compte dès son enregistrement, si l’entreprise ne connaissait pas la personne et l’a confirmée. Elle ouvre un droit pendant {months} mois ; passé ce délai, la personne est libre. Entre deux partenaires qui désignent la même personne, le premier enregistré l’emporte, sauf partage convenu.',
    },
    values: { months: 12 },
    termsOf: nothingDue,
  },
  {
    key: 'training',
    kind: 'training',
    fits: ['affiliate', 'introducer', 'reseller', 'subcontractor'],
    title: { en: 'Training', fr: 'Formation' },
    text: {
      en: 'The company trains the people of the partner free of charge on its offers. They complete the training within {days} days of the start and renew it every {months} months; rates and rights that ask for a certificate are open while it is valid.',
      fr: 'L’entreprise forme gratuitement à ses offres les personnes du partenaire. Elles suivent la formation dans les {days} jours du début et la renouvellent tous les {months} mois ; les taux et droits subordonnés à un certificat sont ouverts tant qu’il est valable.',
    },
    values: { days: 60, months: 24 },
    termsOf: (values) => duties.training(numberOf(values, 'days'), numberOf(values, 'months')),
  },
  {
    key: 'quality',
    kind: 'quality',
    fits: ['supplier', 'subcontractor'],
    title: { en: 'Quality and acceptance', fr: 'Qualité et réception' },
    text: {
      en: 'What is delivered conforms to the order and to good practice. The company has {days} days to accept it or to say what is wrong; silence accepts. What is wrong is put right at the partner’s cost within a reasonable time.',
      fr: 'Ce qui est livré est conforme à la commande et aux règles de l’art. L’entreprise dispose de {days} jours pour le réceptionner ou dire ce qui ne va pas ; son silence vaut réception. Les défauts sont repris aux frais du partenaire dans un délai raisonnable.',
    },
    values: { days: 15 },
    termsOf: nothingDue,
  },
];
