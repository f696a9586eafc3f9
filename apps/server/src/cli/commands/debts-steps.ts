import { createHash } from 'node:crypto';
import { type DebtPlanAnswer, debtPaymentBody, debtReasonBody, debtWaiverBody } from '@cordee/contract/debt-values';
import { faultsOf } from '@cordee/contract/field-faults';
import type { Bilingual } from '@cordee/contract/language';
import { parseAmount } from '@cordee/core/money';
import { isLocalDate, type LocalDate } from '@cordee/core/time';
import type { z } from 'zod';
import {
  agreeToPlan,
  approveWaiver,
  askWaiver,
  declinePlan,
  endPlan,
  getDebtPlan,
  recordPayment,
  refuseWaiver,
  withdrawPlan,
} from '../../modules/debt/index.ts';
import type { Context } from '../../platform/context.ts';
import type { Wire } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Command, defineCommand, WORKSPACE } from '../command.ts';
import { UsageError } from '../usage-error.ts';
import { PLAN, planIn, planText } from './debts.ts';
import { asPerson, BY } from './payouts.ts';

export const AMOUNT = {
  kind: 'text',
  value: 'amount',
  required: true,
  help: { en: 'in units of the currency, such as 50.00', fr: 'en unités de la devise, par exemple 50,00' },
} as const;
export const REASON = {
  kind: 'text',
  value: 'text',
  required: true,
  help: { en: 'why; the other side reads it', fr: 'pourquoi ; l’autre partie le lit' },
} as const;
/** A command that was cut off can be given again without being done twice. */
export const ONCE = {
  kind: 'text',
  value: 'text',
  help: {
    en: 'given again under the same key, it is done once',
    fr: 'redonnée sous la même clé, la commande n’est faite qu’une fois',
  },
} as const;

type Step = (context: Context, id: string) => Promise<Wire<DebtPlanAnswer>>;

/** A step of a plan that asks for nothing but whose it is. */
const plainStep = (name: string, summary: Bilingual, step: Step): Command =>
  defineCommand({
    name,
    summary,
    options: { workspace: WORKSPACE, by: BY },
    positionals: [PLAN],
    async run({ options, words, installation, language }) {
      const id = planIn(words.plan);
      const context = await asCompany(await (await installation()).context(options.workspace), options.by);
      const plan = await step(context, id);
      return { json: plan, text: planText(plan, language) };
    },
  });

/** A step of a plan that says why. */
const reasonedStep = (name: string, summary: Bilingual, step: (...given: [...Parameters<Step>, string]) => ReturnType<Step>) =>
  defineCommand({
    name,
    summary,
    options: { workspace: WORKSPACE, by: BY, reason: REASON },
    positionals: [PLAN],
    async run({ options, words, installation, language }) {
      const id = planIn(words.plan);
      const { reason } = checked(debtReasonBody, { reason: options.reason });
      const context = await asCompany(await (await installation()).context(options.workspace), options.by);
      const plan = await step(context, id, reason);
      return { json: plan, text: planText(plan, language) };
    },
  });

export const debtsAgree = plainStep(
  'debts agree',
  {
    en: 'Agree to the plan a partner proposed: the debt moves under it.',
    fr: 'Accepter l’échéancier proposé par un partenaire : la dette y passe.',
  },
  agreeToPlan,
);
export const debtsDecline = reasonedStep(
  'debts decline',
  { en: 'Decline the plan a partner proposed.', fr: 'Refuser l’échéancier proposé par un partenaire.' },
  declinePlan,
);
export const debtsWithdraw = plainStep(
  'debts withdraw',
  { en: 'Withdraw a plan the company proposed.', fr: 'Retirer un échéancier proposé par l’entreprise.' },
  withdrawPlan,
);
export const debtsEnd = reasonedStep(
  'debts end',
  { en: 'End a plan: what is left is owed at once.', fr: 'Mettre fin à un échéancier : le reste est dû aussitôt.' },
  endPlan,
);
export const debtsApproveWaiver = plainStep(
  'debts approve-waiver',
  {
    en: 'Approve the waiver somebody else asked for.',
    fr: 'Approuver la remise demandée par quelqu’un d’autre.',
  },
  approveWaiver,
);
export const debtsRefuseWaiver = reasonedStep(
  'debts refuse-waiver',
  { en: 'Refuse a waiver that waits, or take it back.', fr: 'Refuser une remise qui attend, ou la retirer.' },
  refuseWaiver,
);

