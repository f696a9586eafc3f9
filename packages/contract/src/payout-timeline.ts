import { rails } from '@cordee/core/rail';
import { z } from 'zod';
import { payoutAnswer } from './payout.ts';
import { route } from './route.ts';
import { idOf, idText, instantText, pageOf, pageQuery } from './values.ts';

/** Each payment from what was earned to what arrived: what was promised, and when it happened. */

export const payoutSteps = ['earned', 'payable', 'in_batch', 'approved', 'sent', 'confirmed', 'returned'] as const;
export type PayoutStep = (typeof payoutSteps)[number];

const step = z.object({
  step: z.enum(payoutSteps),
  promisedOn: z
    .string()
    .nullable()
    .meta({ description: 'The day it was to happen, where one was promised', example: '2026-12-05' }),
  from: instantText.nullable().meta({ description: 'When it happened; of several commissions, to the first' }),
  at: instantText.nullable().meta({ description: 'When it happened; of several commissions, to the last. null: not yet' }),
});

export const payoutTimeline = z.object({
  payoutId: idText('pay'),
  partnerId: idText('prt'),
  amount: z.int(),
  currency: z.string(),
  state: payoutAnswer.shape.state,
  rail: z.enum(rails).nullable().meta({ description: 'null where it was paid one by one, outside of a batch' }),
  settlement: z.string().nullable(),
  endReason: z.string().nullable(),
  steps: z.array(step).meta({ description: 'In their order; those still to come have no instant' }),
});
export type PayoutTimelineAnswer = z.input<typeof payoutTimeline>;

const query = z.strictObject({
  ...pageQuery,
  limit: z.coerce.number().int().min(1).max(50).default(20),
  partnerId: idOf('prt').optional(),
});
export type ListPayoutTimelines = z.output<typeof query>;

export const payoutTimelineRoutes = {
  listPayoutTimelines: route({
    id: 'listPayoutTimelines',
    method: 'GET',
    path: '/api/v1/payout-timelines',
    tag: 'payouts',
    summary: {
      en: 'Payments step by step: what was promised, and when it happened; newest first',
      fr: 'Les paiements étape par étape : ce qui était promis et quand c’est arrivé ; du plus récent au plus ancien',
    },
    access: { roles: ['owner', 'manager', 'finance', 'viewer', 'partner'], scope: 'read' },
    query,
    status: 200,
    answer: pageOf(payoutTimeline).extend({
      nextPaymentOn: z.string().nullable().meta({ description: 'The next day on which the company pays, if it has said so' }),
    }),
    errors: [],
  }),
} as const;
