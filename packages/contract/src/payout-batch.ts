import { type Rail, rails } from '@cordee/core/rail';
import { z } from 'zod';
import { route, type Access } from './route.ts';
import { amount, currency, idOf, idText, instantText, oneLine, pageOf, pageQuery } from './values.ts';

/** Many payouts at once: who can be paid, the file or the transfers, and what became of them. */

/** Why a partner is not paid now. */
export const unpayableReasons = [
  'below_minimum',
  'nothing_payable',
  'no_account',
  'account_cooling',
  'account_elsewhere',
  'account_incomplete',
  'amount_inexact',
  'tax_missing',
  'tax_under_review',
  'invoice_missing',
  'invoice_contested',
  'invoice_not_accepted',
  'no_charter',
  'in_dispute',
] as const;
export type UnpayableReason = (typeof unpayableReasons)[number];

export const payoutCandidate = z.object({
  partnerId: idText('prt'),
  partnerName: z.string(),
  currency: z.string(),
  amount: z.int().meta({ description: 'Minor units that would be paid; below zero when more was taken back than earned' }),
  keptBack: amount.meta({ description: 'Kept back from it when it is paid, by a plan for a debt' }),
  debt: z
    .object({ planId: idText('dpl'), planned: amount, repaid: amount.meta({ description: 'Kept back, paid or waived so far' }) })
    .nullable()
    .meta({ description: 'The plan by which a debt of it is paid back' }),
  account: z.string().nullable().meta({ example: 'FR•• •••• 2606' }),
  reasons: z.array(z.enum(unpayableReasons)).meta({ description: 'Empty: can be paid now' }),
  payableFrom: instantText.nullable().meta({ description: 'When the account may be paid to, if that is what is waited for' }),
});

const rail = z.enum(rails).default('sepa').meta({
  description: 'How it is paid: a file for the bank, for Wise or for PayPal, transfers of Stripe, or some other way',
});
/** A file for the bank is in euros only. */
const inEuros = {
  check: (given: { readonly rail: Rail; readonly currency: string }) => given.rail !== 'sepa' || given.currency === 'EUR',
  fault: { message: 'files for the bank are in euros only', path: ['currency'], params: { rule: 'euros' } },
};

const localDate = z.iso.date().meta({ example: '2027-01-05' });
const createBody = z
  .strictObject({
    rail,
    currency: currency.default('EUR').meta({ description: 'One for the whole batch' }),
    executionDate: localDate.meta({ description: 'Not in the past; for a file for the bank, a day on which banks settle euros' }),
    partnerIds: z.array(idOf('prt')).min(1).max(50_000).optional().meta({ description: 'All who can be paid, when left out' }),
    remittance: oneLine(100).meta({ description: 'What every receiver reads', example: 'Commissions novembre 2026' }),
    version: z.enum(['09', '03']).default('09').meta({ description: 'Of pain.001.001: 09 unless the bank has not come so far' }),
  })
  .refine(inEuros.check, inEuros.fault);
export type CreatePayoutBatch = z.output<typeof createBody>;

export const payoutBatchStates = ['waiting', 'approved', 'sent', 'closed', 'cancelled'] as const;
export type PayoutBatchState = (typeof payoutBatchStates)[number];

const candidatesQuery = z
  .strictObject({ ...pageQuery, rail, currency: currency.default('EUR') })
  .refine(inEuros.check, inEuros.fault);
export type ListPayoutCandidates = z.output<typeof candidatesQuery>;

const batchFile = z.object({ part: z.int(), lines: z.int(), sha256: z.string() });

/** Why transfers wait: the key is refused, Stripe does not answer, or there is no key. */
export const batchProblems = ['key_refused', 'no_answer', 'not_connected'] as const;
export type BatchProblem = (typeof batchProblems)[number];