export const debtsRecordPayment = defineCommand({
  name: 'debts record-payment',
  summary: {
    en: 'Tell of money that a partner paid back.',
    fr: 'Saisir l’argent qu’un partenaire a remboursé.',
  },
  options: {
    workspace: WORKSPACE,
    by: BY,
    amount: AMOUNT,
    day: { kind: 'text', value: 'day', required: true, help: { en: 'when it was paid', fr: 'quand il a été payé' } },
    reference: {
      kind: 'text',
      value: 'text',
      required: true,
      help: { en: 'where the payment is found again', fr: 'ce qui permet de retrouver le paiement' },
    },
    key: ONCE,
  },
  positionals: [PLAN],
  async run({ options, words, installation, language }) {
    const id = planIn(words.plan);
    const paidOn = dayIn(options.day);
    const context = await asCompany(await (await installation()).context(options.workspace), options.by);
    const { currency } = await getDebtPlan(context, id);
    const amount = Number(amountIn(options.amount, currency));
    const body = checked(debtPaymentBody, { amount, paidOn, reference: options.reference });
    const plan = await recordPayment(onceUnder(context, options.key, 'debts record-payment', { id, body }), id, body);
    return { json: plan, text: planText(plan, language) };
  },
});

export const debtsWaive = defineCommand({
  name: 'debts waive',
  summary: {
    en: 'Ask that a part of a debt is waived; somebody else approves it.',
    fr: 'Demander la remise d’une partie d’une dette ; quelqu’un d’autre l’approuve.',
  },
  options: { workspace: WORKSPACE, by: BY, amount: AMOUNT, reason: REASON, key: ONCE },
  positionals: [PLAN],
  async run({ options, words, installation, language }) {
    const id = planIn(words.plan);
    const context = await asCompany(await (await installation()).context(options.workspace), options.by);
    const { currency } = await getDebtPlan(context, id);
    const body = checked(debtWaiverBody, { amount: Number(amountIn(options.amount, currency)), reason: options.reason });
    const plan = await askWaiver(onceUnder(context, options.key, 'debts waive', { id, body }), id, body);
    return { json: plan, text: planText(plan, language) };
  },
});

/** The context of a member of the company: for a partner nobody but itself agrees. */
export async function asCompany(context: Context, email: string): Promise<Context> {
  const person = await asPerson(context, email);
  if (person.actor.kind === 'user' && person.actor.role === 'partner') {
    throw new UsageError({
      en: `${email} belongs to a partner: it answers in its portal.`,
      fr: `${email} appartient à un partenaire : il répond dans son portail.`,
    });
  }
  return person;
}

/** The same command under the same key is done once, as the same request of the API is. */
export function onceUnder(context: Context, key: string | undefined, command: string, input: unknown): Context {
  if (key === undefined) return context;
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new UsageError({
      en: '--key is 1 to 200 letters, digits and signs without spaces.',
      fr: '--key compte de 1 à 200 lettres, chiffres et signes, sans espace ni accent.',
    });
  }
  const inputHash = createHash('sha256')
    .update(JSON.stringify([command, context.actor, input]))
    .digest();
  return { ...context, idempotency: { key, route: `cordee ${command}`, inputHash, uses: 0, replayed: false } };
}

/** An amount as it was written, in minor units. */
export function amountIn(text: string, currency: string): bigint {
  const amount = parseAmount(text, currency, 'auto');
  if (amount === null)
    throw new UsageError({
      en: `${text} is no amount in ${currency}: write 50.00.`,
      fr: `${text} n’est pas un montant en ${currency} : écrivez 50,00.`,
    });
  return amount;
}

/** A day as it was written. */
export function dayIn(text: string): LocalDate {
  if (!isLocalDate(text)) throw new UsageError({ en: 'A day is written 2026-12-01.', fr: 'Un jour s’écrit 2026-12-01.' });
  return text;
}

/** What the API takes: its faults are the API's. */
export function checked<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new Refusal('invalid_request', faultsOf(schema, parsed.error.issues));
  return parsed.data;
}
