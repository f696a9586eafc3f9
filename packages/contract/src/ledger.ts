import { accountKinds } from '@cordee/core/ledger';
import { isCurrency, isUnit } from '@cordee/core/money';
import { isLocalDate, parseInstant } from '@cordee/core/time';
import { z } from 'zod';
import { route, type Access } from './route.ts';
import { idOf, instant, pageOf, pageQuery } from './values.ts';

/** The books as they are read. Amounts are integers in minor units; a partner's balance is positive when it is owed. */

const shared: Access = { roles: ['owner', 'manager', 'finance', 'viewer', 'partner'], scope: 'read' };
const company: Access = { roles: ['owner', 'manager', 'finance', 'viewer'], scope: 'read' };

const instantText = z.string().meta({ description: 'ISO 8601 instant in UTC', example: '2026-11-23T18:00:00.000Z' });

/** An ISO 4217 code, or a unit of a plan that pays in something else than money (`points`). */
export const currencyOrUnit = z
  .string()
  .refine((code) => isCurrency(code) || isUnit(code), { message: 'unknown currency', params: { rule: 'currency' } })
  .meta({ description: 'ISO 4217 code, or a non-cash unit of a plan', example: 'EUR' });

/** A day in the zone of the workspace (its first moment), or an instant. */
const dayOrInstant = z
  .string()
  .meta({ description: 'A day in the zone of the workspace, or an ISO 8601 instant with its offset', example: '2026-11-01' })
  .transform((text, context) => {
    if (isLocalDate(text)) return { day: text };
    const at = parseInstant(text);
    if (at !== null) return { at };
    context.addIssue({ code: 'custom', message: 'expected a day or an instant', params: { rule: 'day_or_instant' } });
    return z.NEVER;
  });
export type DayOrInstant = z.output<typeof dayOrInstant>;

const knownAt = instant
  .optional()
  .meta({ description: 'As the books were known at this instant: nothing recorded later is seen' });

const amounts = {
  pending: z.int().meta({ description: 'Earned, in its hold or suspended' }),
  payable: z.int().meta({ description: 'Due; below zero when more was taken back than is due' }),
  inPayout: z.int(),
  paid: z.int(),
};

export const balanceAnswer = z.array(z.object({ currency: z.string(), ...amounts }));
export type BalanceAnswer = z.input<typeof balanceAnswer>;

export const sums = z.object(amounts);

export const movementAnswer = z.object({
  effectiveAt: instantText,
  recordedAt: instantText,
  kind: z.string().meta({ example: 'accrual' }),
  factId: z.string(),
  eventId: z.string(),
  label: z.string().meta({ description: 'What people know it by: the event id, or the partner a referral brought in' }),
  commissionId: z.string().nullable(),
  clause: z.string().nullable(),
  planVersion: z.int().nullable(),
  ...amounts,
});

export const statementAnswer = z.object({
  partnerId: z.string(),
  partnerName: z.string(),
  from: instantText,
  to: instantText.meta({ description: 'Exclusive' }),
  zone: z.string(),
  currencies: z.array(
    z.object({
      currency: z.string(),
      opening: sums,
      movements: z
        .array(movementAnswer)
        .meta({ description: 'By the time they took effect; each says what it added to each account' }),
      closing: sums,
    }),
  ),
});
export type StatementAnswer = z.input<typeof statementAnswer>;

const accountKind = z.enum(accountKinds);

export const trialBalanceAnswer = z.array(
  z.object({
    currency: z.string(),
    accounts: z.array(z.object({ account: accountKind, debits: z.int(), credits: z.int(), balance: z.int() })),
    debits: z.int(),
    credits: z.int(),
    difference: z.int().meta({ description: 'Debits less credits: zero' }),
  }),
);
export type TrialBalanceAnswer = z.input<typeof trialBalanceAnswer>;

