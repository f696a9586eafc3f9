import { isLocalDate } from '@cordee/core/time';
import { z } from 'zod';
import { sharedRead } from './access.ts';
import { route } from './route.ts';
import { idOf, idText, instant, instantText, pageOf, pageQuery } from './values.ts';

const day = z
  .string()
  .refine(isLocalDate, { message: 'expected a day', params: { rule: 'day' } })
  .meta({ description: 'Day in the zone of the workspace', example: '2026-11-23' });

export const clickInput = z.object({
  code: z.string().min(1).max(200).meta({ description: 'Code of the link, as it was found', example: 'anna' }),
  url: z.string().max(4000).optional().meta({ description: 'Page the visitor landed on; a sub-id is read from it' }),
  referrer: z.string().max(4000).optional().meta({ description: 'Only its host is kept' }),
  subId: z.string().min(1).max(100).optional().meta({ description: "The partner's own label" }),
  parameter: z
    .string()
    .regex(/^[A-Za-z0-9_.~-]{1,64}$/)
    .optional()
    .meta({ description: 'URL parameter the code was found in', example: 'via' }),
  visitorId: z.uuid().optional().meta({ description: 'As an earlier answer gave it' }),
  occurredAt: instant.optional(),
});
export type ClickInput = z.output<typeof clickInput>;

const clickFlag = z
  .enum(['bot', 'repeat'])
  .meta({ description: 'Why the click is kept but may not earn: a robot, or the same visitor on the same link again' });

const clickAnswer = z.object({
  clickId: idText('clk'),
  visitorId: z.uuid().meta({ description: 'Keep it with the visitor where the law lets you, and send it with later events' }),
  flag: clickFlag.optional(),
  destination: z.string().optional().meta({ description: 'Where the link leads, with the click id' }),
});
export type ClickAnswer = z.input<typeof clickAnswer>;

const seriesQuery = z
  .object({ partnerId: idOf('prt').optional(), programId: idOf('prg').optional(), from: day, to: day })
  .refine(({ from, to }) => from <= to, { message: '`from` is after `to`', path: ['to'], params: { rule: 'order' } });
export type SeriesQuery = z.output<typeof seriesQuery>;

const count = z.int().min(0);
const clickDay = z.object({
  day,
  clicks: count.meta({ description: 'Without repeats and robots' }),
  repeats: count,
  bots: count,
});
const clickSeries = z.object({
  days: z.array(clickDay).meta({ description: 'In order; days without any click are left out' }),
  total: clickDay.omit({ day: true }),
});
export type ClickSeries = z.input<typeof clickSeries>;

const retentionBody = z.object({
  olderThanDays: z.int().min(1).max(3650).meta({ example: 400 }),
  dryRun: z.boolean().default(true).meta({ description: 'Only says what would be deleted; the default' }),
});
export type RetentionBody = z.output<typeof retentionBody>;

const retentionAnswer = z.object({
  dryRun: z.boolean(),
  before: instantText,
  minimumDays: z.int().meta({ description: 'The longest attribution window of any published plan, and thirty days' }),
  clicks: count,
  months: z.array(z.object({ month: z.string().meta({ description: 'In UTC', example: '2026-11' }), clicks: count })),
});
export type RetentionAnswer = z.input<typeof retentionAnswer>;

const listClicksQuery = z.strictObject({
  ...pageQuery,
  partnerId: idOf('prt').optional(),
  linkId: idOf('lnk').optional(),
  flag: z
    .enum(['bot', 'repeat', 'none'])
    .optional()
    .meta({ description: 'Only robots, only repeats, or only clicks that count' }),
  from: instant.optional().meta({ description: 'At or after; 31 days before `to` unless said' }),
  to: instant.optional().meta({ description: 'Before; now unless said. At most 92 days after `from`' }),
});
export type ListClicks = z.output<typeof listClicksQuery>;

const listedClick = z.object({
  id: idText('clk'),
  at: instantText,
  partnerId: idText('prt'),
  enrollmentId: idText('enr'),
  programId: idText('prg'),
  linkId: idText('lnk'),
  code: z.string(),
  subId: z.string().nullable(),
  flag: clickFlag.nullable(),
  path: z.enum(['redirect', 'cookie', 'script', 'api']).meta({
    description: 'How it reached us: the redirect without or with the visitor cookie, the script, the company’s server',
  }),
  parameter: z.string().nullable(),
  agent: z.string().nullable().meta({ description: 'Family of the browser, never more', example: 'firefox windows' }),
  referrerHost: z.string().nullable(),
});
export type ListedClick = z.input<typeof listedClick>;

export const trackingRoutes = {
  trackClick: route({
    id: 'trackClick',
    method: 'POST',
    path: '/api/v1/track/click',
    tag: 'tracking',
    summary: {
      en: 'Record a click that did not pass through our redirect.',
      fr: "Enregistrer un clic qui n'est pas passé par notre redirection.",
    },
    description: {
      en: 'For links that lead straight to your own pages. `occurredAt` only with a secret key. Answered once the click is durable.',
      fr: 'Pour les liens qui mènent droit à vos pages. `occurredAt` seulement avec une clé secrète. Répondu une fois le clic durable.',
    },
    access: { roles: ['owner', 'manager'], scope: 'track:client' },
    body: clickInput,
    status: 200,
    answer: clickAnswer,
    errors: [
      'invalid_request',
      'malformed_json',
      'unauthenticated',
      'forbidden',
      'origin_not_allowed',
      'unknown_reference',
      'clock_in_future',
      'rate_limited',
      'unavailable',
    ],
    idempotency: 'none',
  }),
  listClicks: route({
    id: 'listClicks',
    method: 'GET',
    path: '/api/v1/clicks',
    tag: 'tracking',
    summary: { en: 'List clicks, newest first', fr: 'Lister les clics, du plus récent au plus ancien' },
    access: sharedRead,
    query: listClicksQuery,
    status: 200,
    answer: pageOf(listedClick),
    errors: ['invalid_request'],
  }),
  clickSeries: route({
    id: 'clickSeries',
    method: 'GET',
    path: '/api/v1/clicks/series',
    tag: 'tracking',
    summary: { en: 'Clicks by day', fr: 'Clics par jour' },
    access: sharedRead,
    query: seriesQuery,
    status: 200,
    answer: clickSeries,
    errors: ['invalid_request', 'not_found'],
  }),
  purgeClicks: route({
    id: 'purgeClicks',
    method: 'POST',
    path: '/api/v1/retention',
    tag: 'tracking',
    summary: { en: 'Delete old clicks, or say what would be deleted', fr: 'Supprimer les vieux clics, ou dire ce qui le serait' },
    description: {
      en: 'Daily figures stay. Sales keep the clicks they were credited to, so that every replay stays the same.',
      fr: 'Les chiffres par jour restent. Les ventes gardent les clics qui les ont portées : tout recalcul reste identique.',
    },
    access: { roles: ['owner'], scope: 'admin' },
    body: retentionBody,
    status: 200,
    answer: retentionAnswer,
    errors: ['invalid_request'],
    idempotency: 'key',
  }),
} as const;
