import { questionnaireRules } from '@cordee/core/qualification';
import { z } from 'zod';
import { manage, sharedRead, staffRead } from './access.ts';
import { partnerKind } from './partner.ts';
import { questionnaireDocument } from './questionnaire-values.ts';
import { route } from './route.ts';
import { idOf, idText, instantText, ordinalText, pageOf, pageQuery } from './values.ts';

/** Questionnaires of a workspace: a draft that changes, versions that never do. */

const version = z.object({
  version: z.int(),
  publishedAt: instantText,
  items: z.int(),
  hash: z.string().meta({ description: 'SHA-256 of the document, which every seal includes' }),
});

export const questionnaireAnswer = z.object({
  id: idText('qst'),
  name: z.object({ en: z.string(), fr: z.string() }),
  kinds: z.array(partnerKind),
  createdAt: instantText,
  archivedAt: instantText.nullable(),
  published: version.nullable().meta({ description: 'The latest version, which new qualifications use' }),
  draftChanged: z.boolean().meta({ description: 'The draft says something else than the latest version' }),
  qualifications: z.int().meta({ description: 'How many were opened with it' }),
});
export type QuestionnaireAnswer = z.input<typeof questionnaireAnswer>;

export const questionnaireDetail = questionnaireAnswer.extend({
  draft: questionnaireDocument,
  problems: z
    .array(z.object({ path: z.string(), rule: z.enum(questionnaireRules) }))
    .meta({ description: 'What keeps the draft from being published' }),
  versions: z.array(version),
});
export type QuestionnaireDetail = z.input<typeof questionnaireDetail>;

const byId = z.strictObject({ id: idOf('qst') });
const createBody = z
  .strictObject({
    template: partnerKind.optional().meta({ description: 'Begins with our own items for this kind of partner' }),
    document: questionnaireDocument.optional(),
  })
  .refine(({ template, document }) => (template === undefined) !== (document === undefined), 'a template or a document')
  .meta({ example: { template: 'referrer' } });
export type CreateQuestionnaire = z.output<typeof createBody>;

const tag = 'qualification';

export const questionnaireRoutes = {
  listQuestionnaires: route({
    id: 'listQuestionnaires',
    method: 'GET',
    path: '/api/v1/questionnaires',
    tag,
    summary: { en: 'List questionnaires', fr: 'Lister les questionnaires' },
    access: staffRead,
    query: z.strictObject({ ...pageQuery, kind: partnerKind.optional() }),
    status: 200,
    answer: pageOf(questionnaireAnswer),
    errors: [],
  }),
  createQuestionnaire: route({
    id: 'createQuestionnaire',
    method: 'POST',
    path: '/api/v1/questionnaires',
    tag,
    summary: { en: 'Begin a questionnaire', fr: 'Commencer un questionnaire' },
    access: manage,
    body: createBody,
    status: 201,
    answer: questionnaireDetail,
    errors: ['idempotency_conflict'],
    idempotency: 'key',
  }),
  getQuestionnaire: route({
    id: 'getQuestionnaire',
    method: 'GET',
    path: '/api/v1/questionnaires/:id',
    tag,
    summary: { en: 'Read a questionnaire', fr: 'Lire un questionnaire' },
    access: staffRead,
    params: byId,
    status: 200,
    answer: questionnaireDetail,
    errors: ['not_found'],
  }),
  changeQuestionnaire: route({
    id: 'changeQuestionnaire',
    method: 'PUT',
    path: '/api/v1/questionnaires/:id/draft',
    tag,
    summary: { en: 'Replace the draft', fr: 'Remplacer le brouillon' },
    description: {
      en: 'Versions that are published stay as they are, and so do the qualifications opened with them.',
      fr: 'Les versions publiées restent telles quelles, ainsi que les qualifications ouvertes avec elles.',
    },
    access: manage,
    params: byId,
    body: questionnaireDocument,
    status: 200,
    answer: questionnaireDetail,
    errors: ['not_found', 'conflict'],
    idempotency: 'none',
  }),
  publishQuestionnaire: route({
    id: 'publishQuestionnaire',
    method: 'POST',
    path: '/api/v1/questionnaires/:id/publication',
    tag,
    summary: { en: 'Publish the draft as a version that never changes', fr: 'Publier le brouillon en une version immuable' },
    access: manage,
    params: byId,
    status: 200,
    answer: questionnaireDetail,
    errors: ['not_found', 'conflict', 'questionnaire_incomplete', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  archiveQuestionnaire: route({
    id: 'archiveQuestionnaire',
    method: 'PUT',
    path: '/api/v1/questionnaires/:id/archive',
    tag,
    summary: { en: 'Put a questionnaire away, or take it back', fr: 'Archiver un questionnaire, ou le reprendre' },
    access: manage,
    params: byId,
    body: z.strictObject({ archived: z.boolean() }),
    status: 200,
    answer: questionnaireDetail,
    errors: ['not_found'],
    idempotency: 'none',
  }),
  getQuestionnaireVersion: route({
    id: 'getQuestionnaireVersion',
    method: 'GET',
    path: '/api/v1/questionnaires/:id/versions/:version',
    tag,
    summary: { en: 'Read a published version', fr: 'Lire une version publiée' },
    access: sharedRead,
    params: z.strictObject({ id: idOf('qst'), version: ordinalText.meta({ example: '1' }) }),
    status: 200,
    answer: version.extend({ document: questionnaireDocument }),
    errors: ['not_found'],
  }),
} as const;
