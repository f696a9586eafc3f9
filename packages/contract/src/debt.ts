import { z } from 'zod';
import { route, type Access } from './route.ts';
import { amount, currency, idOf, idText, instantText, oneLine, pageOf, pageQuery } from './values.ts';

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

const proposeBody = z.strictObject({
  partnerId: idOf('prt'),
  currency,
  amount: part.meta({ description: 'What is paid back by the plan; dated instalments add up to it', example: 10000 }),
  terms: debtTerms.meta({ example: { kind: 'share', percent: 30, until: '2099-06-30' } }),
  reason: reason.meta({ example: 'Orders of October came back after they were paid.' }),
});
export type ProposeDebtPlan = z.output<typeof proposeBody>;

export const debtPlanStates = ['proposed', 'running', 'settled', 'broken', 'ended', 'declined', 'withdrawn', 'replaced'] as const;
export type DebtPlanState = (typeof debtPlanStates)[number];

export const debtMovementKinds = ['planned', 'kept_back', 'paid', 'waived', 'returned'] as const;
export type DebtMovementKind = (typeof debtMovementKinds)[number];

const sides = z.enum(['company', 'partner']);

const listedPlan = z.object({
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
export type ListedDebtPlan = z.input<typeof listedPlan>;

const plan = listedPlan.extend({
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
export type DebtPlanAnswer = z.input<typeof plan>;

const debt = z.object({
  partnerId: idText('prt'),
  partnerName: z.string(),
  currency: z.string(),
  owed: amount.meta({ description: 'How far below zero the payable balance is, outside of a plan' }),
  pending: amount.meta({ description: 'Earned, and payable later' }),
  underPlan: amount,
  planId: idText('dpl').nullable().meta({ description: 'The plan that runs, or waits for an answer' }),
  planState: z.enum(['proposed', 'running']).nullable(),
});
export type DebtAnswer = z.input<typeof debt>;

const paymentBody = z.strictObject({
  amount: part,
  paidOn: day.meta({ description: 'Not in the future', example: '2026-01-05' }),
  reference: oneLine(140).meta({ description: 'By which the payment is found again', example: 'Virement 118' }),
});
export type RecordDebtPayment = z.output<typeof paymentBody>;

const waiverBody = z.strictObject({ amount: part, reason });
export type AskDebtWaiver = z.output<typeof waiverBody>;

const reasonBody = z.strictObject({ reason });
export type DebtReason = z.output<typeof reasonBody>;

const listQuery = z.strictObject({
  ...pageQuery,
  partnerId: idOf('prt').optional(),
  state: z.enum(debtPlanStates).optional(),
});
export type ListDebtPlans = z.output<typeof listQuery>;
const debtsQuery = z.strictObject({ ...pageQuery, partnerId: idOf('prt').optional() });
export type ListDebts = z.output<typeof debtsQuery>;

const read: Access = { roles: ['owner', 'manager', 'finance', 'viewer', 'partner'], scope: 'read' };
/** Either side proposes and answers: what binds a partner is agreed to by a person. */
const both: Access = { roles: ['owner', 'finance', 'partner'], scope: 'money' };
const person: Access = { roles: ['owner', 'finance'], scope: null };
const money: Access = { roles: ['owner', 'finance'], scope: 'money' };
const byId = z.strictObject({ id: idOf('dpl') });
const tag = 'debts';
const answered = { status: 200, answer: plan, params: byId } as const;

export const debtRoutes = {
  listDebts: route({
    id: 'listDebts',
    method: 'GET',
    path: '/api/v1/debts',
    tag,
    summary: { en: 'Who owes the company, and what', fr: 'Qui doit à l’entreprise, et combien' },
    description: {
      en: 'Partners whose payable balance is below zero, or with a plan that is open. A partner sees its own.',
      fr: 'Les partenaires dont le solde exigible est négatif, ou dont un échéancier est ouvert. Un partenaire voit les siens.',
    },
    access: read,
    query: debtsQuery,
    status: 200,
    answer: pageOf(debt),
    errors: [],
  }),
  listDebtPlans: route({
    id: 'listDebtPlans',
    method: 'GET',
    path: '/api/v1/debt-plans',
    tag,
    summary: {
      en: 'List payment plans for debts, newest first',
      fr: 'Lister les échéanciers de dettes, du plus récent au plus ancien',
    },
    access: read,
    query: listQuery,
    status: 200,
    answer: pageOf(listedPlan),
    errors: [],
  }),
  getDebtPlan: route({
    id: 'getDebtPlan',
    method: 'GET',
    path: '/api/v1/debt-plans/:id',
    tag,
    summary: { en: 'Read a payment plan', fr: 'Lire un échéancier' },
    access: read,
    params: byId,
    status: 200,
    answer: plan,
    errors: ['not_found'],
  }),
  proposeDebtPlan: route({
    id: 'proposeDebtPlan',
    method: 'POST',
    path: '/api/v1/debt-plans',
    tag,
    summary: { en: 'Propose how a debt is paid back', fr: 'Proposer comment une dette est remboursée' },
    description: {
      en: 'By either side; it takes the place of a proposal that waits. Nothing moves before the other side agrees.',
      fr: 'Par l’une ou l’autre partie ; la proposition remplace celle qui attend. Rien ne bouge avant l’accord de l’autre.',
    },
    access: both,
    body: proposeBody,
    status: 201,
    answer: plan,
    errors: ['nothing_owed', 'debt_terms_wrong', 'unknown_reference', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  agreeToDebtPlan: route({
    id: 'agreeToDebtPlan',
    method: 'POST',
    path: '/api/v1/debt-plans/:id/agreement',
    tag,
    summary: { en: 'Agree to the plan the other side proposed', fr: 'Accepter l’échéancier proposé par l’autre partie' },
    description: {
      en: 'The debt, as far as there still is one, moves from the balance to the plan at once.',
      fr: 'La dette, pour autant qu’il en reste une, passe aussitôt du solde à l’échéancier.',
    },
    access: both,
    ...answered,
    errors: ['not_found', 'conflict', 'nothing_owed', 'debt_terms_wrong', 'unavailable'],
    idempotency: 'none',
  }),
  declineDebtPlan: route({
    id: 'declineDebtPlan',
    method: 'POST',
    path: '/api/v1/debt-plans/:id/refusal',
    tag,
    summary: { en: 'Decline the plan the other side proposed', fr: 'Refuser l’échéancier proposé par l’autre partie' },
    access: both,
    body: reasonBody,
    ...answered,
    errors: ['not_found', 'conflict'],
    idempotency: 'none',
  }),
  withdrawDebtPlan: route({
    id: 'withdrawDebtPlan',
    method: 'POST',
    path: '/api/v1/debt-plans/:id/withdrawal',
    tag,
    summary: { en: 'Withdraw a plan one proposed', fr: 'Retirer l’échéancier qu’on a proposé' },
    access: both,
    ...answered,
    errors: ['not_found', 'conflict'],
    idempotency: 'none',
  }),
  recordDebtPayment: route({
    id: 'recordDebtPayment',
    method: 'POST',
    path: '/api/v1/debt-plans/:id/payments',
    tag,
    summary: { en: 'Tell of a payment of the partner', fr: 'Saisir un remboursement du partenaire' },
    access: money,
    body: paymentBody,
    ...answered,
    status: 201,
    errors: ['not_found', 'conflict', 'more_than_owed', 'idempotency_conflict', 'unavailable'],
    idempotency: 'key',
  }),
  askDebtWaiver: route({
    id: 'askDebtWaiver',
    method: 'POST',
    path: '/api/v1/debt-plans/:id/waiver',
    tag,
    summary: { en: 'Ask that a part of the debt is waived', fr: 'Demander la remise d’une partie de la dette' },
    access: person,
    body: waiverBody,
    ...answered,
    status: 201,
    errors: ['not_found', 'conflict', 'more_than_owed', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  approveDebtWaiver: route({
    id: 'approveDebtWaiver',
    method: 'POST',
    path: '/api/v1/debt-plans/:id/waiver/approval',
    tag,
    summary: { en: 'Approve a waiver somebody else asked for', fr: 'Approuver une remise demandée par quelqu’un d’autre' },
    access: person,
    ...answered,
    errors: ['not_found', 'conflict', 'same_person', 'more_than_owed', 'unavailable'],
    idempotency: 'none',
  }),
  refuseDebtWaiver: route({
    id: 'refuseDebtWaiver',
    method: 'POST',
    path: '/api/v1/debt-plans/:id/waiver/refusal',
    tag,
    summary: { en: 'Refuse a waiver, or take it back', fr: 'Refuser une remise, ou la retirer' },
    access: person,
    body: reasonBody,
    ...answered,
    errors: ['not_found', 'conflict'],
    idempotency: 'none',
  }),
  endDebtPlan: route({
    id: 'endDebtPlan',
    method: 'POST',
    path: '/api/v1/debt-plans/:id/end',
    tag,
    summary: { en: 'End a plan: what is left is owed at once', fr: 'Mettre fin à un échéancier : le reste est dû aussitôt' },
    access: person,
    body: reasonBody,
    ...answered,
    errors: ['not_found', 'conflict', 'unavailable'],
    idempotency: 'none',
  }),
} as const;
