import { z } from 'zod';
import { manage, staffRead } from './access.ts';
import { formDocument } from './application-form.ts';
import { displayName, partnerKind } from './partner.ts';
import { conflictAnswer } from './qualification.ts';
import { answers } from './questionnaire-values.ts';
import { route, type Access } from './route.ts';
import { countryCode, idOf, idText, instantText, oneLine, pageOf, pageQuery } from './values.ts';

/** Applications: sent by anybody, proved by mail, answered by the company with a reason. */

export const applicationStates = ['unconfirmed', 'waiting', 'asked', 'accepted', 'refused', 'withdrawn'] as const;
export const applicationDecisions = ['accepted', 'refused', 'more_questions'] as const;

const text = z
  .string()
  .trim()
  .min(1)
  .max(4000)
  .regex(/^[^\0\p{Cs}]*$/u, 'no NUL, no half characters');

const applicant = {
  name: displayName.meta({ description: 'Of the company, or of the person', example: 'Atelier Lumière' }),
  contact: oneLine(200).meta({ description: 'Who writes', example: 'Ana Martin' }),
  email: z.email().max(254).meta({ example: 'ana@atelier-lumiere.example' }),
  language: z.enum(['fr', 'en']),
  country: countryCode.optional(),
  website: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  registrationNumber: oneLine(40).optional(),
  vatNumber: oneLine(30).optional(),
  address: oneLine(300).optional(),
  ties: text.optional().meta({ description: 'Declared ties with the company or somebody of it' }),
  answers: answers.default({}),
};

const trap = z.string().max(500).optional().meta({ description: 'Left empty by people: a field they do not see' });

const sendBody = z.strictObject({ ...applicant, token: z.string().min(1).max(500).meta({ example: 'token' }), fax: trap });
export type SendApplication = z.output<typeof sendBody>;
const apiBody = z.strictObject({ formId: idOf('apf'), ...applicant });
export type ApplyByKey = z.output<typeof apiBody>;

export const applicationAnswer = z.object({
  id: idText('app'),
  formId: idText('apf'),
  programId: idText('prg'),
  programName: z.string(),
  state: z.enum(applicationStates),
  name: z.string(),
  contact: z.string(),
  email: z.string(),
  language: z.enum(['fr', 'en']),
  country: z.string().nullable(),
  sentAt: instantText,
  confirmedAt: instantText.nullable(),
  decidedAt: instantText.nullable(),
  reason: z.string().nullable().meta({ description: 'What the applicant was told' }),
  partnerId: idText('prt').nullable(),
  enrollmentId: idText('enr').nullable(),
});
export type ApplicationAnswer = z.input<typeof applicationAnswer>;

export const applicationDetail = applicationAnswer.extend({
  website: z.string().nullable(),
  registrationNumber: z.string().nullable(),
  vatNumber: z.string().nullable(),
  address: z.string().nullable(),
  ties: z.string().nullable(),
  answers,
  document: formDocument.meta({ description: 'The form as it was when it was sent' }),
  conflicts: z.array(conflictAnswer).meta({ description: 'Whom the workspace knows that has something in common with it' }),
  twins: z
    .array(z.object({ id: idText('app'), name: z.string(), state: z.enum(applicationStates), sentAt: instantText }))
    .meta({ description: 'Other applications of the same address, name or number' }),
});
export type ApplicationDetail = z.input<typeof applicationDetail>;

const decided = applicationDetail.extend({
  invitation: z
    .object({
      link: z.string().nullable().meta({ description: 'To be handed over; null when repeated, and for who has an account' }),
      mailed: z.boolean().meta({ description: 'Whether the link was also sent to the address' }),
    })
    .nullable()
    .meta({ description: 'When accepted: of who applied to the portal; null when nobody was invited' }),
});
export type ApplicationDecided = z.input<typeof decided>;

const decisionBody = z.strictObject({
  kind: z.enum(applicationDecisions),
  reason: text.meta({ description: 'Told to the applicant by mail', example: 'Welcome: your network is the one we look for.' }),
  partnerKind: partnerKind.optional().meta({ description: 'Another kind than the form’s' }),
  partnerId: idOf('prt').optional().meta({ description: 'A partner that exists already: it is enrolled, no other is made' }),
  invite: z.boolean().optional().meta({
    description:
      'Whether who applied is invited to the portal when accepted, by the address they proved; unless said, for a new partner only: of one that exists, its people say who joins them',
  }),
});
export type DecideApplication = z.output<typeof decisionBody>;