export const transactionAnswer = z.object({
  id: z.string().meta({ example: 'txn_01j0000000e0080000000000ff' }),
  factId: z.string(),
  kind: z.string(),
  effectiveAt: instantText,
  recordedAt: instantText,
  hash: z.string().meta({ description: 'SHA-256 that chains it to the transaction before it, in hexadecimal' }),
  postings: z.array(
    z.object({
      debit: accountKind,
      credit: accountKind,
      partnerId: z.string(),
      amount: z.int(),
      currency: z.string(),
      commissionId: z.string().nullable(),
    }),
  ),
});
export type TransactionAnswer = z.input<typeof transactionAnswer>;

const partnerById = z.strictObject({ id: idOf('prt') });

const statementQuery = z.strictObject({
  from: dayOrInstant,
  to: dayOrInstant.meta({ description: 'Exclusive: the first day, or instant, after the period' }),
  currency: currencyOrUnit.optional(),
  knownAt,
  format: z.enum(['json', 'csv']).optional().meta({ description: 'Unless said, what the Accept header prefers' }),
});
export type StatementQuery = z.output<typeof statementQuery>;

const transactionsQuery = z.strictObject({
  ...pageQuery,
  partnerId: idOf('prt').optional(),
  from: instant.optional().meta({ description: 'Took effect at or after' }),
  to: instant.optional().meta({ description: 'Took effect before' }),
});
export type ListTransactions = z.output<typeof transactionsQuery>;

export const ledgerRoutes = {
  getBalance: route({
    id: 'getBalance',
    method: 'GET',
    path: '/api/v1/partners/:id/balance',
    tag: 'ledger',
    summary: {
      en: 'What a partner has earned, is due and was paid, by currency',
      fr: 'Ce qu’un partenaire a gagné, ce qui lui est dû et ce qui lui a été versé, par devise',
    },
    access: shared,
    params: partnerById,
    query: z.strictObject({ at: instant.optional().meta({ description: 'What took effect before this instant' }), knownAt }),
    status: 200,
    answer: balanceAnswer,
    errors: ['not_found'],
  }),
  getStatement: route({
    id: 'getStatement',
    method: 'GET',
    path: '/api/v1/partners/:id/statement',
    tag: 'ledger',
    summary: { en: "A partner's account over a period", fr: 'Le compte d’un partenaire sur une période' },
    description: {
      en: 'Opening, every movement, closing, by currency: opening plus movements is closing, and the closing of a period is the opening of the next. As CSV with `format=csv` or `Accept: text/csv`, in the language of the request.',
      fr: 'Solde initial, chaque mouvement, solde final, par devise : le solde initial plus les mouvements font le solde final, qui est le solde initial de la période suivante. En CSV avec `format=csv` ou `Accept: text/csv`, dans la langue de la requête.',
    },
    access: shared,
    params: partnerById,
    query: statementQuery,
    status: 200,
    answer: statementAnswer,
    alsoAnswers: ['text/csv'],
    errors: ['not_found', 'period_too_long'],
  }),
  getTrialBalance: route({
    id: 'getTrialBalance',
    method: 'GET',
    path: '/api/v1/ledger/trial-balance',
    tag: 'ledger',
    summary: {
      en: 'All accounts by kind and currency; the differences are zero',
      fr: 'Tous les comptes par nature et devise ; les écarts sont nuls',
    },
    access: company,
    query: z.strictObject({ at: instant.optional().meta({ description: 'What took effect before this instant' }), knownAt }),
    status: 200,
    answer: trialBalanceAnswer,
    errors: [],
  }),
  listTransactions: route({
    id: 'listTransactions',
    method: 'GET',
    path: '/api/v1/ledger/transactions',
    tag: 'ledger',
    summary: { en: 'List ledger transactions, newest first', fr: 'Lister les écritures, de la plus récente à la plus ancienne' },
    access: company,
    query: transactionsQuery,
    status: 200,
    answer: pageOf(transactionAnswer),
    errors: [],
  }),
} as const;
