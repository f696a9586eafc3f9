import { dayKinds, mostDays } from '@cordee/core/claim';
import { z } from 'zod';
import { manage, sharedRead } from './access.ts';
import { route } from './route.ts';
import { idOf, idText, instantText } from './values.ts';

/** What a company promised about answering claims, and how it keeps it. */

const terms = z.strictObject({
  days: z.int().min(1).max(mostDays).meta({ description: 'Days to answer, after the day the claim was opened', example: 10 }),
  dayKind: z.enum(dayKinds).meta({
    description:
      '`calendar`: every day; `business`: days on which banks settle euros (not Saturdays, Sundays, 1 January, Good Friday, Easter Monday, 1 May, 25 and 26 December)',
  }),
  automatic: z.boolean().meta({ description: 'Silence accepts' }),
});

const since = z.object({
  ...terms.shape,
  since: instantText.nullable().meta({ description: 'null: what holds where nothing was said' }),
});

export const claimTermsAnswer = z.object({
  workspace: since,
  programs: z.array(since.extend({ programId: idText('prg') })).meta({ description: 'Programs with terms of their own' }),
  showsStatistics: z.boolean().meta({ description: 'Partners may read the statistics of the company’s answers' }),
});
export type ClaimTermsAnswer = z.input<typeof claimTermsAnswer>;

const setBody = z
  .strictObject({
    programId: idOf('prg').optional().meta({ description: 'All programs without terms of their own when left out' }),
    terms: terms.nullable().meta({ description: 'null: the program follows the company again' }),
  })
  .check((context) => {
    if (context.value.terms !== null || context.value.programId !== undefined) return;
    const rule = 'claim_terms';
    context.issues.push({ code: 'custom', input: null, path: ['terms'], message: rule, params: { rule } });
  });
export type SetClaimTerms = z.output<typeof setBody>;

const settingsBody = z.strictObject({ showsStatistics: z.boolean() });

export const claimStatistics = z.object({
  from: instantText,
  to: instantText,
  opened: z.int(),
  decided: z.int().meta({ description: 'Answered in the period; withdrawn ones are not' }),
  accepted: z.int(),
  partlyAccepted: z.int(),
  refused: z.int(),
  automatic: z.int().meta({ description: 'Of the accepted: by silence' }),
  late: z.int().meta({ description: 'Of the decided: after the days were over' }),
  open: z.int().meta({ description: 'Open now' }),
  overdue: z.int().meta({ description: 'Of them: the days are over' }),
  refusalPercent: z.number().nullable().meta({ description: 'Of the decided, to a tenth; null when none was' }),
  daysToAnswer: z
    .number()
    .nullable()
    .meta({ description: 'Median, to a tenth of a day, without the time the partner was to reply' }),
  daysToPay: z
    .number()
    .nullable()
    .meta({ description: 'Median, to a tenth of a day, from when a commission was payable to its payout’s arrival' }),
  commissionsPaid: z.int().meta({ description: 'How many commissions `daysToPay` is made from' }),
});
export type ClaimStatistics = z.input<typeof claimStatistics>;

const tag = 'claims';

export const claimTermsRoutes = {
  getClaimTerms: route({
    id: 'getClaimTerms',
    method: 'GET',
    path: '/api/v1/claim-terms',
    tag,
    summary: { en: 'Read the days to answer claims', fr: 'Lire les délais de réponse aux réclamations' },
    access: sharedRead,
    status: 200,
    answer: claimTermsAnswer,
    errors: [],
  }),
  setClaimTerms: route({
    id: 'setClaimTerms',
    method: 'POST',
    path: '/api/v1/claim-terms',
    tag,
    summary: { en: 'Set the days to answer claims', fr: 'Fixer le délai de réponse aux réclamations' },
    description: {
      en: 'For claims opened from now on; those that are open keep the terms they were opened under.',
      fr: 'Pour les réclamations ouvertes désormais ; celles en cours gardent les conditions de leur ouverture.',
    },
    access: manage,
    body: setBody,
    status: 200,
    answer: claimTermsAnswer,
    errors: ['unknown_reference', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  changeClaimSettings: route({
    id: 'changeClaimSettings',
    method: 'PUT',
    path: '/api/v1/claim-settings',
    tag,
    summary: {
      en: 'Let partners read how claims are answered, or not',
      fr: 'Laisser ou non les partenaires lire comment il est répondu',
    },
    access: manage,
    body: settingsBody,
    status: 200,
    answer: claimTermsAnswer,
    errors: [],
    idempotency: 'none',
  }),
  getClaimStatistics: route({
    id: 'getClaimStatistics',
    method: 'GET',
    path: '/api/v1/claim-statistics',
    tag,
    summary: { en: 'How the company answers claims and pays', fr: 'Comment l’entreprise répond aux réclamations et paie' },
    description: {
      en: 'Over the last twelve months. For the company always, for its partners if it agrees.',
      fr: 'Sur les douze derniers mois. Pour l’entreprise toujours, pour ses partenaires si elle y consent.',
    },
    access: sharedRead,
    status: 200,
    answer: claimStatistics,
    errors: [],
  }),
} as const;
