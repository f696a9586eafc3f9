import { monthPeriod } from '@cordee/core/closing';
import { z } from 'zod';
import { lastingRead, staffRead } from './access.ts';
import { movementAnswer, sums } from './ledger.ts';
import { route, type Access } from './route.ts';
import { idOf, idText, instantText, pageOf, pageQuery } from './values.ts';

/** Months of the books: closed one after the other, each with a statement for every partner and currency. */

const close: Access = { roles: ['owner', 'finance'], scope: 'money' };

/** Any zone tells which months exist. */
const month = z
  .string()
  .refine((text) => monthPeriod(text, 'UTC') !== null, { message: 'expected a month', params: { rule: 'month' } })
  .meta({ description: 'A month in the zone of the workspace', example: '2026-10' });

export const closeWarnings = ['uncounted', 'in_review', 'held', 'suspended', 'failed_events'] as const;
export type CloseWarning = (typeof closeWarnings)[number];

export const periodAnswer = z.object({
  period: z.string().meta({ example: '2026-10' }),
  from: instantText,
  to: instantText.meta({ description: 'Exclusive' }),
  state: z
    .enum(['running', 'open', 'closing', 'closed'])
    .meta({ description: '`running`: not over; `open`: over, not closed; `closing`: its figures are being added up' }),
  mayClose: z.boolean().meta({ description: 'Whether it is the turn of this month' }),
  warnings: z
    .array(z.object({ code: z.enum(closeWarnings), count: z.int() }))
    .meta({ description: 'What somebody might want to see to before; it keeps nobody from closing' }),
  closedAt: instantText.nullable(),
  closedBy: z.string().nullable().meta({ description: 'The name of the person or key' }),
  statements: z.int().nullable(),
  late: z.int().nullable().meta({ description: 'Movements of months closed before' }),
  transactionHash: z.string().nullable().meta({ description: 'Where the chain of ledger transactions ended, in hexadecimal' }),
});
export type PeriodAnswer = z.input<typeof periodAnswer>;

const moved = (description: string) => z.int().meta({ description });

/** A payment plan of a debt, as it stood at the end of a month. */
const statedDebt = z.object({
  planId: idText('dpl'),
  agreedOn: z.iso.date(),
  opening: z.int().meta({ description: 'Owed under the plan when the month began' }),
  planned: moved('Put under the plan in the month'),
  keptBack: moved('Kept back in the month from what was payable'),
  paid: moved('Paid by the partner in the month'),
  waived: moved('Waived in the month'),
  returned: moved('Put back on the balance in the month, when the plan ended'),
  closing: z.int().meta({ description: 'Owed under the plan when the month ended: opening + planned − all the others' }),
  due: z.int().meta({ description: 'Due by the last day of the month, and not paid back' }),
  missed: z.int().meta({ description: 'Instalments that were missed by then' }),
  next: z
    .object({ dueOn: z.iso.date(), amount: z.int() })
    .nullable()
    .meta({ description: 'What is paid back next, and by when' }),
  percent: z.int().nullable().meta({ description: 'Of each payout, where that is how it is paid back' }),
});
export type StatedDebtAnswer = z.input<typeof statedDebt>;

const statementFields = {
  id: idText('stm'),
  number: z.string().meta({ description: 'One series for each month', example: '2026-10-0007' }),
  period: z.string().meta({ example: '2026-10' }),
  from: instantText,
  to: instantText.meta({ description: 'Exclusive' }),
  closedAt: instantText,
  partnerId: idText('prt'),
  partnerName: z.string().meta({ description: 'As it was when the month was closed' }),
  currency: z.string(),
  opening: sums,
  closing: sums,
  movementCount: z.int(),
  lateCount: z.int().meta({ description: 'Of them, those that took effect in a month closed before' }),
  debts: z.array(statedDebt).meta({
    description: 'The payment plans of debts that moved in the month, or were open at its end. They are beside the four balances',
  }),
};

export const listedStatement = z.object(statementFields);
export type ListedStatement = z.input<typeof listedStatement>;

