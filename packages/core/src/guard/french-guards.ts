import { frenchAgentGuards } from './french-agent-guards.ts';
import { frenchQuestions } from './french-questions.ts';
import type { Condition, GuardRule, GuardSet } from './guard-set.ts';

const always: Condition = { all: [] };
const sixMonths = { after: { answer: 'vigilance_on' }, span: { count: 6, unit: 'month' } } as const;
const afterDocument = { after: { answer: 'information_document_on' }, span: { count: 20, unit: 'day' } } as const;
const safeNotice = { after: { answer: 'notice_on' }, span: { count: 18, unit: 'month' } } as const;

const frenchCommonGuards: readonly GuardRule[] = [
  {
    code: 'fr_information_document',
    topic: { fr: 'Document d’information précontractuelle', en: 'Pre-contractual information document' },
    severity: 'stop',
    rule: {
      fr: 'Qui met une enseigne, un nom ou une marque à disposition contre l’exclusivité remet un document d’information vingt jours au moins avant la signature, et avant tout renouvellement.',
      en: 'Whoever lends a sign, a name or a trade mark in return for exclusivity hands over an information document at least twenty days before signature, and before any renewal.',
    },
    advice: {
      fr: 'Remettez le document, puis signez au plus tôt le jour calculé.',
      en: 'Hand over the document, then sign on the computed day at the earliest.',
    },
    source: 'Code de commerce, art. L330-3 et R330-1',
    validFrom: '2000-09-21',
    validTo: null,
    concerns: {
      all: [
        { is: 'uses_brand', oneOf: [true] },
        { is: 'exclusive', oneOf: [true] },
      ],
    },
    asks: { day: afterDocument, notAfter: { answer: 'signature_on' } },
    days: [
      { key: 'signature_from', label: { fr: 'Signature au plus tôt le', en: 'Signature at the earliest on' }, on: afterDocument },
    ],
  },
  {
    code: 'fr_vigilance',
    topic: { fr: 'Obligation de vigilance', en: 'Duty of vigilance' },
    severity: 'stop',
    rule: {
      fr: 'Dès 5 000 € hors taxes, une preuve d’immatriculation et une attestation de vigilance de l’Urssaf sont exigées à la signature, puis tous les six mois ; sinon l’entreprise répond des cotisations.',
      en: 'From €5,000 before tax, proof of registration and an Urssaf certificate of vigilance are required at signature and then every six months; otherwise the company answers for contributions.',
    },
    advice: { fr: 'Demandez les documents avant de payer.', en: 'Ask for the documents before you pay.' },
    source: 'Code du travail, art. L8222-1, R8222-1 et D8222-5',
    validFrom: '2015-04-01',
    validTo: null,
    concerns: {
      all: [
        { number: 'net_amount', min: 500_000 },
        { is: 'contract_kind', oneOf: ['introducer', 'agent', 'subcontractor', 'supplier'] },
      ],
    },
    asks: {
      all: [
        { is: 'registration_proof', oneOf: [true] },
        { day: { day: 'today' }, notAfter: sixMonths },
      ],
    },
    days: [{ key: 'vigilance_next', label: { fr: 'Prochaine attestation avant le', en: 'Next certificate by' }, on: sixMonths }],
  },
  {
    code: 'fr_payment_days',
    topic: { fr: 'Délais de paiement', en: 'Days to pay' },
    severity: 'stop',
    rule: {
      fr: 'Au plus 60 jours depuis la facture, ou 45 jours fin de mois si le contrat le dit ; 45 jours pour une facture récapitulative ; 30 jours à défaut d’accord.',
      en: 'At most 60 days from the invoice, or 45 days end of month if the contract says so; 45 days for a periodic invoice; 30 days where nothing is agreed.',
    },
    advice: {
      fr: 'Réduisez le délai, et écrivez laquelle des deux lectures de « fin de mois » vaut.',
      en: 'Shorten the delay, and write down which of the two readings of “end of month” holds.',
    },
    source: 'Code de commerce, art. L441-10',
    validFrom: '2019-04-26',
    validTo: null,
    concerns: always,
    asks: {
      any: [
        { is: 'payment_terms_agreed', oneOf: [false] },
        {
          all: [
            { is: 'payment_reading', oneOf: ['net'] },
            { number: 'payment_days', max: 45 },
          ],
        },
        {
          all: [
            { is: 'periodic_invoice', oneOf: [false] },
            {
              any: [
                {
                  all: [
                    { is: 'payment_reading', oneOf: ['net'] },
                    { number: 'payment_days', max: 60 },
                  ],
                },
                {
                  all: [
                    { is: 'payment_reading', oneOf: ['days_then_month_end', 'month_end_then_days'] },
                    { number: 'payment_days', max: 45 },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
    days: [
      {
        key: 'default_due',
        label: { fr: 'Sans accord : 30 jours', en: 'Nothing agreed: 30 days' },
        on: { payment: { answer: 'invoice_on' }, days: 30, reading: 'net' },
      },
      {
        key: 'days_then_month_end',
        label: { fr: '45 jours, puis la fin du mois', en: '45 days, then the end of the month' },
        on: { payment: { answer: 'invoice_on' }, days: 45, reading: 'days_then_month_end' },
      },
      {
        key: 'month_end_then_days',
        label: { fr: 'Fin du mois, puis 45 jours', en: 'End of the month, then 45 days' },
        on: { payment: { answer: 'invoice_on' }, days: 45, reading: 'month_end_then_days' },
      },
      {
        key: 'latest_due',
        label: { fr: '60 jours depuis la facture', en: '60 days from the invoice' },
        on: { payment: { answer: 'invoice_on' }, days: 60, reading: 'net' },
      },
    ],
  },
  {
    code: 'fr_late_penalties',
    topic: { fr: 'Pénalités de retard', en: 'Late penalties' },
    severity: 'warn',
    rule: {
      fr: 'Le taux des pénalités (au moins trois fois l’intérêt légal, sinon BCE + 10 points) et l’indemnité de 40 € s’écrivent dans les conditions.',
      en: 'The rate of penalties (at least three times the legal rate, otherwise ECB + 10 points) and the €40 for recovery are written in the terms.',
    },
    advice: { fr: 'Ajoutez-les au contrat et aux factures.', en: 'Add them to the contract and to invoices.' },
    source: 'Code de commerce, art. L441-10 et D441-5',
    validFrom: '2019-04-26',
    validTo: null,
    concerns: always,
    asks: { is: 'late_penalties_stated', oneOf: [true] },
    days: [],
  },
  {
    code: 'fr_brutal_rupture',
    topic: { fr: 'Rupture brutale', en: 'Brutal termination' },
    severity: 'warn',
    rule: {
      fr: 'Une relation établie ne se rompt, même en partie, qu’avec un préavis écrit selon sa durée ; dix-huit mois mettent à l’abri quant à la durée. Une forte baisse de volume est une rupture partielle.',
      en: 'An established relationship is only ended, even in part, with written notice according to its length; eighteen months are safe as to length. A sharp cut in volume is a partial end.',
    },
    advice: {
      fr: 'Donnez un préavis écrit ; en deçà de dix-huit mois, justifiez sa durée par l’ancienneté et la dépendance.',
      en: 'Give notice in writing; below eighteen months, justify its length by how long the relationship lasted and how dependent the partner is.',
    },
    source: 'Code de commerce, art. L442-1 II',
    validFrom: '2019-04-26',
    validTo: null,
    // Agents have notice of their own.
    concerns: {
      all: [
        { is: 'contract_kind', oneOf: ['introducer', 'reseller', 'subcontractor', 'supplier'] },
        {
          any: [
            { is: 'volume_drop', oneOf: [true] },
            { day: { answer: 'notice_on' }, notAfter: { answer: 'ends_on' } },
          ],
        },
      ],
    },
    asks: {
      all: [
        { is: 'written_notice', oneOf: [true] },
        { is: 'volume_drop', oneOf: [false] },
        { day: safeNotice, notAfter: { answer: 'ends_on' } },
      ],
    },
    days: [{ key: 'safe_end', label: { fr: 'Fin à l’abri dès le', en: 'Safe end from' }, on: safeNotice }],
  },
  {
    code: 'fr_mediation',
    topic: { fr: 'Clause de médiation', en: 'Mediation clause' },
    severity: 'warn',
    rule: {
      fr: 'Une clause détaillée rend irrecevable l’action introduite sans médiation, sans régularisation en cours d’instance. Sans détails, elle n’oblige pas.',
      en: 'A detailed clause makes an action without mediation inadmissible, and that cannot be cured during the case. Without details it does not bind.',
    },
    advice: {
      fr: 'Écrivez qui désigne, en combien de temps, qui paie, et quand la tentative est terminée.',
      en: 'Write who appoints, within which time, who pays, and when the attempt is over.',
    },
    source: 'Cass. ch. mixte, 14 févr. 2003 et 12 déc. 2014 ; com., 29 avr. 2014 ; 2e civ., 12 sept. 2024, n° 21-14.946',
    validFrom: '2003-02-14',
    validTo: null,
    concerns: { is: 'mediation_clause', oneOf: [true] },
    asks: {
      all: ['mediation_appoints', 'mediation_days', 'mediation_costs', 'mediation_end'].map((is) => ({ is, oneOf: [true] })),
    },
    days: [],
  },
  {
    code: 'fr_imbalance',
    topic: { fr: 'Déséquilibre significatif', en: 'Significant imbalance' },
    severity: 'warn',
    rule: {
      fr: 'Une clause non négociable qui déséquilibre nettement les droits est réputée non écrite, et engage la responsabilité de qui l’impose.',
      en: 'A clause that could not be negotiated and clearly unbalances rights is deemed unwritten, and makes whoever imposes it liable.',
    },
    advice: {
      fr: 'Rendez la clause réciproque, ou gardez trace de sa négociation.',
      en: 'Make the clause mutual, or keep a record of its negotiation.',
    },
    source: 'Code civil, art. 1171 ; Code de commerce, art. L442-1 I',
    validFrom: '2019-04-26',
    validTo: null,
    concerns: always,
    asks: {
      any: [
        { is: 'one_sided', oneOf: [false] },
        { is: 'negotiable', oneOf: [true] },
      ],
    },
    days: [],
  },
  {
    code: 'fr_subcontractor',
    topic: { fr: 'Acceptation du sous-traitant', en: 'Acceptance of a subcontractor' },
    severity: 'stop',
    rule: {
      fr: 'Le maître de l’ouvrage accepte chaque sous-traitant et agrée ses conditions de paiement ; le sous-traitant a une action directe.',
      en: 'The customer accepts each subcontractor and approves its payment terms; the subcontractor has a direct action.',
    },
    advice: {
      fr: 'Faites accepter le sous-traitant avant qu’il commence.',
      en: 'Have the subcontractor accepted before it begins.',
    },
    source: 'Loi n° 75-1334 du 31 décembre 1975, art. 3, 12 et 14',
    validFrom: '1976-01-03',
    validTo: null,
    concerns: { is: 'contract_kind', oneOf: ['subcontractor'] },
    asks: { is: 'subcontractor_accepted', oneOf: [true] },
    days: [],
  },
  {
    code: 'fr_self_billing',
    topic: { fr: 'Autofacturation', en: 'Self-billing' },
    severity: 'stop',
    rule: {
      fr: 'Facturer au nom du partenaire demande un mandat écrit et préalable, et la mention « autofacturation ».',
      en: 'Making out invoices in the partner’s name needs a prior written mandate, and the mention “self-billing”.',
    },
    advice: { fr: 'Signez le mandat avant la première facture.', en: 'Sign the mandate before the first invoice.' },
    source: 'CGI, art. 289 I-2 ; annexe II, art. 242 nonies',
    validFrom: '2003-07-01',
    validTo: null,
    concerns: { is: 'self_billing', oneOf: [true] },
    asks: { is: 'self_billing_mandate', oneOf: [true] },
    days: [],
  },
];

/** What French law asks of a partnership, as far as it can be computed. Not legal advice. */
export const frenchGuards: GuardSet = {
  country: 'FR',
  currency: 'EUR',
  questions: frenchQuestions,
  rules: [...frenchCommonGuards, ...frenchAgentGuards],
};
