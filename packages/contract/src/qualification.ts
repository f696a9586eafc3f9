import { clauseKinds, dimensions, severities, sharedTraits } from '@cordee/core/qualification';
import { sides } from '@cordee/core/partnership';
import { z } from 'zod';
import { manage, manageOrOwn, sharedRead, staffRead } from './access.ts';
import { evidenceAnswer, evidenceBody } from './evidence.ts';
import { answer, answers, questionnaireDocument } from './questionnaire-values.ts';
import { route } from './route.ts';
import { idOf, idText, instantText, pageOf, pageQuery } from './values.ts';

/** Blind qualification: each side answers alone, seals its answers, and both are revealed together. */

export const qualificationStates = ['open', 'revealed', 'withdrawn', 'expired'] as const;
export const qualificationDecisions = ['accepted', 'refused', 'more_questions'] as const;

const share = z.int().min(0).max(10_000);
const words = z.object({ en: z.string(), fr: z.string() });
export const day = z.iso.date().meta({ example: '2027-01-31' });
const reason = z
  .string()
  .trim()
  .min(1)
  .max(4000)
  .regex(/^[^\0\p{Cs}]*$/u, 'no NUL, no half characters')
  .meta({ example: 'Your customers and ours complete each other.' });

const sideAnswer = z.object({
  sealedAt: instantText.nullable(),
  seal: z.string().nullable().meta({ description: 'SHA-256 that commits this side to its answers' }),
});

export const qualificationAnswer = z.object({
  id: idText('qlf'),
  partnerId: idText('prt'),
  partnerName: z.string(),
  questionnaireId: idText('qst'),
  version: z.int(),
  name: words,
  state: z.enum(qualificationStates),
  openedAt: instantText,
  expiresAt: instantText,
  revealedAt: instantText.nullable(),
  sides: z.object({ company: sideAnswer, partner: sideAnswer }),
  side: z.enum(sides).meta({ description: 'The side the reader is of' }),
  decision: z
    .object({ kind: z.enum(qualificationDecisions), reason: z.string(), at: instantText })
    .nullable()
    .meta({ description: 'Of the company; its reason is told to the partner' }),
  withdrawnReason: z.string().nullable(),
  requalifyOn: z.string().nullable().meta({ description: 'The day both are asked again' }),
});
export type QualificationAnswer = z.input<typeof qualificationAnswer>;

const span = { worst: share, best: share };
const score = z
  .object({ ...span, terms: z.int(), known: z.int() })
  .nullable()
  .meta({ description: 'In hundredths of a percent: between `worst` and `best` whatever the missing answers are' });

export const revealedAnswer = z.object({
  score,
  dimensions: z.array(z.object({ dimension: z.enum(dimensions), weight: z.int(), score })),
  differences: z.array(
    z.object({
      item: z.string(),
      dimension: z.enum(dimensions),
      severity: z.enum(severities),
      value: z.object(span),
      weight: z.int(),
      wish: z.enum(sides).nullable(),
      company: answer.nullable(),
      partner: answer.nullable(),
      text: words,
      clauses: z.array(z.enum(clauseKinds)),
    }),
  ),
  agenda: z.array(
    z.object({
      dimension: z.enum(dimensions),
      severity: z.enum(['serious', 'notable', 'minor', 'unknown']),
      minutes: z.int(),
      text: words,
      items: z.array(z.string()),
      clauses: z.array(z.enum(clauseKinds)),
    }),
  ),
  clauses: z.array(z.enum(clauseKinds)),
  answers: z.object({ company: answers, partner: answers }),
  nonces: z
    .object({ company: z.string(), partner: z.string() })
    .meta({ description: 'With these anybody can compute the seals again' }),
});

export const qualificationDetail = qualificationAnswer.extend({
  questionnaire: questionnaireDocument,
  own: z
    .object({ answers, asked: z.int(), answered: z.int() })
    .nullable()
    .meta({ description: 'What the reader’s side has answered; null for whoever only looks on as a partner' }),
  revealed: revealedAnswer.nullable().meta({ description: 'null until both sides have sealed' }),
  evidence: z.array(evidenceAnswer).meta({ description: 'The other side’s is shown once both are revealed' }),
});
export type QualificationDetail = z.input<typeof qualificationDetail>;

export const conflictAnswer = z.object({
  kind: z.enum(['partner', 'member', 'customer']),
  id: z.string(),
  name: z.string().nullable(),
  shared: z.array(z.enum(sharedTraits)),
  strength: z.enum(['same', 'tie']),
});

const byId = z.strictObject({ id: idOf('qlf') });
const openBody = z.strictObject({
  partnerId: idOf('prt'),
  questionnaireId: idOf('qst'),
  days: z.int().min(1).max(180).default(30).meta({ description: 'How long both have to answer' }),
});
export type OpenQualification = z.output<typeof openBody>;

const decisionBody = z.strictObject({
  kind: z.enum(qualificationDecisions),
  reason,
  requalifyOn: day.optional().meta({ description: 'Both are asked again on this day' }),
});
export type DecideQualification = z.output<typeof decisionBody>;

const listQuery = z.strictObject({
  ...pageQuery,
  partnerId: idOf('prt').optional(),
  state: z
    .enum([...qualificationStates, 'to_answer', 'to_decide'])
    .optional()
    .meta({ description: '`to_answer`: the reader’s side has not sealed yet; `to_decide`: revealed and not decided' }),
});
export type ListQualifications = z.output<typeof listQuery>;

