import { needsReason, reviewActions } from '@cordee/core/counting';
import { z } from 'zod';
import { staffRead } from './access.ts';
import { commissionAnswer } from './events.ts';
import { route } from './route.ts';
import { idOf } from './values.ts';

/** What the company decides about single commissions, and what it may look at before it does. */

/** Text of a person: shown to the partner, kept for good. */
export const reviewReason = z
  .string()
  .trim()
  .min(1)
  .max(1024)
  .regex(/^[^\0\p{Cs}]*$/u, 'no NUL, no half characters')
  .meta({ description: 'Shown to the partner', example: 'Order placed with the partner’s own e-mail address' });

const reviewBody = z
  .strictObject({
    action: z.enum(reviewActions),
    commissionIds: z.array(idOf('com')).min(1).max(1000),
    reason: reviewReason.optional(),
  })
  .check((context) => {
    const { action, reason } = context.value;
    if (!needsReason(action) || reason !== undefined) return;
    context.issues.push({
      code: 'custom',
      input: reason,
      path: ['reason'],
      message: 'a reason is required',
      params: { rule: 'review_reason' },
    });
  });
export type ReviewCommissions = z.output<typeof reviewBody>;

const reviewOutcome = z.object({
  commissionId: z.string(),
  outcome: z.enum(['done', 'unchanged', 'impossible']),
  status: commissionAnswer.shape.status.nullable().meta({ description: 'As it stands now; null for an unknown commission' }),
  factId: z.string().nullable().meta({ description: 'The fact that was recorded, when something was done' }),
  because: z
    .object({
      code: z.enum(['not_found', 'in_payout', 'paid', 'reversed']),
      text: z.string().meta({ description: 'In the language of the request' }),
    })
    .nullable()
    .meta({ description: 'Why it was impossible' }),
});

export const reviewAnswer = z.object({
  done: z.int(),
  outcomes: z.array(reviewOutcome).meta({ description: 'One for each id, in the order of the request' }),
});
export type ReviewAnswer = z.input<typeof reviewAnswer>;

export const signalCodes = ['refund_rate', 'self_referral', 'burst', 'first_sale', 'unusual_amount', 'shared_customer'] as const;

export const signalAnswer = z.object({
  code: z.enum(signalCodes),
  text: z.string().meta({ description: 'What was seen, against which threshold, in the language of the request' }),
  values: z
    .record(z.string(), z.union([z.string(), z.int(), z.array(z.string())]))
    .meta({ description: 'The figures behind it: counts, amounts in minor units, rates in percent, instants' }),
});
export type SignalAnswer = z.input<typeof signalAnswer>;

export const commissionReviewRoutes = {
  reviewCommissions: route({
    id: 'reviewCommissions',
    method: 'POST',
    path: '/api/v1/commissions/reviews',
    tag: 'commissions',
    summary: { en: 'Approve, hold or refuse commissions', fr: 'Valider, bloquer ou refuser des commissions' },
    description: {
      en: 'Up to 1,000 at once, each with its own outcome: what cannot be done keeps none of the others back. `hold` and `refuse` need a reason, which the partner is shown. Finance may approve only. What is in a payout or paid can no longer be held; refused, it is a debt made up by the next payout.',
      fr: 'Jusqu’à 1 000 à la fois, chacune avec son résultat : ce qui est impossible n’empêche pas le reste. `hold` et `refuse` demandent un motif, montré au partenaire. La finance peut seulement valider. Ce qui est en cours de versement ou versé ne peut plus être bloqué ; refusé, c’est une dette compensée par le prochain versement.',
    },
    access: { roles: ['owner', 'manager', 'finance'], scope: 'write' },
    body: reviewBody,
    status: 200,
    answer: reviewAnswer,
    errors: ['unavailable'],
    idempotency: 'key',
  }),
  getCommissionSignals: route({
    id: 'getCommissionSignals',
    method: 'GET',
    path: '/api/v1/commissions/:id/signals',
    tag: 'commissions',
    summary: { en: 'What is unusual about a commission', fr: 'Ce qu’une commission a d’inhabituel' },
    description: {
      en: 'Signals inform and never decide: each says what was seen, the threshold and the figures behind it. None means that nothing was.',
      fr: 'Les signaux informent et ne décident jamais : chacun dit ce qui a été vu, le seuil et les chiffres. Aucun : rien n’a été vu.',
    },
    access: staffRead,
    params: z.strictObject({ id: idOf('com') }),
    status: 200,
    answer: z.object({ signals: z.array(signalAnswer) }),
    errors: ['not_found'],
  }),
} as const;
