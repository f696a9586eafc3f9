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

const sealKey = z.object({
  number: z.int(),
  certificate: z.string().meta({ description: 'PEM' }),
  sha256: z.string(),
  createdAt: instantText,
  inForce: z.boolean(),
});
export type SealKeyAnswer = z.input<typeof sealKey>;

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
  getSealCertificate: route({
    id: 'getSealCertificate',
    method: 'GET',
    path: '/api/v1/statements/certificate',
    tag,
    summary: { en: 'The certificate statements are sealed with (PEM)', fr: 'Le certificat dont les relevés sont scellés (PEM)' },
    description: {
      en: 'With it anybody can verify that a PDF comes from here and was not changed since. The company signs it itself, unless somebody else signs for it.',
      fr: 'Avec lui, chacun peut vérifier qu’un PDF vient d’ici et n’a pas changé depuis. L’entreprise le signe elle-même, sauf si quelqu’un d’autre signe pour elle.',
    },
    access: lastingRead,
    status: 200,
    alsoAnswers: ['application/x-pem-file'],
    errors: [],
  }),
  listSealKeys: route({
    id: 'listSealKeys',
    method: 'GET',
    path: '/api/v1/seal-keys',
    tag,
    summary: { en: 'All certificates documents were sealed with', fr: 'Tous les certificats dont des documents ont été scellés' },
    access: staffRead,
    status: 200,
    answer: z.object({
      items: z.array(sealKey),
      elsewhere: z.string().nullable().meta({ description: 'PEM: of whoever seals elsewhere, in the place of these' }),
    }),
    errors: [],
  }),
  renewSealKey: route({
    id: 'renewSealKey',
    method: 'POST',
    path: '/api/v1/seal-keys',
    tag,
    summary: { en: 'Seal with a new key from now on', fr: 'Sceller avec une nouvelle clé désormais' },
    description: {
      en: 'What was sealed before keeps verifying: each document carries its certificate. Give partners the new one.',
      fr: 'Ce qui a été scellé auparavant reste vérifiable : chaque document porte son certificat. Donnez le nouveau aux partenaires.',
    },
    access: { roles: ['owner'], scope: null },
    status: 201,
    answer: sealKey,
    errors: ['conflict'],
    idempotency: 'none',
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
