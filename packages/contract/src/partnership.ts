import { factKinds } from '@cordee/core/counting';
import { z } from 'zod';
import { manage, sharedRead, staffRead } from './access.ts';
import { jointFact } from './joint-fact.ts';
import { enrollmentState } from './enrollment.ts';
import { errors, type ErrorCode } from './errors.ts';
import { person } from './partnership-people.ts';
import { partner, stage, tag, tags } from './partner.ts';
import { route, type Access } from './route.ts';
import { idOf, idText, instant, instantText, pageOf, pageQuery } from './values.ts';

/** What the company keeps about its partners: stage, tags, notes, and all that happened in one order. */

/** Text of several lines, for people. */
const prose = z
  .string()
  .trim()
  .min(1)
  .max(10_000)
  .regex(/^[^\0\p{Cs}]+$/u, 'no NUL, no half characters')
  .meta({ example: 'Called on Monday: wants a code for the spring fair.' });
const reason = prose.max(500).meta({ example: 'Signed on 12 March' });

const stageBody = z.strictObject({
  stage,
  since: instant.optional().meta({ description: 'Now unless said otherwise; not in the future' }),
  reason: reason.optional(),
});
export type ChangeStage = z.output<typeof stageBody>;

const partnerIds = z.array(idOf('prt')).min(1).max(1000);
const bulkBody = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('archive'), partnerIds }),
  z.strictObject({ action: z.literal('tag'), partnerIds, tags: tags.refine((all) => all.length > 0, 'at least one tag') }),
  z.strictObject({ action: z.literal('untag'), partnerIds, tags: tags.refine((all) => all.length > 0, 'at least one tag') }),
  z.strictObject({ action: z.literal('stage'), partnerIds, stage, reason: reason.optional() }),
  z.strictObject({ action: z.literal('enroll'), partnerIds, programId: idOf('prg') }),
]);
export type BulkAction = z.output<typeof bulkBody>;

const codes = Object.keys(errors) as [ErrorCode, ...ErrorCode[]];
export const bulkAnswer = z.object({
  items: z.array(
    z.object({
      partnerId: idText('prt'),
      outcome: z.enum(['done', 'unchanged', 'refused']),
      code: z.enum(codes).nullable().meta({ description: 'Why it was refused' }),
      message: z.string().nullable().meta({ description: 'The same in the language of the request' }),
    }),
  ),
  done: z.int(),
  unchanged: z.int(),
  refused: z.int(),
});
export type BulkAnswer = z.input<typeof bulkAnswer>;

const actor = z.object({
  kind: z.enum(['user', 'key', 'hook', 'system']),
  id: z.string().nullable(),
  name: z.string().nullable().meta({ description: 'Of a member or a key; null once it is gone' }),
});

export const note = z.object({
  id: idText('nte'),
  partnerId: idText('prt'),
  text: z.string(),
  author: actor,
  createdAt: instantText,
  changedAt: instantText.nullable(),
  removedAt: instantText.nullable(),
});
export type NoteAnswer = z.input<typeof note>;
const noteBody = z.strictObject({ text: prose });

const amounts = z.array(z.object({ currency: z.string(), amount: z.int() }));
const entry = { id: z.string().meta({ description: 'Unique in the timeline' }), at: instantText };

export const timelineItem = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('fact'),
    ...entry,
    factId: idText('fct'),
    factKind: z.enum(factKinds),
    eventId: z.string(),
    occurredAt: instantText,
    currency: z.string().nullable(),
    amount: z.int().nullable(),
    unpaid: z.string().nullable(),
    earned: amounts.meta({ description: 'What this partner earned by it, less what it took back' }),
    commissionIds: z.array(idText('com')),
  }),
  z.object({
    kind: z.literal('payout'),
    ...entry,
    payoutId: idText('pay'),
    step: z.enum(['started', 'confirmed', 'rejected']),
    currency: z.string(),
    amount: z.int(),
  }),
  z.object({ kind: z.literal('stage'), ...entry, stage, since: instantText, reason: z.string().nullable(), actor }),
  z.object({
    kind: z.literal('enrollment'),
    ...entry,
    enrollmentId: idText('enr'),
    programId: idText('prg'),
    state: enrollmentState,
    from: instantText,
    reason: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('plan'),
    ...entry,
    enrollmentId: idText('enr'),
    programId: idText('prg'),
    planId: idText('pln').nullable(),
    from: instantText,
  }),
  z.object({ kind: z.literal('note'), ...entry, note }),
  z.object({ kind: z.literal('joint'), ...entry, jointFact }),
  z.object({ kind: z.literal('audit'), ...entry, action: z.string(), actor, before: z.unknown(), after: z.unknown() }),
]);
export type TimelineItem = z.input<typeof timelineItem>;

const timelineQuery = z.strictObject({
  ...pageQuery,
  kinds: z
    .string()
    .regex(/^[a-z]+(?:,[a-z]+)*$/, 'kinds with commas between')
    .transform((text) => new Set(text.split(',')))
    .optional()
    .meta({ description: 'Only these kinds, with commas between', example: 'fact,note' }),
});
export type TimelineQuery = z.output<typeof timelineQuery>;

const partnerById = z.strictObject({ id: idOf('prt') });
const noteById = z.strictObject({ id: idOf('nte') });
/** Whoever of the company may write notes: also finance and viewers see what was agreed on the telephone. */
const writeNotes: Access = { roles: ['owner', 'manager', 'finance'], scope: 'write' };
const group = 'partners';

