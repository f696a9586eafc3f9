import { hostOf } from '@cordee/core/program';
import { templateNames } from '@cordee/core/plan';
import { isValidSlug } from '@cordee/core/codes';
import { z } from 'zod';
import { manage, staffRead } from './access.ts';
import { enrollmentRoutes } from './enrollment.ts';
import { displayName } from './partner.ts';
import { partnerTermsRoutes } from './partner-terms.ts';
import { planDocument } from './plan-document.ts';
import { planRoutes } from './plan.ts';
import { route } from './route.ts';
import { idOf, idText, instant, instantText, pageOf, pageQuery } from './values.ts';

const slug = z
  .string()
  .refine(isValidSlug, { message: 'lower-case letters, digits, `_` and `-`', params: { rule: 'slug' } })
  .meta({ example: 'amis-de-la-maison' });
const destinationUrl = z
  .string()
  .max(2000)
  .refine((url) => hostOf(url) !== null, { message: 'expected an absolute http(s) URL', params: { rule: 'url' } })
  .meta({
    description: "Where links lead unless they say otherwise: the company's own page",
    example: 'https://shop.example/welcome',
  });
const clickParameter = z
  .string()
  .regex(/^[A-Za-z0-9_.~-]{1,64}$/)
  .meta({ example: 'cordee_click' });
const cookie = z
  .enum(['set', 'never'])
  .meta({ description: 'Whether the redirect may set a visitor cookie; the law asks consent for it in many countries' });
const cookieDays = z.int().min(1).max(400);
const gpc = z.enum(['respect', 'ignore']).meta({ description: 'What a Global Privacy Control signal does to the cookie' });
const precedence = z.int().min(0).max(1_000_000);
const repeatMinutes = z.int().min(0).max(43_200).meta({ description: 'Window in which a visitor counts once per link' });

export const program = z.object({
  id: idText('prg'),
  name: z.string(),
  slug: z.string(),
  destinationUrl: z.string(),
  clickParameter: z.string(),
  cookie,
  cookieDays: z.int(),
  gpc,
  repeatMinutes: z.int(),
  precedence: z.int().meta({ description: 'As it is now; `terms` has its history' }),
  maskCustomers: z.boolean(),
  planId: idText('pln').meta({ description: 'The plan of enrollments that have none of their own, as it is now' }),
  terms: z.array(z.object({ from: instantText, recordedAt: instantText, precedence: z.int(), planId: idText('pln') })).meta({
    description: 'Place and default plan over time, in the order they were decided; of two that have begun the later start holds',
  }),
  createdAt: instantText,
  archivedAt: instantText.nullable(),
});
export type Program = z.infer<typeof program>;

const versionInForce = z.object({ number: z.int().min(1), effectiveAt: instantText });

/** A program with where it stands, for those who run it. */
export const programStanding = program.extend({
  state: z.enum(['draft', 'announced', 'in_force', 'archived']).meta({
    description: 'Of its default plan: nothing is published; published and not begun; in force',
  }),
  currency: z.string().meta({ description: 'Of the default plan: the version in force, else the latest' }),
  inForce: versionInForce.nullable().meta({ description: 'The version of the default plan that is in force' }),
  announced: versionInForce.nullable().meta({ description: 'The next version of the default plan' }),
  draft: z.int().nullable().meta({ description: 'The number of its version that is being written' }),
  partners: z
    .object({ active: z.int(), pending: z.int(), paused: z.int(), ended: z.int() })
    .meta({ description: 'Enrollments by the state they are in' }),
});
export type ProgramStanding = z.infer<typeof programStanding>;

const createBody = z
  .strictObject({
    name: displayName,
    slug: slug.optional().meta({ description: 'Made from the name unless given' }),
    destinationUrl,
    clickParameter: clickParameter.default('cordee_click'),
    cookie: cookie.default('never'),
    cookieDays: cookieDays.default(90),
    gpc: gpc.default('respect'),
    repeatMinutes: repeatMinutes.default(60),
    precedence: precedence.default(100).meta({
      description: 'Programs are offered a conversion lowest first; changed with `POST /api/v1/programs/:id/terms`',
    }),
    maskCustomers: z.boolean().default(true).meta({ description: 'Whether partners see customers masked' }),
    plan: planDocument.optional().meta({ description: 'The first plan, as a draft; a template unless given' }),
    template: z
      .enum(templateNames)
      .optional()
      .meta({ description: 'The template the first plan is made from, in the currency of the workspace' }),
  })
  .refine((body) => body.plan === undefined || body.template === undefined, 'a plan or a template, not both');