export const closedStatementAnswer = z.object({
  ...statementFields,
  zone: z.string(),
  workspaceName: z.string(),
  transactionHash: z.string().meta({ description: 'Where the chain of ledger transactions ended, in hexadecimal' }),
  movements: z.array(
    movementAnswer.extend({
      lateOf: z.string().nullable().meta({ description: 'The closed month it took effect in', example: '2026-09' }),
      clauseText: z
        .string()
        .nullable()
        .meta({ description: 'The clause in the words of the plan, in the language of the request' }),
      debtPlanId: idText('dpl').nullable().meta({ description: 'The payment plan by which it moved' }),
    }),
  ),
});
export type ClosedStatementAnswer = z.input<typeof closedStatementAnswer>;

const statementsQuery = z.strictObject({
  ...pageQuery,
  period: month.optional(),
  partnerId: idOf('prt').optional(),
});
export type ListStatements = z.output<typeof statementsQuery>;

const byPeriod = z.strictObject({ period: month });
const tag = 'statements';

export const statementRoutes = {
  listPeriods: route({
    id: 'listPeriods',
    method: 'GET',
    path: '/api/v1/periods',
    tag,
    summary: {
      en: 'Months, newest first, and what waits in those to close',
      fr: 'Les mois, du plus récent au plus ancien, et ce qui attend dans ceux à clôturer',
    },
    access: staffRead,
    status: 200,
    answer: z.array(periodAnswer),
    errors: [],
  }),
  getPeriod: route({
    id: 'getPeriod',
    method: 'GET',
    path: '/api/v1/periods/:period',
    tag,
    summary: { en: 'A month', fr: 'Un mois' },
    access: staffRead,
    params: byPeriod,
    status: 200,
    answer: periodAnswer,
    errors: ['not_found'],
  }),
  closePeriod: route({
    id: 'closePeriod',
    method: 'POST',
    path: '/api/v1/periods/:period/closing',
    tag,
    summary: { en: 'Close a month', fr: 'Clôturer un mois' },
    description: {
      en: 'Freezes what each partner had. What is learned later of this month stands in the next one, marked as late. A month that is closed stays so: asking again answers it. With many facts the figures are added up in the background: read the month until it is `closed`.',
      fr: 'Fige ce qu’avait chaque partenaire. Ce qu’on apprend ensuite de ce mois figure dans le suivant, marqué comme tardif. Un mois clos le reste : redemander le renvoie. Avec beaucoup de faits, les totaux se font en arrière-plan : lisez le mois jusqu’à `closed`.',
    },
    access: close,
    params: byPeriod,
    status: 200,
    answer: periodAnswer,
    errors: ['not_found', 'period_not_over', 'period_out_of_order', 'unavailable'],
    idempotency: 'none',
  }),
  listStatements: route({
    id: 'listStatements',
    method: 'GET',
    path: '/api/v1/statements',
    tag,
    summary: {
      en: 'Statements of closed months, newest month first',
      fr: 'Relevés des mois clos, le mois le plus récent d’abord',
    },
    access: lastingRead,
    query: statementsQuery,
    status: 200,
    answer: pageOf(listedStatement),
    errors: [],
  }),
  readStatement: route({
    id: 'readStatement',
    method: 'GET',
    path: '/api/v1/statements/:id',
    tag,
    summary: { en: 'The statement of a closed month', fr: 'Le relevé d’un mois clos' },
    description: {
      en: 'Opening, every movement with its clause, closing; it never changes. As CSV with `format=csv` or `Accept: text/csv`; as PDF in the language of the request with `format=pdf`, the same bytes on every download.',
      fr: 'Solde initial, chaque mouvement avec sa clause, solde final ; il ne change jamais. En CSV avec `format=csv` ou `Accept: text/csv` ; en PDF dans la langue de la requête avec `format=pdf`, les mêmes octets à chaque téléchargement.',
    },
    access: lastingRead,
    params: z.strictObject({ id: idOf('stm') }),
    query: z.strictObject({
      format: z.enum(['json', 'csv', 'pdf']).optional().meta({ description: 'Unless said, what the Accept header prefers' }),
    }),
    status: 200,
    answer: closedStatementAnswer,
    alsoAnswers: ['text/csv', 'application/pdf'],
    errors: ['not_found', 'period_too_long', 'seal_away'],
  }),
} as const;