const listQuery = z.strictObject({
  ...pageQuery,
  state: z
    .enum([...applicationStates, 'to_decide'])
    .optional()
    .meta({ description: '`to_decide`: confirmed and not answered' }),
  programId: idOf('prg').optional(),
});
export type ListApplications = z.output<typeof listQuery>;

const byId = z.strictObject({ id: idOf('app') });
const token = z.strictObject({ token: z.string().min(1).max(500).meta({ example: 'token' }) });
const tag = 'applications';
const publicAccess: Access = { public: true };
const sent = z
  .object({ sent: z.literal(true) })
  .meta({ description: 'The same whatever became of it: nothing is told to robots' });

export const applicationRoutes = {
  applyByKey: route({
    id: 'applyByKey',
    method: 'POST',
    path: '/api/v1/applications',
    tag,
    summary: { en: 'Apply, from a page of the company', fr: 'Candidater, depuis une page de l’entreprise' },
    description: {
      en: 'With a publishable key, from one of its origins. The applicant confirms by the link in a mail.',
      fr: 'Avec une clé publiable, depuis l’une de ses origines. Le candidat confirme par le lien d’un courriel.',
    },
    access: { roles: ['owner', 'manager'], scope: 'track:client' },
    body: apiBody,
    status: 202,
    answer: sent,
    errors: ['unknown_reference', 'invalid_request', 'conflict', 'idempotency_conflict'],
    idempotency: 'key',
    limitPerMinute: 30,
  }),
  sendApplication: route({
    id: 'sendApplication',
    method: 'POST',
    path: '/api/v1/application-forms/:id/applications',
    tag,
    summary: { en: 'Apply, from the hosted page', fr: 'Candidater, depuis la page hébergée' },
    access: publicAccess,
    params: z.strictObject({ id: idOf('apf') }),
    body: sendBody,
    status: 202,
    answer: sent,
    errors: ['not_found', 'invalid_request', 'application_too_fast', 'application_link_over'],
    idempotency: 'none',
    limitPerMinute: 10,
  }),
  confirmApplication: route({
    id: 'confirmApplication',
    method: 'POST',
    path: '/api/v1/application-confirmations',
    tag,
    summary: { en: 'Prove an address, by the link in the mail', fr: 'Prouver une adresse, par le lien du courriel' },
    access: publicAccess,
    body: token,
    status: 200,
    answer: z.object({ state: z.enum(applicationStates), workspace: z.string(), program: z.string() }),
    errors: ['application_link_over'],
    idempotency: 'none',
    limitPerMinute: 30,
  }),
  listApplications: route({
    id: 'listApplications',
    method: 'GET',
    path: '/api/v1/applications',
    tag,
    summary: { en: 'List applications, newest first', fr: 'Lister les candidatures, de la plus récente à la plus ancienne' },
    access: staffRead,
    query: listQuery,
    status: 200,
    answer: pageOf(applicationAnswer),
    errors: [],
  }),
  getApplication: route({
    id: 'getApplication',
    method: 'GET',
    path: '/api/v1/applications/:id',
    tag,
    summary: { en: 'Read an application', fr: 'Lire une candidature' },
    access: staffRead,
    params: byId,
    status: 200,
    answer: applicationDetail,
    errors: ['not_found'],
  }),
  decideApplication: route({
    id: 'decideApplication',
    method: 'POST',
    path: '/api/v1/applications/:id/decision',
    tag,
    summary: { en: 'Answer an application', fr: 'Répondre à une candidature' },
    description: {
      en: 'An acceptance makes the partner and its enrollment, and invites who applied to the portal. The applicant is told in its language, with the reason.',
      fr: 'Une acceptation crée le partenaire et son adhésion, et invite la personne au portail. Le candidat est prévenu dans sa langue, avec le motif.',
    },
    access: manage,
    params: byId,
    body: decisionBody,
    status: 200,
    answer: decided,
    errors: ['not_found', 'conflict', 'unknown_reference', 'already_exists', 'idempotency_conflict'],
    idempotency: 'key',
  }),
} as const;
