import { z } from 'zod';
import { currencyOrUnit } from './ledger.ts';
import { route, type Access } from './route.ts';
import { idOf, oneLine, pageOf, pageQuery } from './values.ts';

/** Payments to partners that are made outside: started, then confirmed or rejected. */

const pay: Access = { roles: ['owner', 'finance'], scope: 'money' };
const read: Access = { roles: ['owner', 'manager', 'finance', 'viewer', 'partner'], scope: 'read' };

const state = z.enum(['in_payout', 'paid', 'rejected']);

export const payoutAnswer = z.object({
  id: z.string().meta({ example: 'pay_01j0000000e0080000000000ff' }),
  partnerId: z.string(),
  amount: z.int().meta({ description: 'Integer in minor units' }),
  currency: z.string(),
  state,
  reference: z.string().nullable(),
  batchId: z.string().nullable().meta({ description: 'The batch it is a line of' }),
  settlement: z
    .string()
    .nullable()
    .meta({ description: "What the rail calls it: a transfer's id, the reference of what was paid outside" }),
  endReason: z.string().nullable().meta({ description: "Why it came back: the bank's code, or what was said" }),
  createdAt: z.string().meta({ description: 'ISO 8601 instant in UTC', example: '2026-11-23T18:00:00.000Z' }),
  startedBy: z.string().meta({ description: 'The fact that started it' }),
  endedBy: z.string().nullable().meta({ description: 'The fact that confirmed or rejected it' }),
});
export type PayoutAnswer = z.input<typeof payoutAnswer>;

const startBody = z.strictObject({
  partnerId: idOf('prt'),
  currency: currencyOrUnit,
  reference: oneLine(140).optional().meta({ example: 'Virement 2026-11' }),
});
export type StartPayout = z.output<typeof startBody>;

const rejectBody = z.strictObject({
  reason: oneLine(300).meta({ example: 'Compte clos' }),
});
export type RejectPayout = z.output<typeof rejectBody>;

const listQuery = z.strictObject({
  ...pageQuery,
  partnerId: idOf('prt').optional(),
  state: state.optional(),
  batchId: idOf('bat').optional(),
});
export type ListPayouts = z.output<typeof listQuery>;

const byId = z.strictObject({ id: idOf('pay') });
const tag = 'payouts';

export const payoutRoutes = {
  startPayout: route({
    id: 'startPayout',
    method: 'POST',
    path: '/api/v1/payouts',
    tag,
    summary: {
      en: "Take a partner's whole payable balance in one currency into a payout",
      fr: 'Prendre dans un versement tout le solde exigible d’un partenaire dans une devise',
    },
    access: pay,
    body: startBody,
    status: 201,
    answer: payoutAnswer,
    errors: ['unknown_reference', 'nothing_payable', 'conflict', 'idempotency_conflict', 'unavailable'],
    idempotency: 'key',
  }),
  confirmPayout: route({
    id: 'confirmPayout',
    method: 'POST',
    path: '/api/v1/payouts/:id/confirmation',
    tag,
    summary: { en: 'Say that a payout has arrived', fr: 'Dire qu’un versement est arrivé' },
    access: pay,
    params: byId,
    status: 200,
    answer: payoutAnswer,
    errors: ['not_found', 'conflict', 'unavailable'],
    idempotency: 'key',
  }),
  rejectPayout: route({
    id: 'rejectPayout',
    method: 'POST',
    path: '/api/v1/payouts/:id/rejection',
    tag,
    summary: {
      en: 'Say that a payout came back: it is payable again',
      fr: 'Dire qu’un versement est revenu : il redevient exigible',
    },
    access: pay,
    params: byId,
    body: rejectBody,
    status: 200,
    answer: payoutAnswer,
    errors: ['not_found', 'conflict', 'idempotency_conflict', 'unavailable'],
    idempotency: 'key',
  }),
  listPayouts: route({
    id: 'listPayouts',
    method: 'GET',
    path: '/api/v1/payouts',
    tag,
    summary: { en: 'List payouts, newest first', fr: 'Lister les versements, du plus récent au plus ancien' },
    access: read,
    query: listQuery,
    status: 200,
    answer: pageOf(payoutAnswer),
    errors: [],
  }),
  getPayout: route({
    id: 'getPayout',
    method: 'GET',
    path: '/api/v1/payouts/:id',
    tag,
    summary: { en: 'Read a payout', fr: 'Lire un versement' },
    access: read,
    params: byId,
    status: 200,
    answer: payoutAnswer,
    errors: ['not_found'],
  }),
} as const;
