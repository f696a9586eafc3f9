import { claimKinds, claimStates, dayKinds } from '@cordee/core/claim';
import { z } from 'zod';
import { manage, manageOrOwn, sharedRead } from './access.ts';
import {
  acceptClaimBody,
  claimSubjects,
  openClaimBody,
  outcomeCodes,
  refuseClaimBody,
  sayBody,
  settleClaimBody,
  settlementWays,
  withdrawClaimBody,
} from './claim-body.ts';
import { fileAnswer } from './file.ts';
import { route } from './route.ts';
import { idOf, idText, instantText, pageOf, pageQuery } from './values.ts';

/** Claims of partners: a fact that is missing, wrong, rejected or wrongly split, and the days the company has to answer. */

export const claimAnswer = z.object({
  id: idText('clm'),
  kind: z.enum(claimKinds),
  state: z.enum(claimStates).meta({ description: '`asked`: the partner is to reply, and the clock stands still' }),
  partnerId: idText('prt'),
  partnerName: z.string(),
  enrollmentId: idText('enr'),
  programId: idText('prg'),
  factId: idText('fct').nullable(),
  commissionId: idText('com').nullable(),
  contributionId: idText('ctb').nullable(),
  expected: z
    .object({
      what: z.enum(claimSubjects),
      occurredAt: instantText,
      eventId: z.string().nullable(),
      customer: z.object({ externalId: z.string().nullable(), name: z.string().nullable(), email: z.string().nullable() }),
      amount: z.int().nullable(),
      currency: z.string().nullable(),
    })
    .nullable(),
  openedAt: instantText,
  openedBy: z.enum(['company', 'partner']),
  terms: z
    .object({ days: z.int(), dayKind: z.enum(dayKinds), automatic: z.boolean() })
    .meta({ description: 'Under which it was opened; they stay its own. `automatic`: silence accepts' }),
  deadline: instantText.nullable().meta({ description: 'When the days to answer are over; null while the clock stands still' }),
  daysLeft: z.int().nullable().meta({ description: 'Days that still count, today included' }),
  overdue: z.boolean(),
  outcome: z
    .object({
      code: z.enum(outcomeCodes),
      text: z.string().meta({ description: 'The code in words, in the language of the request' }),
      reason: z.string(),
      at: instantText,
      automatic: z.boolean().meta({ description: 'By silence' }),
    })
    .nullable(),
  settlement: z
    .object({
      by: z.enum(settlementWays).nullable().meta({ description: 'null: accepted by silence, and nothing could be recorded yet' }),
      factId: idText('fct').nullable(),
      contributionId: idText('ctb').nullable(),
      missing: z.string().nullable().meta({ description: 'What kept it from being recorded, in the language of the request' }),
    })
    .nullable(),
});
export type ClaimAnswer = z.input<typeof claimAnswer>;

export const claimEntryKinds = [
  'opened',
  'message',
  'question',
  'reply',
  'reminded',
  'overdue',
  'accepted',
  'partly_accepted',
  'refused',
  'withdrawn',
  'accepted_automatically',
  'settled',
] as const;

export const claimDetail = claimAnswer.extend({
  entries: z.array(
    z.object({
      number: z.int(),
      at: instantText,
      kind: z.enum(claimEntryKinds),
      side: z.enum(['company', 'partner', 'clock']),
      author: z.string().nullable().meta({ description: 'For the company only' }),
      text: z.string().nullable(),
      links: z.array(z.string()),
      files: z.array(fileAnswer).meta({ description: 'What was handed in with it' }),
    }),
  ),
});
export type ClaimDetail = z.input<typeof claimDetail>;

const listQuery = z.strictObject({
  ...pageQuery,
  partnerId: idOf('prt').optional(),
  programId: idOf('prg').optional(),
  kind: z.enum(claimKinds).optional(),
  state: z
    .enum([...claimStates, 'to_answer', 'overdue', 'to_settle'])
    .optional()
    .meta({
      description:
        '`to_answer`: the clock runs on the company; `overdue`: the days are over; `to_settle`: accepted by silence, not recorded yet',
    }),
});
export type ListClaims = z.output<typeof listQuery>;

const byId = z.strictObject({ id: idOf('clm') });
const tag = 'claims';

