import { z } from 'zod';
import { manage, staffRead } from './access.ts';
import { partnerKind } from './partner.ts';
import { bothLanguages, itemForm, itemKey } from './questionnaire-values.ts';
import { route } from './route.ts';
import { idOf, idText, instantText } from './values.ts';

/** The form by which somebody applies to a program. */

const formQuestion = z.strictObject({
  key: itemKey,
  text: bothLanguages(300),
  form: itemForm,
  required: z.boolean(),
});

const longText = z.strictObject({ en: z.string().trim().max(4000), fr: z.string().trim().max(4000) });

export const formDocument = z
  .strictObject({
    title: bothLanguages(120),
    intro: longText,
    kind: partnerKind.meta({ description: 'The kind of partner an accepted applicant becomes' }),
    privacyUrl: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional(),
    questions: z
      .array(formQuestion)
      .max(40)
      .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, 'each key once')
      .refine(
        (all) =>
          all.every(
            ({ form }) =>
              !('options' in form) ||
              (form.options.length >= 2 && new Set(form.options.map(({ key }) => key)).size === form.options.length),
          ),
        'two options or more, each once',
      )
      .refine((all) => all.every(({ form }) => form.kind !== 'number' || form.min < form.max), 'a range'),
  })
  .meta({
    example: {
      title: { en: 'Become a partner', fr: 'Devenez partenaire' },
      intro: { en: '', fr: '' },
      kind: 'referrer',
      questions: [
        {
          key: 'audience',
          text: { en: 'Whom do you know?', fr: 'Qui connaissez-vous\u00a0?' },
          form: { kind: 'text' },
          required: true,
        },
      ],
    },
  });
export type FormDocument = z.output<typeof formDocument>;

export const funnel = z
  .object({
    seen: z.int(),
    begun: z.int(),
    sent: z.int(),
    confirmed: z.int(),
    accepted: z.int(),
    refused: z.int(),
  })
  .meta({ description: 'How many came how far since the day asked for' });

export const applicationForm = z.object({
  id: idText('apf'),
  programId: idText('prg'),
  open: z.boolean(),
  document: formDocument,
  url: z.string().meta({ description: 'The hosted page' }),
  changedAt: instantText,
  funnel,
});
export type ApplicationForm = z.input<typeof applicationForm>;

/** What the page of the form is made of. */
export const publicForm = z.object({
  workspace: z.string(),
  program: z.string(),
  document: formDocument,
  token: z.string().meta({ description: 'To be sent back with the application, some seconds later at the earliest' }),
});
export type PublicForm = z.input<typeof publicForm>;

const ofProgram = z.strictObject({ id: idOf('prg') });
const byId = z.strictObject({ id: idOf('apf') });
const tag = 'applications';

export const applicationFormRoutes = {
  getApplicationForm: route({
    id: 'getApplicationForm',
    method: 'GET',
    path: '/api/v1/programs/:id/application-form',
    tag,
    summary: { en: 'Read the application form of a program', fr: 'Lire le formulaire de candidature d’un programme' },
    access: staffRead,
    params: ofProgram,
    query: z.strictObject({ days: z.coerce.number().int().min(1).max(730).default(90) }),
    status: 200,
    answer: z.object({ form: applicationForm.nullable() }),
    errors: ['not_found'],
  }),
  setApplicationForm: route({
    id: 'setApplicationForm',
    method: 'PUT',
    path: '/api/v1/programs/:id/application-form',
    tag,
    summary: { en: 'Set the application form of a program', fr: 'Définir le formulaire de candidature d’un programme' },
    access: manage,
    params: ofProgram,
    body: z.strictObject({ open: z.boolean(), document: formDocument }),
    status: 200,
    answer: z.object({ form: applicationForm.nullable() }),
    errors: ['not_found', 'conflict'],
    idempotency: 'none',
  }),
  readPublicForm: route({
    id: 'readPublicForm',
    method: 'GET',
    path: '/api/v1/application-forms/:id',
    tag,
    summary: { en: 'Read an open form, as its page does', fr: 'Lire un formulaire ouvert, comme le fait sa page' },
    access: { public: true },
    params: byId,
    status: 200,
    answer: publicForm,
    errors: ['not_found'],
    limitPerMinute: 120,
  }),
  beginApplication: route({
    id: 'beginApplication',
    method: 'POST',
    path: '/api/v1/application-forms/:id/beginning',
    tag,
    summary: { en: 'Say that somebody has begun to fill it', fr: 'Dire que quelqu’un a commencé à le remplir' },
    access: { public: true },
    params: byId,
    status: 204,
    errors: ['not_found'],
    idempotency: 'none',
    limitPerMinute: 60,
  }),
} as const;
