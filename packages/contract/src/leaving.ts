import { leavingStates } from '@cordee/core/exit';
import { gateCodes } from '@cordee/core/partnership';
import { z } from 'zod';
import { lastingRead, manage, manageOrOwn } from './access.ts';
import { text } from './contribution-body.ts';
import { exitStep, finalLine } from './exit-rehearsal.ts';
import { civilDay } from './obligation-terms.ts';
import { route } from './route.ts';
import { idOf, idText, instantText } from './values.ts';

/** A partnership that is left: notice, agreement on another end, final account, end. */

const side = z.enum(['company', 'partner']);
export const leavingEntryKinds = [
  'noticed',
  'end_offered',
  'withdrawal_offered',
  'agreed',
  'declined',
  'taken_back',
  'begun',
  'step_done',
  'settled',
  'ended',
] as const;

/** What is looked at before the final account. */
export const settlementChecks = ['last_day_over', 'months_closed', 'nothing_kept', 'holds_over', 'no_payout_under_way'] as const;
export type SettlementCheck = (typeof settlementChecks)[number];

export const leavingActions = ['notice', 'offer', 'answer', 'take_back', 'begin', 'settle', 'end'] as const;

const account = z.object({
  number: z.int(),
  at: instantText,
  lines: z.array(finalLine),
  closedThrough: z.string().nullable().meta({ description: 'The last month that was closed', example: '2026-11' }),
  runOffOn: civilDay.nullable().meta({ description: 'Until when customers brought before earn on; null: not agreed, or none' }),
  open: z.array(z.enum(settlementChecks)).meta({ description: 'What was open when it was made' }),
  despite: z.string().nullable().meta({ description: 'Why it was made all the same' }),
  hash: z.string(),
});

const leaving = z.object({
  id: idText('lvg'),
  state: z.enum(leavingStates),
  side: side.meta({ description: 'Who gave notice' }),
  noticedOn: civilDay,
  endsOn: civilDay,
  earliestOn: civilDay,
  basis: z.enum(['notice', 'term', 'said', 'law', 'nothing']),
  reason: z.string(),
  offer: z
    .object({ kind: z.enum(['end', 'withdrawal']), side, endsOn: civilDay.nullable(), text: z.string().nullable() })
    .nullable(),
  runOffOn: civilDay.nullable(),
  accessDays: z.int(),
  endedOn: civilDay.nullable(),
  readsUntil: civilDay.nullable(),
  steps: z.array(
    exitStep.extend({
      done: z.object({ at: instantText, side: z.enum(['company', 'partner', 'clock']), text: z.string().nullable() }).nullable(),
      mayDo: z.boolean(),
    }),
  ),
  checks: z.array(z.object({ code: z.enum(settlementChecks), text: z.string(), isMet: z.boolean() })),
  account: account.nullable(),
  entries: z.array(
    z.object({
      number: z.int(),
      at: instantText,
      kind: z.enum(leavingEntryKinds),
      side: z.enum(['company', 'partner', 'clock']),
      by: z.string().nullable(),
      text: z.string().nullable(),
      endsOn: civilDay.nullable(),
    }),
  ),
});

export const leavingAnswer = z.object({
  partnerId: idText('prt'),
  leaving: leaving.nullable().meta({ description: 'null: nobody gave notice, or it was withdrawn' }),
  actions: z.array(z.enum(leavingActions)).meta({ description: 'What whoever asks may do now' }),
});
export type LeavingAnswer = z.input<typeof leavingAnswer>;

const noticeBody = z.strictObject({
  endsOn: civilDay.optional().meta({ description: 'A later last day than the earliest one' }),
  reason: text.meta({ example: 'We stop selling through partners in this region.' }),
});
export type GiveNotice = z.output<typeof noticeBody>;

const offerBody = z.strictObject({
  kind: z.enum(['end', 'withdrawal']),
  endsOn: civilDay.optional().meta({ description: 'For `end`: the last day both would agree to' }),
  text: text.optional(),
});
export type OfferLeaving = z.output<typeof offerBody>;

const waivers = z
  .array(z.strictObject({ gate: z.enum(gateCodes), reason: z.string().trim().min(3).max(500) }))
  .max(gateCodes.length)
  .default([]);
const waiversBody = z.strictObject({ waivers });
export type LeavingWaivers = z.output<typeof waiversBody>['waivers'];

const byPartner = z.strictObject({ id: idOf('prt') });
const tag = 'leaving';
const common = { tag, params: byPartner, status: 200, answer: leavingAnswer, idempotency: 'key' } as const;

