import type { Condition, GuardRule } from './guard-set.ts';

const isAgent: Condition = { is: 'contract_kind', oneOf: ['agent'] };
const isIntroducer: Condition = { is: 'contract_kind', oneOf: ['introducer'] };
const always: Condition = { all: [] };
const notice = {
  noticeFrom: { answer: 'notice_on' },
  startsOn: { answer: 'starts_on' },
  steps: [
    { fromYear: 1, months: 1 },
    { fromYear: 2, months: 2 },
    { fromYear: 3, months: 3 },
  ],
  endsAtMonthEnd: true,
} as const;

/** Commercial agents, and introducers who may be one, or an employee, without anybody having said so. */
export const frenchAgentGuards: readonly GuardRule[] = [
  {
    code: 'fr_agent_notice',
    topic: { fr: 'Préavis de l’agent commercial', en: 'Notice of a commercial agent' },
    severity: 'stop',
    rule: {
      fr: 'Un mois la première année, deux la deuxième, trois à partir de la troisième ; il se termine à la fin d’un mois civil et ne peut pas être plus court.',
      en: 'One month in the first year, two in the second, three from the third on; it ends with a calendar month and cannot be shorter.',
    },
    advice: {
      fr: 'Repoussez la fin du contrat au moins jusqu’au jour calculé.',
      en: 'Move the end of the contract to the computed day or later.',
    },
    source: 'Code de commerce, art. L134-11',
    validFrom: '2000-09-21',
    validTo: null,
    concerns: { all: [isAgent, { is: 'fixed_term', oneOf: [false] }] },
    asks: { day: notice, notAfter: { answer: 'ends_on' } },
    days: [{ key: 'notice_end', label: { fr: 'Fin du préavis au plus tôt', en: 'Earliest end of notice' }, on: notice }],
  },
  {
    code: 'fr_agent_notice_equal',
    topic: { fr: 'Préavis égal de part et d’autre', en: 'Notice equal on both sides' },
    severity: 'stop',
    rule: {
      fr: 'Le préavis dû par l’entreprise ne peut pas être plus court que celui de l’agent, et aucun des deux que la loi.',
      en: 'The notice the company owes cannot be shorter than the agent’s, and neither shorter than the law’s.',
    },
    advice: { fr: 'Alignez les deux durées.', en: 'Make both lengths the same.' },
    source: 'Code de commerce, art. L134-11',
    validFrom: '2000-09-21',
    validTo: null,
    concerns: { all: [isAgent, { number: 'company_notice_months' }, { number: 'partner_notice_months' }] },
    asks: {
      any: [0, 1, 2, 3, 4, 5, 6].map((months) => ({
        all: [
          { number: 'partner_notice_months', max: months },
          { number: 'company_notice_months', min: months },
        ],
      })),
    },
    days: [],
  },
  {
    code: 'fr_agent_commission_due',
    topic: { fr: 'Paiement des commissions de l’agent', en: 'Payment of an agent’s commissions' },
    severity: 'inform',
    rule: {
      fr: 'La commission est payée au plus tard le dernier jour du mois qui suit le trimestre où elle a été acquise.',
      en: 'A commission is paid at the latest on the last day of the month after the quarter in which it was acquired.',
    },
    advice: { fr: 'Payez avant ce jour.', en: 'Pay before that day.' },
    source: 'Code de commerce, art. L134-9',
    validFrom: '2000-09-21',
    validTo: null,
    concerns: isAgent,
    asks: always,
    days: [
      {
        key: 'commission_due',
        label: { fr: 'Commission due au plus tard le', en: 'Commission due by' },
        on: { quarterCommission: { answer: 'commission_on' } },
      },
    ],
  },
  {
    code: 'fr_agent_indemnity',
    topic: { fr: 'Indemnité de fin de contrat de l’agent', en: 'Indemnity at the end of an agency' },
    severity: 'warn',
    rule: {
      fr: 'L’agent perd son droit à réparation s’il ne fait pas savoir dans l’année de la cessation qu’il entend le faire valoir. L’usage est de deux ans de commissions.',
      en: 'The agent loses its right to compensation unless it says within one year of the end that it will claim it. Two years of commissions are usual.',
    },
    advice: {
      fr: 'Provisionnez l’indemnité jusqu’à ce jour ; une demande postérieure est tardive.',
      en: 'Provide for the indemnity until that day; a later claim is out of time.',
    },
    source: 'Code de commerce, art. L134-12',
    validFrom: '2000-09-21',
    validTo: null,
    concerns: { all: [isAgent, { is: 'ended_by', oneOf: ['company', 'agent_reason'] }] },
    asks: {
      day: { answer: 'indemnity_claimed_on' },
      notAfter: { after: { answer: 'contract_ended_on' }, span: { count: 1, unit: 'year' } },
    },
    days: [
      {
        key: 'indemnity_last_day',
        label: { fr: 'Dernier jour pour réclamer', en: 'Last day to claim' },
        on: { after: { answer: 'contract_ended_on' }, span: { count: 1, unit: 'year' } },
      },
    ],
  },
  {
    code: 'fr_agent_indemnity_lost',
    topic: { fr: 'Indemnité non due', en: 'No indemnity' },
    severity: 'inform',
    rule: {
      fr: 'L’indemnité n’est pas due en cas de faute grave, de départ de l’agent sans motif, ou de cession du contrat.',
      en: 'No indemnity is due for a serious fault, when the agent leaves without good reason, or when it transfers the contract.',
    },
    advice: { fr: 'Gardez la preuve du motif.', en: 'Keep proof of the reason.' },
    source: 'Code de commerce, art. L134-13',
    validFrom: '2000-09-21',
    validTo: null,
    concerns: { all: [isAgent, { is: 'ended_by', oneOf: ['serious_fault', 'agent', 'transfer'] }] },
    asks: always,
    days: [],
  },
  {
    code: 'fr_agent_non_compete',
    topic: { fr: 'Non-concurrence de l’agent', en: 'Non-compete of an agent' },
    severity: 'stop',
    rule: {
      fr: 'Elle est écrite, limitée à un secteur, une clientèle et des biens, et dure deux ans au plus après la fin.',
      en: 'It is in writing, limited to a sector, customers and goods, and lasts two years at most after the end.',
    },
    advice: { fr: 'Réduisez la clause, ou retirez-la.', en: 'Narrow the clause, or remove it.' },
    source: 'Code de commerce, art. L134-14',
    validFrom: '2000-09-21',
    validTo: null,
    concerns: { all: [isAgent, { is: 'non_compete', oneOf: [true] }] },
    asks: {
      all: [
        { is: 'non_compete_written', oneOf: [true] },
        { is: 'non_compete_limited', oneOf: [true] },
        { number: 'non_compete_months', max: 24 },
      ],
    },
    days: [],
  },
  {
    code: 'fr_drift_agent',
    topic: { fr: 'Un apporteur qui agit en agent', en: 'An introducer who acts as an agent' },
    severity: 'warn',
    rule: {
      fr: 'Qui négocie de façon permanente pour l’entreprise est agent commercial, quel que soit le nom du contrat, et même sans pouvoir sur les prix.',
      en: 'Whoever negotiates permanently for the company is a commercial agent, whatever the contract is called, and even without power over prices.',
    },
    advice: {
      fr: 'Limitez le rôle à la mise en relation, ou passez à un contrat d’agent.',
      en: 'Limit the role to introductions, or change to an agency contract.',
    },
    source: 'Code de commerce, art. L134-1 ; Cass. com., 12 mai 2021',
    validFrom: '2000-09-21',
    validTo: null,
    concerns: isIntroducer,
    asks: {
      not: {
        all: [
          { is: 'negotiates', oneOf: [true] },
          { is: 'permanent', oneOf: [true] },
        ],
      },
    },
    days: [],
  },
  {
    code: 'fr_drift_employee',
    topic: { fr: 'Un indépendant traité en salarié', en: 'An independent treated as an employee' },
    severity: 'warn',
    rule: {
      fr: 'Des ordres, un contrôle et des sanctions font un lien de subordination : la relation peut être requalifiée en contrat de travail.',
      en: 'Orders, supervision and sanctions make subordination: the relationship may be held to be employment.',
    },
    advice: {
      fr: 'Laissez le partenaire libre de son organisation ; fixez des résultats, pas des horaires.',
      en: 'Leave the partner free in its organisation; agree on results, not on hours.',
    },
    source: 'Code du travail, art. L8221-6',
    validFrom: '2011-12-31',
    validTo: null,
    concerns: { is: 'contract_kind', oneOf: ['introducer', 'agent', 'subcontractor'] },
    asks: {
      not: {
        atLeast: 2,
        of: [
          { is: 'instructed', oneOf: [true] },
          { is: 'sanctioned', oneOf: [true] },
          { is: 'company_means', oneOf: [true] },
          { is: 'only_client', oneOf: [true] },
        ],
      },
    },
    days: [],
  },
  {
    code: 'fr_introducer_clauses',
    topic: { fr: 'Ce qu’un contrat d’apporteur doit dire', en: 'What an introducer’s contract has to say' },
    severity: 'warn',
    rule: {
      fr: 'Aucun statut ne complète ce contrat : fait générateur, base, durée de vie d’un contact (6 à 12 mois d’usage) et absence de mandat s’y écrivent.',
      en: 'No statute completes this contract: what triggers a commission, its base, the life of a lead (usually 6 to 12 months) and the absence of a mandate are written in it.',
    },
    advice: { fr: 'Ajoutez les clauses qui manquent.', en: 'Add the clauses that are missing.' },
    source: 'Code civil, art. 1103 et 1163',
    validFrom: '2016-10-01',
    validTo: null,
    concerns: isIntroducer,
    asks: {
      all: [
        { is: 'commission_trigger', oneOf: [true] },
        { is: 'lead_life', oneOf: [true] },
        { is: 'no_mandate', oneOf: [true] },
      ],
    },
    days: [],
  },
];