export const claimRoutes = {
  openClaim: route({
    id: 'openClaim',
    method: 'POST',
    path: '/api/v1/claims',
    tag,
    summary: { en: 'Open a claim', fr: 'Ouvrir une réclamation' },
    description: {
      en: 'A partner contests for itself, the company may for anybody: a fact that is missing, wrong, rejected or wrongly split. From here on the company has the days of its terms to answer. What is written is never changed.',
      fr: 'Un partenaire réclame pour lui-même, l’entreprise peut le faire pour tous : un fait manquant, erroné, rejeté ou mal partagé. L’entreprise a dès lors les jours prévus pour répondre. Ce qui est écrit n’est jamais modifié.',
    },
    access: manageOrOwn,
    body: openClaimBody,
    status: 201,
    answer: claimDetail,
    errors: ['unknown_reference', 'already_exists', 'clock_in_future', 'conflict', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  listClaims: route({
    id: 'listClaims',
    method: 'GET',
    path: '/api/v1/claims',
    tag,
    summary: { en: 'List claims, newest first', fr: 'Lister les réclamations, de la plus récente à la plus ancienne' },
    access: sharedRead,
    query: listQuery,
    status: 200,
    answer: pageOf(claimAnswer),
    errors: [],
  }),
  getClaim: route({
    id: 'getClaim',
    method: 'GET',
    path: '/api/v1/claims/:id',
    tag,
    summary: { en: 'Read a claim with all that was said', fr: 'Lire une réclamation et tout ce qui a été dit' },
    access: sharedRead,
    params: byId,
    status: 200,
    answer: claimDetail,
    errors: ['not_found'],
  }),
  sayInClaim: route({
    id: 'sayInClaim',
    method: 'POST',
    path: '/api/v1/claims/:id/entries',
    tag,
    summary: { en: 'Add evidence, a question or a reply', fr: 'Ajouter une preuve, une question ou une réponse' },
    description: {
      en: 'A question of the company stops the clock until the partner writes again. Nothing can be added once the claim is decided.',
      fr: 'Une question de l’entreprise arrête le délai jusqu’à ce que le partenaire écrive de nouveau. Rien ne s’ajoute une fois la décision prise.',
    },
    access: manageOrOwn,
    params: byId,
    body: sayBody,
    status: 200,
    answer: claimDetail,
    errors: ['not_found', 'conflict', 'unknown_reference', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  acceptClaim: route({
    id: 'acceptClaim',
    method: 'POST',
    path: '/api/v1/claims/:id/acceptance',
    tag,
    summary: {
      en: 'Accept a claim, wholly or in part, and put it right',
      fr: 'Accepter une réclamation, en tout ou partie, et la régler',
    },
    description: {
      en: 'What was missing becomes a fact, counted like any other and credited to the partner for its claim. What cannot be put right as asked is refused with the reason, and nothing is changed.',
      fr: 'Ce qui manquait devient un fait, compté comme tout autre et crédité au partenaire au titre de sa réclamation. Ce qui ne peut être réglé ainsi est refusé avec la raison, et rien n’est modifié.',
    },
    access: manage,
    params: byId,
    body: acceptClaimBody,
    status: 200,
    answer: claimDetail,
    errors: [
      'not_found',
      'conflict',
      'claim_unsettled',
      'unknown_reference',
      'clock_in_future',
      'idempotency_conflict',
      'unavailable',
    ],
    idempotency: 'key',
  }),
  refuseClaim: route({
    id: 'refuseClaim',
    method: 'POST',
    path: '/api/v1/claims/:id/refusal',
    tag,
    summary: { en: 'Refuse a claim, with the reason', fr: 'Refuser une réclamation, avec le motif' },
    access: manage,
    params: byId,
    body: refuseClaimBody,
    status: 200,
    answer: claimDetail,
    errors: ['not_found', 'conflict', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  withdrawClaim: route({
    id: 'withdrawClaim',
    method: 'POST',
    path: '/api/v1/claims/:id/withdrawal',
    tag,
    summary: { en: 'Withdraw a claim', fr: 'Retirer une réclamation' },
    description: {
      en: 'By its partner, or by the company where the company opened it.',
      fr: 'Par son partenaire, ou par l’entreprise si c’est elle qui l’a ouverte.',
    },
    access: manageOrOwn,
    params: byId,
    body: withdrawClaimBody,
    status: 200,
    answer: claimDetail,
    errors: ['not_found', 'conflict', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  settleClaim: route({
    id: 'settleClaim',
    method: 'POST',
    path: '/api/v1/claims/:id/settlement',
    tag,
    summary: { en: 'Put right what was accepted by silence', fr: 'Régler ce qui a été accepté par silence' },
    description: {
      en: 'For a claim accepted automatically whose fact could not be recorded at once, because the customer or the amount was not known.',
      fr: 'Pour une réclamation acceptée d’office dont le fait n’a pas pu être enregistré aussitôt, faute de client ou de montant connu.',
    },
    access: manage,
    params: byId,
    body: settleClaimBody,
    status: 200,
    answer: claimDetail,
    errors: [
      'not_found',
      'conflict',
      'claim_unsettled',
      'unknown_reference',
      'clock_in_future',
      'idempotency_conflict',
      'unavailable',
    ],
    idempotency: 'key',
  }),
} as const;
