import { factKinds } from '@cordee/core/counting';
import { z } from 'zod';
import { signalAnswer, signalCodes } from './commission-review.ts';
import { attributionAnswer, billing, commissionAnswer, eventRoutes, orderLine, reversalAnswer } from './events.ts';
import { route, type Access } from './route.ts';
import { externalId, idOf, instant, metadata, pageOf, pageQuery } from './values.ts';

/** Facts and commissions as they are read, and why each came to what it did. */

/** The company reads all; a partner what credits it. */
const read: Access = { roles: ['owner', 'manager', 'finance', 'viewer', 'partner'], scope: 'read' };

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const instantText = z.string().meta({ description: 'ISO 8601 instant in UTC', example: '2026-11-23T18:00:00.000Z' });

const unpaidAnswer = z.object({
  reason: z.string().meta({ example: 'no_qualifying_touchpoint' }),
  text: z.string().meta({ description: 'Why, and what would have paid, in the language of the request' }),
});

export const factAnswer = z.object({
  id: z.string().meta({ example: 'fct_01j0000000e0080000000000ff' }),
  kind: z.enum(factKinds),
  source: z.string(),
  eventId: z.string(),
  occurredAt: instantText,
  recordedAt: instantText,
  customerExternalId: z.string().nullable().meta({ description: 'null when there is none, when it was erased or is masked' }),
  currency: z.string().nullable(),
  amount: z.int().nullable(),
  /** The earlier fact this one is about. */
  targetId: z.string().nullable(),
  counted: z.boolean(),
  unpaid: unpaidAnswer.nullable(),
});
export type FactAnswer = z.input<typeof factAnswer>;

export const factDetail = factAnswer.extend({
  details: z.object({
    lines: z.array(orderLine.extend({ quantity: z.int() })).optional(),
    coupon: z.string().optional(),
    code: z.string().optional(),
    subId: z.string().optional(),
    country: z.string().optional(),
    billing: billing.optional(),
    metadata: metadata.optional(),
    name: z.string().optional(),
    path: z.string().optional().meta({ description: 'How it was tied to its touchpoints' }),
    reason: z.string().optional(),
    payoutId: z.string().optional(),
    dueAt: instantText.optional(),
    contributionId: z.string().optional().meta({ description: 'The contribution it confirms or ends' }),
    claimId: z
      .string()
      .optional()
      .meta({ description: 'The accepted claim it was recorded for; another partner’s is for the company only' }),
    until: instantText.optional().meta({ description: 'Of a contribution: it counts for what happens before' }),
    products: z.array(z.string()).optional().meta({ description: 'Of a deal: what it is about' }),
    commissionIds: z
      .array(z.string())
      .optional()
      .meta({ description: 'Of a review: the commissions it decides about; not for partners' }),
  }),
  attribution: attributionAnswer,
  commissions: z.array(commissionAnswer),
  reversals: z.array(reversalAnswer),
});
export type FactDetail = z.input<typeof factDetail>;

const explanationStep = z.object({
  code: z.string().meta({ example: 'commission' }),
  values: z.unknown().meta({ description: 'An object whose fields depend on the code; amounts are minor units as text' }),
  children: z.array(z.unknown()).meta({ description: 'Steps of the same shape' }),
});

const told = {
  explanation: z.object({
    zone: z.string().meta({ description: 'In which the sentences tell dates' }),
    steps: z.array(explanationStep),
  }),
  text: z.array(z.string()).meta({ description: 'The explanation in sentences, in the language of the request' }),
};

export const whyAnswer = z.object({ factId: z.string(), ...told });

const clickWhyAnswer = z.object({
  clickId: z.string(),
  factId: z.string().nullable().meta({ description: 'The fact it became, where its program pays for clicks' }),
  uses: z.array(z.string()).meta({ description: 'The leads and sales that carry it, as far as the reader may see them' }),
  ...told,
});

const listFactsQuery = z.strictObject({
  ...pageQuery,
  kind: z.enum(factKinds).optional(),
  except: z.enum(factKinds).optional().meta({ description: 'Leave out this kind', example: 'maturity' }),
  partnerId: idOf('prt').optional().meta({ description: 'Only facts that credit this partner or move its accounts' }),
  programId: idOf('prg').optional().meta({ description: 'Only what this program took' }),
  eventId: externalId.optional().meta({ description: 'As the sender named it' }),
  customerExternalId: externalId.optional(),
  from: instant.optional().meta({ description: 'Occurred at or after' }),
  to: instant.optional().meta({ description: 'Occurred before' }),
  unpaid: flag.optional().meta({ description: 'Only facts that paid nothing (true), or only those that did not refuse (false)' }),
});
export type ListFacts = z.output<typeof listFactsQuery>;

const status = commissionAnswer.shape.status;
const statuses = z
  .string()
  .max(200)
  .transform((text, context) => {
    const parsed = z.array(status).safeParse(text.split(','));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: 'expected statuses separated by commas', params: { rule: 'list_of_statuses' } });
    return z.NEVER;
  })
  .meta({ description: `One or several, separated by commas: ${status.options.join(', ')}`, example: 'in_review,held' });

const listCommissionsQuery = z.strictObject({
  ...pageQuery,
  partnerId: idOf('prt').optional(),
  programId: idOf('prg').optional(),
  status: statuses.optional(),
  from: instant.optional().meta({ description: 'Occurred at or after' }),
  to: instant.optional().meta({ description: 'Occurred before' }),
  currency: z.string().max(64).optional().meta({ description: 'A currency or a non-cash unit', example: 'EUR' }),
  minAmount: z.coerce.number().int().min(0).optional().meta({ description: 'In minor units: at least this much', example: 5000 }),
  signal: z.enum(signalCodes).optional().meta({
    description:
      'Only those with this signal, among what waits for a decision; a page may hold fewer than `limit` and still have a next one',
  }),
  signals: flag.optional().meta({ description: 'Whether to look for the signals of each (at most 50 a page); not for partners' }),
  sort: z.enum(['newest', 'oldest', 'amount']).default('newest').meta({ description: 'amount: the highest first' }),
  format: z.enum(['json', 'csv']).optional().meta({ description: 'Unless said, what the Accept header prefers' }),
});
export type ListCommissions = z.output<typeof listCommissionsQuery>;

