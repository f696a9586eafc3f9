import { z } from 'zod';
import { sharedRead, staffRead } from './access.ts';
import { currencyOrUnit } from './ledger.ts';
import { modelRoutes } from './models.ts';
import { format, inOrder, narrowed, notTooLong } from './period.ts';
import { route } from './route.ts';
import { idOf, idText, instantText } from './values.ts';

/** Figures of a period, read from daily sums. Days are those of the workspace's zone, both ends included. */

const moneySums = z.object({
  currency: z.string(),
  amount: z.int().meta({ description: 'What was sold' }),
  refunded: z.int(),
  earned: z.int().meta({ description: 'Commissions' }),
  reversed: z.int().meta({ description: 'Commissions taken back' }),
  paid: z.int(),
});
const funnelSide = z.object({
  from: z.string(),
  to: z.string(),
  clicks: z.int(),
  leads: z.int(),
  sales: z.int(),
  refunds: z.int(),
  commissions: z.int(),
  money: z.array(moneySums),
});
export type FunnelSide = z.input<typeof funnelSide>;
export const funnelAnswer = z.object({
  current: funnelSide,
  before: funnelSide.meta({ description: 'As many days right before' }),
});

export const needKinds = [
  'commissions_in_review',
  'commissions_held',
  'accounts_to_confirm',
  'tax_details_proposed',
  'batches_to_approve',
  'claims_to_answer',
  'claims_to_settle',
  'contributions_waiting',
  'imports_failed',
  'imports_with_rejects',
  'events_failed',
  'plans_changing',
  'enrollments_waiting',
  'commissions_suspended',
  'payouts_under_way',
] as const;

const mover = z.object({
  partnerId: idText('prt'),
  name: z.string(),
  current: z.int().meta({ description: 'Sold in the period, in the currency of the workspace' }),
  before: z.int(),
});

export const homeAnswer = z.object({
  /** How far the figures reach. */
  addedThrough: instantText.nullable().meta({ description: 'When the last fact in the figures was recorded' }),
  waiting: z.int().meta({ description: 'Facts that are recorded and not in the figures yet' }),
  needs: z
    .array(
      z.object({
        kind: z.enum(needKinds),
        count: z.int(),
        /** The most pressing of them. */
        examples: z.array(
          z.object({
            id: z.string(),
            label: z.string(),
            at: instantText.nullable(),
            within: z.string().nullable().meta({ description: 'The plan of a version, the program of an enrollment' }),
          }),
        ),
      }),
    )
    .meta({ description: 'What waits for somebody; kinds without anything are left out' }),
  funnel: funnelAnswer,
  currency: z.string(),
  rising: z.array(mover),
  falling: z.array(mover),
  moversPending: z.boolean().meta({ description: 'Who rises and falls is still being added up: ask again in a few seconds' }),
});
export type HomeAnswer = z.input<typeof homeAnswer>;

export const seriesMetrics = [
  'clicks',
  'leads',
  'sales',
  'amount',
  'refunds',
  'refunded',
  'commissions',
  'earned',
  'reversed',
  'net',
  'paid',
] as const;
export type SeriesMetric = (typeof seriesMetrics)[number];
export const seriesSplits = ['partner', 'program', 'link', 'subId', 'country'] as const;
export type SeriesSplit = (typeof seriesSplits)[number];

const seriesQuery = z
  .strictObject({
    ...narrowed,
    metric: z.enum(seriesMetrics).meta({ description: '`net`: earned less what was taken back', example: 'sales' }),
    by: z.enum(['day', 'week', 'month']).default('day').meta({ description: 'Weeks begin on Monday' }),
    split: z.enum(seriesSplits).optional(),
    top: z.coerce.number().int().min(1).max(50).default(10),
    partnerId: idOf('prt').optional(),
    currency: currencyOrUnit.optional().meta({ description: "Of amounts: the workspace's unless said otherwise" }),
    format,
  })
  .refine(inOrder.check, inOrder.fault)
  .refine(notTooLong.check, notTooLong.fault);
export type SeriesQuery = z.output<typeof seriesQuery>;

