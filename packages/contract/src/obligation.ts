import { dutyKinds, dutyStates, owners, proofKinds } from '@cordee/core/obligation';
import { z } from 'zod';
import { manage, manageOrOwn, sharedRead } from './access.ts';
import { evidenceLinks } from './claim-body.ts';
import { text } from './contribution-body.ts';
import { fileAnswer, fileIds } from './file.ts';
import { cadence, charterDates, civilDay, dutyTerms, inBothLanguages } from './obligation-terms.ts';
import { route } from './route.ts';
import { countryCode, idOf, idText, instantText, oneLine, pageOf, pageQuery } from './values.ts';

/** Dated duties of both sides of a partnership: compiled from what clauses promise, or added by hand. */

export const obligationSteps = ['handed_in', 'refused', 'waived', 'missed'] as const;
export type ObligationStep = (typeof obligationSteps)[number];
export const obligationEntryKinds = [...obligationSteps, 'created', 'moved', 'ended', 'reminder', 'late', 'kept'] as const;

const answer = z.object({
  id: idText('obl'),
  partnerId: idText('prt'),
  partnerName: z.string(),
  source: z.string().meta({ description: 'The charter it follows from, or `own` for one added by hand', example: 'own' }),
  kind: z.enum(dutyKinds),
  owner: z.enum(owners).meta({ description: 'Who owes it' }),
  title: z.string().meta({ description: 'In the language of the request' }),
  dueOn: civilDay,
  daysLeft: z.int().meta({ description: 'Negative once it is late' }),
  state: z.enum(dutyStates),
  proof: z.enum(proofKinds),
  lastStep: z.object({ kind: z.enum(obligationSteps), on: civilDay }).nullable(),
});
export type ObligationAnswer = z.input<typeof answer>;

const detail = answer.extend({
  remindDays: z.array(z.int()),
  steps: z.array(z.enum(obligationSteps)).meta({ description: 'What whoever asks may do now' }),
  entries: z.array(
    z.object({
      number: z.int(),
      at: instantText,
      kind: z.enum(obligationEntryKinds),
      side: z.enum(['company', 'partner', 'clock']),
      text: z.string().nullable(),
      links: z.array(z.string()),
      files: z.array(fileAnswer),
    }),
  ),
});
export type ObligationDetail = z.input<typeof detail>;

const createBody = z.strictObject({
  partnerId: idOf('prt'),
  by: z.enum(owners),
  title: inBothLanguages,
  dueOn: civilDay,
  cadence: cadence.nullable().default(null),
  proof: z.enum(proofKinds).default('statement'),
  remindDays: z.array(z.int().min(0).max(365)).max(10).optional(),
});
export type CreateObligation = z.output<typeof createBody>;

const setBody = z.strictObject({
  source: z
    .string()
    .regex(/^(?:chr_[0-9a-z]{26}|[a-z][a-z0-9_.-]{0,59})$/)
    .meta({ description: 'The charter, or a name of your own; terms of one source replace each other', example: 'charter-2026' }),
  terms: z.array(dutyTerms).max(200),
  dates: charterDates,
  country: countryCode
    .nullable()
    .default(null)
    .meta({ description: 'Whose holidays count; as the settings say, and then as they will say, when left out', example: 'FR' }),
  region: oneLine(60)
    .nullable()
    .default(null)
    .meta({ description: 'Of that country, such as `alsace-moselle` in France', example: null }),
  preview: z.boolean().default(false).meta({ description: 'Say what would change, and change nothing' }),
});
export type SetDuties = z.output<typeof setBody>;

const changed = z.object({ key: z.string(), owner: z.enum(owners), title: z.string(), dueOn: civilDay });
export const dutyChanges = z.object({
  version: z.int().meta({ description: 'Of the terms of this source' }),
  added: z.array(changed),
  gone: z.array(changed),
  moved: z.array(changed.extend({ before: civilDay })),
});
export type DutyChangesAnswer = z.input<typeof dutyChanges>;

export const obligationFilters = ['open', 'late', 'settled', 'all'] as const;
const listQuery = z.strictObject({
  ...pageQuery,
  partnerId: idOf('prt').optional(),
  state: z.enum(obligationFilters).default('all'),
  owner: z.enum(owners).optional(),
  until: civilDay.optional().meta({ description: 'Due on this day or before' }),
});
export type ListObligations = z.output<typeof listQuery>;

const stepBody = z.strictObject({
  step: z.enum(obligationSteps),
  text: text
    .nullable()
    .default(null)
    .meta({ description: 'Needed unless it is handed in with a link or a file', example: 'Held on 30 November.' }),
  links: evidenceLinks,
  files: fileIds,
});
export type StepBody = z.output<typeof stepBody>;

const feed = z.object({
  id: idText('obf'),
  partnerId: idText('prt').nullable(),
  createdAt: instantText,
  url: z.string().nullable().meta({ description: 'Shown once' }),
});
export type FeedAnswer = z.input<typeof feed>;

const tag = 'obligations';
const byId = z.object({ id: idOf('obl') });