export const leavingRoutes = {
  getLeaving: route({
    id: 'getLeaving',
    method: 'GET',
    path: '/api/v1/partners/:id/leaving',
    tag,
    summary: { en: 'How the leaving of a partner stands', fr: 'Où en est la sortie d’un partenaire' },
    access: lastingRead,
    params: byPartner,
    status: 200,
    answer: leavingAnswer,
    errors: ['not_found'],
  }),
  giveNotice: route({
    ...common,
    id: 'giveNotice',
    method: 'POST',
    path: '/api/v1/partners/:id/leaving/notice',
    summary: { en: 'Give notice', fr: 'Donner congé' },
    description: {
      en: 'Either side, in writing, for the earliest last day or a later one. The end of the charter and its obligations follow.',
      fr: 'L’une ou l’autre partie, par écrit, pour le dernier jour le plus proche ou un jour ultérieur. La fin de la charte et ses obligations suivent.',
    },
    access: manageOrOwn,
    body: noticeBody,
    errors: ['not_found', 'forbidden', 'conflict', 'idempotency_conflict'],
  }),
  offerLeaving: route({
    ...common,
    id: 'offerLeaving',
    method: 'POST',
    path: '/api/v1/partners/:id/leaving/offer',
    summary: {
      en: 'Propose another last day, or to withdraw the notice',
      fr: 'Proposer un autre dernier jour, ou de retirer le préavis',
    },
    access: manageOrOwn,
    body: offerBody.meta({ example: { kind: 'end', endsOn: '2026-12-31', text: 'By the end of the year?' } }),
    errors: ['not_found', 'forbidden', 'conflict', 'invalid_request', 'idempotency_conflict'],
  }),
  answerLeaving: route({
    ...common,
    id: 'answerLeaving',
    method: 'POST',
    path: '/api/v1/partners/:id/leaving/answer',
    summary: { en: 'Agree to what is proposed, or decline it', fr: 'Accepter ou décliner ce qui est proposé' },
    description: {
      en: 'Whoever proposed takes it back by declining. A withdrawal both agree on undoes the notice.',
      fr: 'Celui qui a proposé retire sa proposition en la déclinant. Un retrait accepté par les deux annule le préavis.',
    },
    access: manageOrOwn,
    body: z.strictObject({ agree: z.boolean(), text: text.optional() }),
    errors: ['not_found', 'forbidden', 'conflict', 'idempotency_conflict'],
  }),
  beginLeaving: route({
    ...common,
    id: 'beginLeaving',
    method: 'POST',
    path: '/api/v1/partners/:id/leaving/beginning',
    summary: { en: 'Begin to leave: the stage becomes “leaving”', fr: 'Commencer la sortie : l’étape devient « en sortie »' },
    access: manage,
    body: waiversBody,
    errors: ['not_found', 'gates_shut', 'conflict', 'idempotency_conflict'],
  }),
  doLeavingStep: route({
    ...common,
    id: 'doLeavingStep',
    method: 'POST',
    path: '/api/v1/partners/:id/leaving/steps',
    summary: { en: 'Say that a step is done', fr: 'Dire qu’une étape est faite' },
    access: manageOrOwn,
    body: z.strictObject({ step: z.string().max(100).meta({ example: 'assets' }), text: text.optional() }),
    errors: ['not_found', 'forbidden', 'conflict', 'idempotency_conflict'],
  }),
  settleLeaving: route({
    ...common,
    id: 'settleLeaving',
    method: 'POST',
    path: '/api/v1/partners/:id/leaving/account',
    summary: { en: 'Make the final account', fr: 'Établir l’arrêté de compte' },
    description: {
      en: 'After the last day, once all months are closed and nothing is kept or under way. It may be made anew until the end.',
      fr: 'Après le dernier jour, une fois tous les mois clos et rien de bloqué ni en cours. Il peut être refait jusqu’à la fin.',
    },
    access: manage,
    body: z.strictObject({ despite: text.optional().meta({ description: 'Why it is made although something is open' }) }),
    errors: ['not_found', 'not_settled', 'conflict', 'idempotency_conflict'],
  }),
  endLeaving: route({
    ...common,
    id: 'endLeaving',
    method: 'POST',
    path: '/api/v1/partners/:id/leaving/end',
    summary: { en: 'End the partnership', fr: 'Mettre fin au partenariat' },
    description: {
      en: 'Links, codes and calendar addresses are over, its people only read what is theirs, the stage becomes “ended”. Cut off in the middle, asking again finishes it.',
      fr: 'Liens, codes et adresses d’agenda cessent, ses membres ne consultent plus que ce qui leur appartient, l’étape devient « terminé ». Interrompue, la demande répétée l’achève.',
    },
    access: manage,
    body: waiversBody,
    errors: ['not_found', 'gates_shut', 'conflict', 'idempotency_conflict'],
  }),
} as const;