export const listedCommission = commissionAnswer.extend({
  signals: z.array(signalAnswer).optional().meta({ description: 'Only when asked for' }),
});
export type ListedCommission = z.input<typeof listedCommission>;

const [trackSale, trackLead, trackQualifiedLead, trackRefund, trackCancellation] = eventRoutes;

const factById = z.strictObject({ id: idOf('fct') });
const commissionById = z.strictObject({ id: idOf('com') });

export const countingRoutes = {
  trackSale,
  trackLead,
  trackQualifiedLead,
  trackRefund,
  trackCancellation,
  listFacts: route({
    id: 'listFacts',
    method: 'GET',
    path: '/api/v1/facts',
    tag: 'facts',
    summary: { en: 'List recorded facts, newest first', fr: 'Lister les faits enregistrés, du plus récent au plus ancien' },
    description: {
      en: 'As they were recorded; in a period (`from`, `to`), as they happened, unless a partner or a customer is named. A page may hold fewer facts than asked for, even none, while `nextCursor` says that there are more: a rare combination of filters is looked for page by page.',
      fr: 'Dans l’ordre d’enregistrement ; sur une période (`from`, `to`), dans l’ordre des événements, sauf si un partenaire ou un client est nommé. Une page peut contenir moins de faits que demandé, voire aucun, tant que `nextCursor` en annonce d’autres : une combinaison rare de filtres se cherche page par page.',
    },
    access: read,
    query: listFactsQuery,
    status: 200,
    answer: pageOf(factAnswer),
    errors: [],
  }),
  getFact: route({
    id: 'getFact',
    method: 'GET',
    path: '/api/v1/facts/:id',
    tag: 'facts',
    summary: { en: 'Read a fact and what was decided about it', fr: 'Lire un fait et ce qui a été décidé à son sujet' },
    access: read,
    params: factById,
    status: 200,
    answer: factDetail,
    errors: ['not_found'],
  }),
  explainFact: route({
    id: 'explainFact',
    method: 'GET',
    path: '/api/v1/facts/:id/why',
    tag: 'facts',
    summary: { en: 'Why a fact paid what it paid, or nothing', fr: "Pourquoi un fait a payé ce qu'il a payé, ou rien" },
    description: {
      en: 'What happened, the touchpoints looked at, the credits, each commission with its clause and arithmetic, what was taken back, and the lines of the ledger: as data and in sentences.',
      fr: "Ce qui s'est passé, les points de contact examinés, les parts, chaque commission avec sa clause et son calcul, ce qui a été repris, et les lignes du grand livre : en données et en phrases.",
    },
    access: read,
    params: factById,
    status: 200,
    answer: whyAnswer,
    errors: ['not_found'],
  }),
  explainClick: route({
    id: 'explainClick',
    method: 'GET',
    path: '/api/v1/clicks/:id/why',
    tag: 'tracking',
    summary: { en: 'Why a click counts or not, and what came of it', fr: "Pourquoi un clic compte ou non, et ce qu'il a donné" },
    description: {
      en: 'How it came, whether it is a robot’s or a repeat (and of which click), how link and partner stood, the leads and sales that carry it and their credit, and why it paid nothing by itself: as data and in sentences. Clicks that were purged are not found.',
      fr: "Comment il est venu, s'il vient d'un robot ou répète un clic (et lequel), où en étaient le lien et le partenaire, les prospects et ventes qui le portent et leur crédit, et pourquoi il n'a rien payé lui-même : en données et en phrases. Un clic supprimé est introuvable.",
    },
    access: read,
    params: z.strictObject({ id: idOf('clk') }),
    status: 200,
    answer: clickWhyAnswer,
    errors: ['not_found'],
  }),
  listCommissions: route({
    id: 'listCommissions',
    method: 'GET',
    path: '/api/v1/commissions',
    tag: 'commissions',
    summary: { en: 'List commissions', fr: 'Lister les commissions' },
    description: {
      en: 'As CSV with `format=csv` or `Accept: text/csv`: all commissions the filters let through, whatever the page, in the language of the request.',
      fr: 'En CSV avec `format=csv` ou `Accept: text/csv` : toutes les commissions que laissent les filtres, quelle que soit la page, dans la langue de la requête.',
    },
    access: read,
    query: listCommissionsQuery,
    status: 200,
    answer: pageOf(listedCommission),
    alsoAnswers: ['text/csv'],
    errors: [],
  }),
  getCommission: route({
    id: 'getCommission',
    method: 'GET',
    path: '/api/v1/commissions/:id',
    tag: 'commissions',
    summary: { en: 'Read a commission', fr: 'Lire une commission' },
    access: read,
    params: commissionById,
    status: 200,
    answer: commissionAnswer,
    errors: ['not_found'],
  }),
  explainCommission: route({
    id: 'explainCommission',
    method: 'GET',
    path: '/api/v1/commissions/:id/why',
    tag: 'commissions',
    summary: { en: 'Why a commission came to its amount', fr: 'Pourquoi une commission a ce montant' },
    access: read,
    params: commissionById,
    status: 200,
    answer: whyAnswer,
    errors: ['not_found'],
  }),
} as const;