export const payoutBatch = z.object({
  id: idText('bat'),
  rail: z.enum(rails),
  state: z.enum(payoutBatchStates),
  executionDate: z.string(),
  remittance: z.string(),
  account: z.string().nullable().meta({ description: 'Of the company, where a bank pays', example: 'FR•• •••• 0189' }),
  lines: z.int(),
  amount,
  currency: z.string(),
  progress: z.object({ inPayout: z.int(), paid: z.int(), rejected: z.int() }).meta({ description: 'Lines by state' }),
  createdAt: instantText,
  createdBy: z.string(),
  approvedAt: instantText.nullable(),
  approvedBy: z.string().nullable(),
  sentAt: instantText.nullable(),
  endedAt: instantText.nullable(),
  reason: z.string().nullable(),
  file: z
    .object({ version: z.string(), sha256: z.string() })
    .nullable()
    .meta({ description: 'Written once, when the batch is approved: every download gives the same bytes' }),
  files: z
    .array(batchFile)
    .meta({ description: 'Of Wise and PayPal, which take only so many rows in one: each downloaded by its part' }),
  transfers: z
    .object({ toSend: z.int(), unknown: z.int(), sent: z.int(), refused: z.int() })
    .nullable()
    .meta({ description: 'Of Stripe; what is unknown is looked up before it is sent again' }),
  problem: z.enum(batchProblems).nullable().meta({ description: 'What keeps its transfers from being sent' }),
  paidOn: z.string().nullable().meta({ description: 'The day it was paid outside' }),
  outsideReference: z.string().nullable(),
});
export type PayoutBatchAnswer = z.input<typeof payoutBatch>;

/** What became of each answer of the bank. */
export const bankAnswerOutcomes = [
  'paid',
  'rejected',
  'not_ended',
  'already',
  'unknown',
  'amount_differs',
  'returned_later',
] as const;
export type BankAnswerOutcome = (typeof bankAnswerOutcomes)[number];

export const bankReport = z.object({
  id: idText('brp'),
  kind: z.enum(['camt.053', 'pain.002', 'csv']),
  sha256: z.string(),
  readAt: instantText,
  lines: z.array(
    z.object({
      endToEndId: z.string(),
      payoutId: idText('pay').nullable(),
      outcome: z.enum(bankAnswerOutcomes),
      reason: z.string().nullable().meta({ description: "The bank's code", example: 'AC04' }),
    }),
  ),
});
export type BankReportAnswer = z.input<typeof bankReport>;

const look: Access = { roles: ['owner', 'manager', 'finance', 'viewer'], scope: 'read' };
const money: Access = { roles: ['owner', 'finance'], scope: 'money' };
/** Approval is a person's: no key may give it. */
const person: Access = { roles: ['owner', 'finance'], scope: null };
const byId = z.strictObject({ id: idOf('bat') });
const tag = 'payments';

