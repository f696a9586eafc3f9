import { z } from 'zod';
import { staffRead } from './access.ts';
import { format, inOrder, narrowed, notTooLong } from './period.ts';
import { route } from './route.ts';
import { idText } from './values.ts';

/** Who contributes by several models, and how conversions were tied to partners. */

const modelsQuery = z
  .strictObject({
    ...narrowed,
    days: z.coerce
      .number()
      .int()
      .min(1)
      .max(400)
      .default(90)
      .meta({ description: 'How long before a sale a touchpoint still belongs to its journey' }),
    format,
  })
  .refine(inOrder.check, inOrder.fault)
  .refine(notTooLong.check, notTooLong.fault);
export type ModelsQuery = z.output<typeof modelsQuery>;

const share = z.number().min(0).max(1);
export const modelsAnswer = z.object({
  sales: z.int().meta({ description: 'Sales with a journey that were compared' }),
  withoutJourney: z.int().meta({ description: 'Sales nobody was seen before' }),
  lost: z.int().meta({ description: 'Journeys that led to a lead and to no sale' }),
  journeys: z.int().meta({ description: 'Different journeys' }),
  truncated: z.boolean().meta({ description: 'There were more sales than are compared at once: the latest were' }),
  others: z.boolean().meta({ description: 'Partners beyond the fifteen seen most are one row without an id' }),
  partners: z
    .array(
      z.object({
        partnerId: idText('prt').nullable(),
        name: z.string().nullable(),
        sales: z.int().meta({ description: 'In whose journeys it was seen' }),
        inForce: share.meta({ description: 'By the rules that were in force: its part of the sales' }),
        first: share,
        last: share,
        linear: share,
        markov: share,
        shapley: share,
        contributesUnpaid: z
          .boolean()
          .meta({ description: 'Markov and Shapley both see a part of at least 1 % where the rules give none' }),
      }),
    )
    .meta({ description: 'Shares of the compared sales; each column sums to one' }),
});
export type ModelsAnswer = z.input<typeof modelsAnswer>;

const trackingQuery = z.strictObject(narrowed).refine(inOrder.check, inOrder.fault).refine(notTooLong.check, notTooLong.fault);
export const trackingPaths = ['cookie', 'click_id', 'code', 'coupon', 'none'] as const;

export const trackingAnswer = z.object({
  paths: z.array(
    z.object({
      path: z.enum(trackingPaths).meta({ description: 'How conversions were tied to their touchpoints; `none`: to nothing' }),
      sales: z.int(),
      leads: z.int(),
      share: share.meta({ description: 'Of all sales and leads' }),
    }),
  ),
  browsers: z
    .array(
      z.object({
        browser: z.string().nullable().meta({ description: 'Family; null when the click is no longer kept' }),
        conversions: z.int(),
        medianDays: z.number().meta({ description: 'From the first visit that was still known to the conversion' }),
        longTailDays: z.number().meta({ description: 'Nineteen of twenty conversions were within' }),
        longestDays: z.number(),
      }),
    )
    .meta({ description: 'How long cookies were really kept, by the latest conversions tied by cookie' }),
});
export type TrackingAnswer = z.input<typeof trackingAnswer>;

const tag = 'analytics';

export const modelRoutes = {
  getModels: route({
    id: 'getModels',
    method: 'GET',
    path: '/api/v1/analytics/models',
    tag,
    summary: {
      en: 'Who contributes, by several models beside the rules in force',
      fr: 'Qui contribue, selon plusieurs modèles, à côté des règles en vigueur',
    },
    description: {
      en: 'First, last, linear, Markov removal effect and Shapley value over whole journeys, of at most 50,000 sales. Nothing is paid by it.',
      fr: 'Premier, dernier, linéaire, effet de retrait de Markov et valeur de Shapley sur des parcours entiers, de 50 000 ventes au plus. Rien n’est payé d’après cela.',
    },
    access: staffRead,
    query: modelsQuery,
    status: 200,
    answer: modelsAnswer,
    alsoAnswers: ['text/csv'],
    errors: [],
  }),
  getTracking: route({
    id: 'getTracking',
    method: 'GET',
    path: '/api/v1/analytics/tracking',
    tag,
    summary: {
      en: 'How conversions were tied to partners, and how long cookies really last',
      fr: 'Comment les conversions ont été reliées, et combien de temps durent vraiment les cookies',
    },
    access: staffRead,
    query: trackingQuery,
    status: 200,
    answer: trackingAnswer,
    errors: [],
  }),
} as const;