export const partnershipRoutes = {
  bulkPartners: route({
    id: 'bulkPartners',
    method: 'POST',
    path: '/api/v1/partners/bulk',
    tag: group,
    summary: { en: 'Do the same to many partners', fr: 'Faire de même pour plusieurs partenaires' },
    description: {
      en: 'Archive, tag, untag, move to a stage or enroll up to 1,000 partners. Each succeeds or is refused by itself; the answer says which.',
      fr: 'Archiver, étiqueter, désétiqueter, changer d’étape ou inscrire jusqu’à 1 000 partenaires. Chacun réussit ou est refusé pour lui seul ; la réponse dit lesquels.',
    },
    access: manage,
    body: bulkBody,
    status: 200,
    answer: bulkAnswer,
    errors: [],
    idempotency: 'key',
  }),
  countStages: route({
    id: 'countStages',
    method: 'GET',
    path: '/api/v1/partners/stages',
    tag: group,
    summary: { en: 'How many partners stand at each stage', fr: 'Combien de partenaires sont à chaque étape' },
    access: staffRead,
    status: 200,
    answer: z.array(z.object({ stage, partners: z.int() })),
    errors: [],
  }),
  changeStage: route({
    id: 'changeStage',
    method: 'POST',
    path: '/api/v1/partners/:id/stage',
    tag: group,
    summary: { en: 'Move a partner to another stage', fr: 'Faire passer un partenaire à une autre étape' },
    access: manage,
    params: partnerById,
    body: stageBody,
    status: 200,
    answer: partner,
    errors: ['not_found', 'clock_in_future'],
    idempotency: 'key',
  }),
  listTags: route({
    id: 'listTags',
    method: 'GET',
    path: '/api/v1/partners/tags',
    tag: group,
    summary: { en: 'The tags in use, the most used first', fr: 'Les étiquettes utilisées, les plus fréquentes d’abord' },
    access: staffRead,
    status: 200,
    answer: z.array(z.object({ tag, partners: z.int() })),
    errors: [],
  }),
  listNotes: route({
    id: 'listNotes',
    method: 'GET',
    path: '/api/v1/partners/:id/notes',
    tag: group,
    summary: { en: 'Notes about a partner, newest first', fr: 'Notes sur un partenaire, de la plus récente à la plus ancienne' },
    access: staffRead,
    params: partnerById,
    query: z.strictObject(pageQuery),
    status: 200,
    answer: pageOf(note),
    errors: ['not_found'],
  }),
  writeNote: route({
    id: 'writeNote',
    method: 'POST',
    path: '/api/v1/partners/:id/notes',
    tag: group,
    summary: { en: 'Write a note about a partner', fr: 'Écrire une note sur un partenaire' },
    description: { en: 'The partner never sees it.', fr: 'Le partenaire ne la voit jamais.' },
    access: writeNotes,
    params: partnerById,
    body: noteBody,
    status: 201,
    answer: note,
    errors: ['not_found'],
    idempotency: 'key',
  }),
  changeNote: route({
    id: 'changeNote',
    method: 'PATCH',
    path: '/api/v1/notes/:id',
    tag: group,
    summary: { en: 'Correct a note', fr: 'Corriger une note' },
    access: writeNotes,
    params: noteById,
    body: noteBody,
    status: 200,
    answer: note,
    errors: ['not_found'],
    idempotency: 'none',
  }),
  removeNote: route({
    id: 'removeNote',
    method: 'DELETE',
    path: '/api/v1/notes/:id',
    tag: group,
    summary: { en: 'Remove a note; it can be restored', fr: 'Retirer une note ; elle peut être rétablie' },
    access: writeNotes,
    params: noteById,
    status: 200,
    answer: note,
    errors: ['not_found'],
    idempotency: 'none',
  }),
  restoreNote: route({
    id: 'restoreNote',
    method: 'POST',
    path: '/api/v1/notes/:id/restoration',
    tag: group,
    summary: { en: 'Restore a removed note', fr: 'Rétablir une note retirée' },
    access: writeNotes,
    params: noteById,
    status: 200,
    answer: note,
    errors: ['not_found'],
    idempotency: 'none',
  }),
  getTimeline: route({
    id: 'getTimeline',
    method: 'GET',
    path: '/api/v1/partners/:id/timeline',
    tag: group,
    summary: {
      en: 'All that happened with a partner, the latest learned first',
      fr: 'Tout ce qui s’est passé avec un partenaire, le plus récemment appris d’abord',
    },
    description: {
      en: 'Facts with what they earned, payouts, stages, enrollments, plans, notes and who changed what, in one order.',
      fr: 'Faits avec ce qu’ils ont rapporté, versements, étapes, adhésions, barèmes, notes et qui a changé quoi, dans un seul ordre.',
    },
    access: staffRead,
    params: partnerById,
    query: timelineQuery,
    status: 200,
    answer: pageOf(timelineItem),
    errors: ['not_found'],
  }),
  listPeople: route({
    id: 'listPeople',
    method: 'GET',
    path: '/api/v1/partners/:id/people',
    tag: group,
    summary: { en: 'Who signs in for a partner', fr: 'Qui se connecte pour un partenaire' },
    access: sharedRead,
    params: partnerById,
    status: 200,
    answer: z.array(person),
    errors: ['not_found'],
  }),
} as const;