export const payoutBatchRoutes = {
  listPayoutCandidates: route({
    id: 'listPayoutCandidates',
    method: 'GET',
    path: '/api/v1/payout-candidates',
    tag,
    summary: {
      en: 'Who can be paid now, and who cannot and why',
      fr: 'Qui peut être payé maintenant, qui non et pourquoi',
    },
    access: look,
    query: candidatesQuery,
    status: 200,
    answer: pageOf(payoutCandidate),
    errors: [],
  }),
  createPayoutBatch: route({
    id: 'createPayoutBatch',
    method: 'POST',
    path: '/api/v1/payout-batches',
    tag,
    summary: { en: 'Take what is payable into a batch', fr: 'Prendre ce qui est exigible dans un lot' },
    description: {
      en: 'From here on the money of its lines is on its way and in no other batch. Somebody else approves it.',
      fr: 'Dès lors l’argent de ses lignes est en route et dans aucun autre lot. Quelqu’un d’autre l’approuve.',
    },
    access: money,
    body: createBody,
    status: 201,
    answer: payoutBatch,
    errors: ['unknown_reference', 'nothing_payable', 'conflict', 'idempotency_conflict', 'unavailable'],
    idempotency: 'key',
  }),
  listPayoutBatches: route({
    id: 'listPayoutBatches',
    method: 'GET',
    path: '/api/v1/payout-batches',
    tag,
    summary: { en: 'List batches, newest first', fr: 'Lister les lots, du plus récent au plus ancien' },
    access: look,
    query: z.strictObject({ ...pageQuery, state: z.enum(payoutBatchStates).optional() }),
    status: 200,
    answer: pageOf(payoutBatch),
    errors: [],
  }),
  getPayoutBatch: route({
    id: 'getPayoutBatch',
    method: 'GET',
    path: '/api/v1/payout-batches/:id',
    tag,
    summary: { en: 'Read a batch', fr: 'Lire un lot' },
    access: look,
    params: byId,
    status: 200,
    answer: payoutBatch,
    errors: ['not_found'],
  }),
  approvePayoutBatch: route({
    id: 'approvePayoutBatch',
    method: 'POST',
    path: '/api/v1/payout-batches/:id/approval',
    tag,
    summary: { en: 'Approve a batch: its file is written', fr: 'Approuver un lot : son fichier est écrit' },
    description: {
      en: 'By a person who did not make it. Lines whose account is no longer the one in force keep it from being approved.',
      fr: 'Par une personne qui ne l’a pas fait. Les lignes dont le compte n’est plus celui en vigueur empêchent l’approbation.',
    },
    access: person,
    params: byId,
    status: 200,
    answer: payoutBatch,
    errors: ['not_found', 'conflict', 'same_person'],
    idempotency: 'key',
  }),
  cancelPayoutBatch: route({
    id: 'cancelPayoutBatch',
    method: 'POST',
    path: '/api/v1/payout-batches/:id/cancellation',
    tag,
    summary: {
      en: 'Give up a batch that was not sent: its lines are payable again',
      fr: 'Abandonner un lot non envoyé : ses lignes redeviennent exigibles',
    },
    access: money,
    params: byId,
    body: z.strictObject({ reason: oneLine(300).meta({ example: 'Wrong account' }) }),
    status: 200,
    answer: payoutBatch,
    errors: ['not_found', 'conflict', 'idempotency_conflict', 'unavailable'],
    idempotency: 'key',
  }),
  sendPayoutBatch: route({
    id: 'sendPayoutBatch',
    method: 'POST',
    path: '/api/v1/payout-batches/:id/sending',
    tag,
    summary: {
      en: 'Say that the file was handed in; with Stripe, have the transfers sent',
      fr: 'Dire que le fichier a été remis ; avec Stripe, faire partir les virements',
    },
    access: money,
    params: byId,
    status: 200,
    answer: payoutBatch,
    errors: ['not_found', 'conflict'],
    idempotency: 'key',
  }),
  downloadPayoutFile: route({
    id: 'downloadPayoutFile',
    method: 'GET',
    path: '/api/v1/payout-batches/:id/file',
    tag,
    summary: {
      en: 'The file for the bank (pain.001), for Wise or for PayPal (CSV)',
      fr: 'Le fichier pour la banque (pain.001), pour Wise ou pour PayPal (CSV)',
    },
    access: money,
    params: byId,
    status: 200,
    query: z.strictObject({ part: z.coerce.number().int().min(1).max(1000).default(1) }),
    alsoAnswers: ['application/xml', 'text/csv'],
    errors: ['not_found', 'conflict'],
  }),
  readBankReport: route({
    id: 'readBankReport',
    method: 'POST',
    path: '/api/v1/bank-reports',
    tag,
    summary: {
      en: "Read what became of payments: the bank's answer (camt.053, pain.002), or a CSV of Wise or PayPal",
      fr: 'Lire ce que des paiements sont devenus : réponse de la banque (camt.053, pain.002) ou CSV de Wise ou PayPal',
    },
    description: {
      en: 'Lines that arrived are paid, those that came back are payable again. Read again, a file changes nothing.',
      fr: 'Les lignes arrivées sont payées, celles qui reviennent redeviennent exigibles. Relu, un fichier ne change rien.',
    },
    access: money,
    rawBody: { maxBytes: 20 * 1024 * 1024, types: ['application/xml', 'text/xml', 'text/csv'], as: 'buffer' },
    status: 201,
    answer: bankReport,
    errors: ['bank_report_unreadable', 'unavailable'],
    idempotency: 'none',
  }),
} as const;
