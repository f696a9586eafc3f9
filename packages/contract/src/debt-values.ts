import { z } from 'zod';
import { amount, currency, idOf, idText, instantText, oneLine, pageQuery } from './values.ts';

/** What partners owe after refunds, and the plans by which it is paid back. */

const day = z.iso.date().meta({ example: '2027-01-31' });
const part = z.int().min(1).max(1_000_000_000_000).meta({ description: 'Minor units', example: 4000 });
const reason = z
  .string()
  .trim()
  .min(1)
  .max(1000)
  .regex(/^[^\0\p{Cs}]*$/u, 'no NUL, no half characters')
  .meta({ example: 'Agreed by telephone.' });

const rules = {
  graceDays: z.int().min(0).max(90).meta({ description: 'Days an instalment may be late before it counts as missed' }),
  breaksAfter: z.int().min(1).max(12).meta({ description: 'So many missed instalments at a time break the plan' }),
  onLeaving: z.enum(['falls_due', 'goes_on']).meta({
    description: 'When the partnership ends: what is left falls due at once, or the plan goes on',
  }),
};
const usualRules = {
  graceDays: rules.graceDays.default(10),
  breaksAfter: rules.breaksAfter.default(2),
  onLeaving: rules.onLeaving.default('falls_due'),
};

const dated = {
  kind: z.literal('dated'),
  instalments: z
    .array(z.strictObject({ dueOn: day, amount: part }))
    .min(1)
    .max(120)
    .meta({ description: 'In the order of their days; each is kept back from then on, or paid by the partner' }),
};
const share = {
  kind: z.literal('share'),
  percent: z.int().min(1).max(100).meta({ description: 'Of each payout', example: 30 }),
  until: day.meta({ description: 'What is left falls due on this day' }),
};

/** Amounts by their days, or a share of each payout until a last day. */
const debtTerms = z.discriminatedUnion('kind', [
  z.strictObject({ ...dated, ...usualRules }),
  z.strictObject({ ...share, ...usualRules }),
]);
export type DebtTermsBody = z.output<typeof debtTerms>;
const termsAnswer = z.discriminatedUnion('kind', [z.object({ ...dated, ...rules }), z.object({ ...share, ...rules })]);

export const proposeDebtPlanBody = z.strictObject({
  partnerId: idOf('prt'),
  currency,
  amount: part.meta({ description: 'What is paid back by the plan; dated instalments add up to it', example: 10000 }),
  terms: debtTerms.meta({ example: { kind: 'share', percent: 30, until: '2099-06-30' } }),
  reason: reason.meta({ example: 'Orders of October came back after they were paid.' }),
});
export type ProposeDebtPlan = z.output<typeof proposeDebtPlanBody>;

export const debtPlanStates = ['proposed', 'running', 'settled', 'broken', 'ended', 'declined', 'withdrawn', 'replaced'] as const;
export type DebtPlanState = (typeof debtPlanStates)[number];

export const debtMovementKinds = ['planned', 'kept_back', 'paid', 'waived', 'returned'] as const;
export type DebtMovementKind = (typeof debtMovementKinds)[number];

const sides = z.enum(['company', 'partner']);

export const listedDebtPlan = z.object({
  id: idText('dpl'),
  partnerId: idText('prt'),
  partnerName: z.string(),
  currency: z.string(),
  state: z.enum(debtPlanStates),
  amount: amount.meta({ description: 'As it was proposed' }),
  planned: amount.meta({ description: 'What was put under the plan when it was agreed on; 0 before' }),
  keptBack: amount,
  paid: amount.meta({ description: 'Paid by the partner' }),
  waived: amount,
  returned: amount.meta({ description: 'Put back on the balance when the plan ended' }),
  owed: amount.meta({ description: 'Still owed under the plan' }),
  due: amount.meta({ description: 'Due by today, and not paid back' }),
  missed: z.int().meta({ description: 'Instalments that are missed' }),
  nextDueOn: day.nullable(),
  terms: termsAnswer,
  reason: z.string(),
  proposedBy: sides,
  proposedAt: instantText,
  answeredAt: instantText.nullable(),
  endedAt: instantText.nullable(),
  endReason: z.string().nullable(),
});
export type ListedDebtPlan = z.input<typeof listedDebtPlan>;

export const debtPlan = listedDebtPlan.extend({
  instalments: z.array(
    z.object({
      dueOn: day,
      amount,
      covered: amount,
      state: z.enum(['to_come', 'due', 'missed', 'covered']),
    }),
  ),
  movements: z.array(
    z.object({
      kind: z.enum(debtMovementKinds),
      amount,
      at: instantText,
      factId: z.string(),
      paidOn: day.nullable(),
      reference: z.string().nullable(),
    }),
  ),
  waiver: z
    .object({
      amount,
      reason: z.string(),
      askedBy: z.string().nullable().meta({ description: 'For the company only' }),
      askedAt: instantText,
    })
    .nullable()
    .meta({ description: 'A waiver that waits for somebody else; partners see it once it is given' }),
});
export type DebtPlanAnswer = z.input<typeof debtPlan>;

export const owing = z.object({
  partnerId: idText('prt'),
  partnerName: z.string(),
  currency: z.string(),
  owed: amount.meta({ description: 'How far below zero the payable balance is, outside of a plan' }),
  pending: amount.meta({ description: 'Earned, and payable later' }),
  underPlan: amount,
  planId: idText('dpl').nullable().meta({ description: 'The plan that runs, or waits for an answer' }),
  planState: z.enum(['proposed', 'running']).nullable(),
});
export type DebtAnswer = z.input<typeof owing>;

export const debtPaymentBody = z.strictObject({
  amount: part,
  paidOn: day.meta({ description: 'Not in the future', example: '2026-01-05' }),
  reference: oneLine(140).meta({ description: 'By which the payment is found again', example: 'Virement 118' }),
});
export type RecordDebtPayment = z.output<typeof debtPaymentBody>;

export const debtWaiverBody = z.strictObject({ amount: part, reason });
export type AskDebtWaiver = z.output<typeof debtWaiverBody>;

export const debtReasonBody = z.strictObject({ reason });
export type DebtReason = z.output<typeof debtReasonBody>;

export const debtPlansQuery = z.strictObject({
  ...pageQuery,
  partnerId: idOf('prt').optional(),
  state: z.enum(debtPlanStates).optional(),
});
export type ListDebtPlans = z.output<typeof debtPlansQuery>;
export const debtsQuery = z.strictObject({ ...pageQuery, partnerId: idOf('prt').optional() });
export type ListDebts = z.output<typeof debtsQuery>;