export const seriesAnswer = z.object({
  metric: z.enum(seriesMetrics),
  currency: z.string().nullable().meta({ description: 'null for numbers' }),
  periods: z.array(z.string()).meta({ description: 'The first day of each, in order; none is left out' }),
  series: z.array(
    z.object({
      key: z.string().meta({ description: 'The id of the partner, program or link; the country; the sub-id; `all`; `others`' }),
      label: z.string().nullable().meta({ description: 'Its name, for people; null when it is not known' }),
      partnerId: idText('prt').nullable().meta({ description: 'Whose link or sub-id it is' }),
      values: z.array(z.int()),
      total: z.int(),
    }),
  ),
});
export type SeriesAnswer = z.input<typeof seriesAnswer>;

const month = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'a month')
  .meta({ description: 'Month in the zone of the workspace', example: '2026-10' });

const cohortsQuery = z
  .strictObject({
    from: month.meta({ example: '2026-01' }),
    to: month,
    programId: idOf('prg').optional(),
    partnerId: idOf('prt').optional(),
    currency: currencyOrUnit.optional(),
    format,
  })
  .refine(inOrder.check, inOrder.fault);
export type CohortsQuery = z.output<typeof cohortsQuery>;

export const cohortsAnswer = z.object({
  currency: z.string(),
  cohorts: z.array(
    z.object({
      month: z.string().meta({ description: 'Of the first sale to these customers' }),
      customers: z.int(),
      months: z.array(
        z.object({
          since: z.int().meta({ description: 'Months since the first one' }),
          sales: z.int(),
          amount: z.int(),
          refunded: z.int(),
          net: z.int().meta({ description: 'Sold less refunded' }),
          commissions: z.int().meta({ description: 'Earned less taken back, by all partners' }),
        }),
      ),
    }),
  ),
});
export type CohortsAnswer = z.input<typeof cohortsAnswer>;

const tag = 'analytics';

export const analyticsRoutes = {
  getHome: route({
    id: 'getHome',
    method: 'GET',
    path: '/api/v1/home',
    tag,
    summary: {
      en: 'What needs somebody today, and how the period goes',
      fr: 'Ce qui attend aujourd’hui, et comment va la période',
    },
    access: staffRead,
    query: z.strictObject({
      days: z.coerce.number().int().min(1).max(366).default(30).meta({ description: 'Length of the period that ends today' }),
    }),
    status: 200,
    answer: homeAnswer,
    errors: [],
  }),
  getSeries: route({
    id: 'getSeries',
    method: 'GET',
    path: '/api/v1/analytics/series',
    tag,
    summary: { en: 'A figure over time, whole or split', fr: 'Un chiffre au fil du temps, entier ou réparti' },
    description: {
      en: 'By partner, program, link, sub-id or country: the greatest, and all others as one. No click says a country. A partner reads its own.',
      fr: 'Par partenaire, programme, lien, sous-identifiant ou pays : les plus grands, et tous les autres ensemble. Aucun clic ne dit de pays. Un partenaire lit les siens.',
    },
    access: sharedRead,
    query: seriesQuery,
    status: 200,
    answer: seriesAnswer,
    alsoAnswers: ['text/csv'],
    errors: [],
  }),
  getFunnel: route({
    id: 'getFunnel',
    method: 'GET',
    path: '/api/v1/analytics/funnel',
    tag,
    summary: {
      en: 'From clicks to payment, with the period before',
      fr: 'Des clics au paiement, avec la période précédente',
    },
    access: sharedRead,
    query: z
      .strictObject({ ...narrowed, partnerId: idOf('prt').optional(), format })
      .refine(inOrder.check, inOrder.fault)
      .refine(notTooLong.check, notTooLong.fault),
    status: 200,
    answer: funnelAnswer,
    alsoAnswers: ['text/csv'],
    errors: [],
  }),
  getCohorts: route({
    id: 'getCohorts',
    method: 'GET',
    path: '/api/v1/analytics/cohorts',
    tag,
    summary: {
      en: 'Customers by the month they first bought, and what they brought since',
      fr: 'Les clients par mois de premier achat, et ce qu’ils ont apporté depuis',
    },
    description: {
      en: 'A customer belongs to the partner with the greatest part of its first sale, and to that program.',
      fr: 'Un client appartient au partenaire qui a la plus grande part de sa première vente, et à ce programme.',
    },
    access: staffRead,
    query: cohortsQuery,
    status: 200,
    answer: cohortsAnswer,
    alsoAnswers: ['text/csv'],
    errors: [],
  }),
  ...modelRoutes,
} as const;
