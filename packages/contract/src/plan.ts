import { z } from 'zod';
import { manage, staffRead } from './access.ts';
import { displayName } from './partner.ts';
import { planDocument, planDocumentAnswer } from './plan-document.ts';
import { route } from './route.ts';
import { idOf, idText, instant, instantText, ordinal, ordinalText, pageOf, pageQuery } from './values.ts';

export const clause = z.object({
  number: z.string().meta({ description: 'What a commission cites', example: '2' }),
  ruleId: z.string().nullable().meta({ description: 'The rule it states; null for a general clause' }),
  heading: z.string(),
  text: z.string(),
});
export type Clause = z.infer<typeof clause>;

const versionSummary = z.object({
  id: idText('plv'),
  number: z.int().min(1),
  state: z.enum(['draft', 'announced', 'in_force', 'replaced']),
  createdAt: instantText,
  publishedAt: instantText.nullable(),
  effectiveAt: instantText.nullable(),
  revision: z.int().min(1).meta({ description: 'Grows each time a draft is replaced' }),
});

export const planVersion = versionSummary.extend({
  planId: idText('pln'),
  document: planDocumentAnswer,
  clauses: z
    .object({ fr: z.array(clause), en: z.array(clause) })
    .meta({ description: 'The annex of the charter, in both languages' }),
});
export type PlanVersion = z.infer<typeof planVersion>;

const planBase = z.object({
  id: idText('pln'),
  programId: idText('prg'),
  name: z.string(),
  default: z.boolean().meta({ description: 'The plan of enrollments that have none of their own' }),
  createdAt: instantText,
});

export const planSummary = planBase.extend({ versions: z.array(versionSummary) });
export type PlanSummary = z.infer<typeof planSummary>;

export const plan = planBase.extend({ versions: z.array(planVersion) });
export type Plan = z.infer<typeof plan>;

const createPlanBody = z.strictObject({ name: displayName, document: planDocument });
export type CreatePlan = z.output<typeof createPlanBody>;

const documentBody = z.strictObject({ document: planDocument });
export type DraftDocument = z.output<typeof documentBody>;

const expectedRevision = ordinal
  .optional()
  .meta({ description: 'The revision one has read: refused with `conflict` when somebody else has written since', example: 1 });
const replacementBody = documentBody.extend({ expectedRevision });
export type ReplaceDraft = z.output<typeof replacementBody>;

const deletionQuery = z.strictObject({
  expectedRevision: ordinalText
    .optional()
    .meta({ description: 'The revision one has read: refused with `conflict` when somebody else has written since', example: 1 }),
});

const publicationBody = z.strictObject({
  effectiveAt: instant.optional().meta({ description: 'As soon as the notice allows unless said otherwise' }),
  version: ordinal.optional().meta({ description: 'Number of the draft to publish, refused when it is another' }),
  expectedRevision,
});
export type Publication = z.output<typeof publicationBody>;

const byPlan = z.strictObject({ id: idOf('pln') });
const byVersion = z.strictObject({ id: idOf('plv') });
const byProgram = z.strictObject({ id: idOf('prg') });
const tag = 'plans';

export const planRoutes = {
  createPlan: route({
    id: 'createPlan',
    method: 'POST',
    path: '/api/v1/programs/:id/plans',
    tag,
    summary: { en: 'Add a plan to a program, as a draft', fr: 'Ajouter un barème à un programme, en brouillon' },
    access: manage,
    params: byProgram,
    body: createPlanBody,
    status: 201,
    answer: plan,
    errors: ['not_found', 'plan_invalid', 'unknown_reference'],
    idempotency: 'key',
  }),
  listPlans: route({
    id: 'listPlans',
    method: 'GET',
    path: '/api/v1/programs/:id/plans',
    tag,
    summary: { en: 'List the plans of a program', fr: "Lister les barèmes d'un programme" },
    access: staffRead,
    params: byProgram,
    query: z.strictObject(pageQuery),
    status: 200,
    answer: pageOf(planSummary),
    errors: ['not_found'],
  }),
  getPlan: route({
    id: 'getPlan',
    method: 'GET',
    path: '/api/v1/plans/:id',
    tag,
    summary: { en: 'Read a plan: all versions with their clauses', fr: 'Lire un barème : toutes ses versions et leurs clauses' },
    access: staffRead,
    params: byPlan,
    status: 200,
    answer: plan,
    errors: ['not_found'],
  }),
  draftVersion: route({
    id: 'draftVersion',
    method: 'POST',
    path: '/api/v1/plans/:id/versions',
    tag,
    summary: { en: 'Draft the next version of a plan', fr: "Rédiger la version suivante d'un barème" },
    access: manage,
    params: byPlan,
    body: documentBody,
    status: 201,
    answer: planVersion,
    errors: ['not_found', 'conflict', 'plan_invalid', 'unknown_reference'],
    idempotency: 'key',
  }),
  replaceDraft: route({
    id: 'replaceDraft',
    method: 'PUT',
    path: '/api/v1/plan-versions/:id',
    tag,
    summary: { en: 'Replace a draft', fr: 'Remplacer un brouillon' },
    description: {
      en: 'With `expectedRevision`, a draft that somebody else has written since is left as it is (`conflict`).',
      fr: 'Avec `expectedRevision`, un brouillon que quelqu’un d’autre a modifié entre-temps reste tel quel (`conflict`).',
    },
    access: manage,
    params: byVersion,
    body: replacementBody,
    status: 200,
    answer: planVersion,
    errors: ['not_found', 'plan_published', 'plan_invalid', 'unknown_reference', 'conflict'],
    idempotency: 'none',
  }),
  deleteDraft: route({
    id: 'deleteDraft',
    method: 'DELETE',
    path: '/api/v1/plan-versions/:id',
    tag,
    summary: { en: 'Delete a draft', fr: 'Supprimer un brouillon' },
    description: {
      en: 'The plan stays with its other versions; its only version is replaced, not deleted.',
      fr: 'Le barème garde ses autres versions ; la seule qu’il ait se remplace et ne se supprime pas.',
    },
    access: manage,
    params: byVersion,
    query: deletionQuery,
    status: 204,
    errors: ['not_found', 'plan_published', 'conflict'],
    idempotency: 'none',
  }),
  publishPlan: route({
    id: 'publishPlan',
    method: 'POST',
    path: '/api/v1/plans/:id/publication',
    tag,
    summary: { en: 'Publish the draft of a plan', fr: "Publier le brouillon d'un barème" },
    description: {
      en: 'From then on the version never changes. It takes effect after the notice of the version in force; the first version at once, or at any instant given.',
      fr: "La version ne change plus jamais. Elle prend effet après le préavis de la version en vigueur ; la première tout de suite, ou à l'instant donné.",
    },
    access: manage,
    params: byPlan,
    body: publicationBody,
    status: 201,
    answer: planVersion,
    errors: ['not_found', 'plan_published', 'plan_invalid', 'unknown_reference', 'notice_too_short', 'conflict'],
    idempotency: 'key',
  }),
} as const;