export const obligationRoutes = {
  listObligations: route({
    id: 'listObligations',
    method: 'GET',
    path: '/api/v1/obligations',
    tag,
    summary: { en: 'List obligations, the earliest due first', fr: 'Lister les obligations, la plus proche d’abord' },
    access: sharedRead,
    query: listQuery,
    status: 200,
    answer: pageOf(answer),
    errors: ['invalid_request'],
  }),
  getObligation: route({
    id: 'getObligation',
    method: 'GET',
    path: '/api/v1/obligations/:id',
    tag,
    summary: { en: 'Read an obligation and its history', fr: 'Lire une obligation et son historique' },
    access: sharedRead,
    params: byId,
    status: 200,
    answer: detail,
    errors: ['not_found'],
  }),
  createObligation: route({
    id: 'createObligation',
    method: 'POST',
    path: '/api/v1/obligations',
    tag,
    summary: { en: 'Add an obligation', fr: 'Ajouter une obligation' },
    access: manage,
    body: createBody.meta({
      example: {
        partnerId: 'prt_01h45nvb5pextapf6f6a01aqw7',
        by: 'partner',
        title: { fr: 'Attestation de vigilance', en: 'Certificate of vigilance' },
        dueOn: '2027-01-31',
        cadence: { every: 1, pace: 'half_year' },
        proof: 'document',
      },
    }),
    status: 201,
    answer: detail,
    errors: ['unknown_reference', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  setDuties: route({
    id: 'setDuties',
    method: 'PUT',
    path: '/api/v1/partners/:id/duties',
    tag,
    summary: { en: 'Compile terms into obligations', fr: 'Tirer des obligations de clauses' },
    description: {
      en: 'Terms of one source replace each other from today on: the answer says what is added, what ends and what moves. What was due before stays.',
      fr: 'Les clauses d’une même source se remplacent à partir d’aujourd’hui : la réponse dit ce qui s’ajoute, ce qui cesse et ce qui bouge. Ce qui était dû avant demeure.',
    },
    access: manage,
    params: z.object({ id: idOf('prt') }),
    body: setBody,
    status: 200,
    answer: dutyChanges,
    errors: ['not_found', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  stepObligation: route({
    id: 'stepObligation',
    method: 'POST',
    path: '/api/v1/obligations/:id/steps',
    tag,
    summary: { en: 'Hand in, refuse, waive or declare missed', fr: 'Remettre, refuser, dispenser ou déclarer manquée' },
    description: {
      en: 'Who owes it hands in; the other side refuses what was handed in, waives, or says that it was missed, with the reason.',
      fr: 'Celui qui doit remet ; l’autre refuse ce qui a été remis, dispense, ou déclare l’obligation manquée, avec le motif.',
    },
    access: manageOrOwn,
    params: byId,
    body: stepBody.meta({ example: { step: 'handed_in', text: 'Held on 30 November.', links: [] } }),
    status: 200,
    answer: detail,
    errors: ['not_found', 'forbidden', 'conflict', 'invalid_request', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  endObligation: route({
    id: 'endObligation',
    method: 'DELETE',
    path: '/api/v1/obligations/:id',
    tag,
    summary: { en: 'End an obligation that was added by hand', fr: 'Mettre fin à une obligation ajoutée à la main' },
    description: {
      en: 'It and its later turns are owed no longer; what was due before today stays.',
      fr: 'Elle et ses échéances suivantes ne sont plus dues ; ce qui l’était avant aujourd’hui demeure.',
    },
    access: manage,
    params: byId,
    status: 204,
    errors: ['not_found', 'conflict', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  listObligationFeeds: route({
    id: 'listObligationFeeds',
    method: 'GET',
    path: '/api/v1/obligation-feeds',
    tag,
    summary: { en: 'List calendar addresses', fr: 'Lister les adresses d’agenda' },
    access: sharedRead,
    status: 200,
    answer: z.object({ items: z.array(feed) }),
    errors: [],
  }),
  openObligationFeed: route({
    id: 'openObligationFeed',
    method: 'POST',
    path: '/api/v1/obligation-feeds',
    tag,
    summary: { en: 'Make a secret calendar address', fr: 'Créer une adresse d’agenda secrète' },
    description: {
      en: 'For a calendar application. Whoever knows the address reads the obligations: it is shown once, and can be withdrawn.',
      fr: 'Pour une application d’agenda. Qui connaît l’adresse lit les obligations : elle est montrée une fois, et peut être retirée.',
    },
    access: manageOrOwn,
    body: z.strictObject({ partnerId: idOf('prt').optional() }).meta({ example: {} }),
    status: 201,
    answer: feed,
    errors: ['unknown_reference', 'forbidden', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  revokeObligationFeed: route({
    id: 'revokeObligationFeed',
    method: 'DELETE',
    path: '/api/v1/obligation-feeds/:id',
    tag,
    summary: { en: 'Withdraw a calendar address', fr: 'Retirer une adresse d’agenda' },
    access: manageOrOwn,
    params: z.object({ id: idOf('obf') }),
    status: 204,
    errors: ['not_found', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  readObligationFeed: route({
    id: 'readObligationFeed',
    method: 'GET',
    path: '/api/v1/obligation-calendars/:token',
    tag,
    summary: { en: 'Obligations as a calendar (ICS)', fr: 'Les obligations en agenda (ICS)' },
    access: { public: true },
    params: z.object({
      token: z
        .string()
        .regex(/^[A-Za-z0-9_-]{43}(?:\.ics)?$/)
        .meta({ example: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics' }),
    }),
    status: 200,
    alsoAnswers: ['text/calendar'],
    errors: ['not_found'],
  }),
} as const;