export type CreateProgram = z.output<typeof createBody>;

const changeBody = z
  .strictObject({
    name: displayName.optional(),
    slug: slug.optional(),
    destinationUrl: destinationUrl.optional(),
    clickParameter: clickParameter.optional(),
    cookie: cookie.optional(),
    cookieDays: cookieDays.optional(),
    gpc: gpc.optional(),
    repeatMinutes: repeatMinutes.optional(),
    maskCustomers: z.boolean().optional(),
  })
  .refine((changes) => Object.keys(changes).length > 0, 'at least one field')
  .meta({ example: { cookie: 'set', cookieDays: 30 } });
export type ChangeProgram = z.output<typeof changeBody>;

const termsBody = z
  .strictObject({
    precedence: precedence.optional().meta({ description: 'Programs are offered a conversion lowest first' }),
    planId: idOf('pln').optional().meta({ description: 'A plan of this program with a version in force by then' }),
    from: instant
      .optional()
      .meta({ description: 'As soon as possible when left out: now, or after the notice for another plan' }),
  })
  .refine(({ precedence: place, planId }) => place !== undefined || planId !== undefined, {
    message: 'a precedence or a plan',
    params: { rule: 'standing' },
  })
  .meta({ example: { precedence: 50 } });
export type ChangeProgramTerms = z.output<typeof termsBody>;

const listQuery = z.strictObject(pageQuery);
export type ListPage = z.output<typeof listQuery>;

const byId = z.strictObject({ id: idOf('prg') });
const tag = 'programs';

export const programRoutes = {
  createProgram: route({
    id: 'createProgram',
    method: 'POST',
    path: '/api/v1/programs',
    tag,
    summary: {
      en: 'Open a program with its first plan, as a draft',
      fr: 'Ouvrir un programme avec son premier barème, en brouillon',
    },
    access: manage,
    body: createBody,
    status: 201,
    answer: program,
    errors: ['already_exists', 'plan_invalid', 'unknown_reference'],
    idempotency: 'key',
  }),
  listPrograms: route({
    id: 'listPrograms',
    method: 'GET',
    path: '/api/v1/programs',
    tag,
    summary: { en: 'List programs, newest first', fr: 'Lister les programmes, les plus récents en tête' },
    access: staffRead,
    query: listQuery,
    status: 200,
    answer: pageOf(programStanding),
    errors: [],
  }),
  getProgram: route({
    id: 'getProgram',
    method: 'GET',
    path: '/api/v1/programs/:id',
    tag,
    summary: { en: 'Read a program', fr: 'Lire un programme' },
    access: staffRead,
    params: byId,
    status: 200,
    answer: programStanding,
    errors: ['not_found'],
  }),
  changeProgram: route({
    id: 'changeProgram',
    method: 'PATCH',
    path: '/api/v1/programs/:id',
    tag,
    summary: { en: 'Change the settings of a program', fr: "Modifier les réglages d'un programme" },
    access: manage,
    params: byId,
    body: changeBody,
    status: 200,
    answer: program,
    errors: ['not_found', 'already_exists'],
    idempotency: 'key',
  }),
  changeProgramTerms: route({
    id: 'changeProgramTerms',
    method: 'POST',
    path: '/api/v1/programs/:id/terms',
    tag,
    summary: {
      en: 'Change the precedence or the default plan of a program, from an instant on',
      fr: 'Modifier la priorité ou le barème par défaut d’un programme, à partir d’un instant',
    },
    description: {
      en: 'What happens from then on is counted by them; what happened before, even if it is told later, by those that were in force. Another plan waits for the notice of the version in force.',
      fr: 'Ce qui arrive ensuite est compté ainsi ; ce qui s’est passé avant, même annoncé plus tard, selon ce qui était en vigueur. Un autre barème attend le préavis de la version en vigueur.',
    },
    access: manage,
    params: byId,
    body: termsBody,
    status: 200,
    answer: program,
    errors: ['not_found', 'unknown_reference', 'notice_too_short', 'conflict', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  ...planRoutes,
  ...enrollmentRoutes,
  ...partnerTermsRoutes,
} as const;