const tag = 'qualification';
const common = { tag, params: byId, status: 200, answer: qualificationDetail } as const;

export const qualificationRoutes = {
  openQualification: route({
    id: 'openQualification',
    method: 'POST',
    path: '/api/v1/qualifications',
    tag,
    summary: { en: 'Ask both sides', fr: 'Interroger les deux parties' },
    description: {
      en: 'Uses the latest version of the questionnaire. The partner is told by mail.',
      fr: 'Emploie la dernière version du questionnaire. Le partenaire est prévenu par courriel.',
    },
    access: manage,
    body: openBody,
    status: 201,
    answer: qualificationDetail,
    errors: ['unknown_reference', 'conflict', 'already_exists', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  listQualifications: route({
    id: 'listQualifications',
    method: 'GET',
    path: '/api/v1/qualifications',
    tag,
    summary: { en: 'List qualifications, newest first', fr: 'Lister les qualifications, de la plus récente à la plus ancienne' },
    access: sharedRead,
    query: listQuery,
    status: 200,
    answer: pageOf(qualificationAnswer),
    errors: [],
  }),
  getQualification: route({
    ...common,
    id: 'getQualification',
    method: 'GET',
    path: '/api/v1/qualifications/:id',
    summary: { en: 'Read a qualification', fr: 'Lire une qualification' },
    description: {
      en: 'The other side’s answers are there once both have sealed, for nobody before.',
      fr: 'Les réponses de l’autre partie apparaissent une fois les deux scellées, et pour personne auparavant.',
    },
    access: sharedRead,
    errors: ['not_found'],
  }),
  keepAnswers: route({
    ...common,
    id: 'keepAnswers',
    method: 'PUT',
    path: '/api/v1/qualifications/:id/answers',
    summary: { en: 'Keep the answers of your side as a draft', fr: 'Garder les réponses de votre partie en brouillon' },
    access: manageOrOwn,
    body: z.strictObject({ answers }),
    errors: ['not_found', 'conflict', 'invalid_request', 'forbidden'],
    idempotency: 'none',
  }),
  sealAnswers: route({
    ...common,
    id: 'sealAnswers',
    method: 'POST',
    path: '/api/v1/qualifications/:id/seal',
    summary: { en: 'Seal the answers of your side', fr: 'Sceller les réponses de votre partie' },
    description: {
      en: 'From here on they cannot change. When both sides have sealed, both are revealed at once.',
      fr: 'Dès lors elles ne changent plus. Quand les deux parties ont scellé, tout est révélé en même temps.',
    },
    access: manageOrOwn,
    body: z.strictObject({
      answers: answers.optional().meta({ description: 'Kept and sealed in one step; else the draft is sealed' }),
    }),
    errors: ['not_found', 'conflict', 'invalid_request', 'forbidden', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  withdrawQualification: route({
    ...common,
    id: 'withdrawQualification',
    method: 'POST',
    path: '/api/v1/qualifications/:id/withdrawal',
    summary: {
      en: 'Withdraw: by either side, before the reveal',
      fr: 'Se retirer : par l’une ou l’autre partie, avant la révélation',
    },
    description: {
      en: 'What was answered is erased unread.',
      fr: 'Ce qui a été répondu est effacé sans avoir été lu.',
    },
    access: manageOrOwn,
    body: z.strictObject({ reason }),
    errors: ['not_found', 'conflict', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  decideQualification: route({
    ...common,
    id: 'decideQualification',
    method: 'POST',
    path: '/api/v1/qualifications/:id/decision',
    summary: { en: 'Decide, with the reason the partner is told', fr: 'Décider, avec le motif communiqué au partenaire' },
    access: manage,
    body: decisionBody,
    errors: ['not_found', 'conflict', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  addEvidence: route({
    ...common,
    id: 'addEvidence',
    method: 'POST',
    path: '/api/v1/qualifications/:id/evidence',
    summary: { en: 'Add a piece of evidence', fr: 'Ajouter un justificatif' },
    access: manageOrOwn,
    body: evidenceBody,
    errors: ['not_found', 'conflict', 'unknown_reference', 'forbidden', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  removeEvidence: route({
    ...common,
    id: 'removeEvidence',
    method: 'DELETE',
    path: '/api/v1/qualifications/:id/evidence/:evidenceId',
    params: z.strictObject({ id: idOf('qlf'), evidenceId: idOf('evd') }),
    summary: { en: 'Remove a piece of evidence of your side', fr: 'Retirer un justificatif de votre partie' },
    access: manageOrOwn,
    errors: ['not_found', 'conflict', 'forbidden'],
    idempotency: 'none',
  }),
  getQualificationConflicts: route({
    id: 'getQualificationConflicts',
    method: 'GET',
    path: '/api/v1/qualifications/:id/conflicts',
    tag,
    summary: { en: 'Whom the partner has something in common with', fr: 'Avec qui le partenaire a des points communs' },
    description: {
      en: 'Other partners, members and customers with the same number, VAT number, address of mail or place. A reason to ask, no judgement.',
      fr: 'Autres partenaires, membres et clients de mêmes numéro, n° de TVA, adresse électronique ou postale. Une raison de demander, non un jugement.',
    },
    access: staffRead,
    params: byId,
    status: 200,
    answer: z.object({ conflicts: z.array(conflictAnswer) }),
    errors: ['not_found'],
  }),
} as const;
