import { invoiceStates } from '@cordee/core/invoice';
import { z } from 'zod';
import { sharedRead } from './access.ts';
import { invoiceAnswer, invoiceDetail, invoiceTypeNames } from './invoice-answers.ts';
import { taxDay } from './tax-details.ts';
import { route, type Access } from './route.ts';
import { currency, idOf, instant, oneLine, pageOf, pageQuery } from './values.ts';

/** Documents of partners' commissions: made out in their names from closed months, or sent by them. */

const money: Access = { roles: ['owner', 'finance'], scope: 'money' };
const answering: Access = { roles: ['owner', 'finance', 'partner'], scope: 'money' };

const issueBody = z.strictObject({
  partnerIds: z.array(idOf('prt')).min(1).max(1000).optional().meta({ description: 'Absent: all who have something to invoice' }),
});
export type IssueInvoices = z.output<typeof issueBody>;
const issuedAnswer = z.object({
  items: z.array(invoiceAnswer),
  left: z.int().meta({ description: 'Partners whose documents can be issued too, by another call: one issues so many at most' }),
});
export type IssuedInvoices = z.input<typeof issuedAnswer>;

const listQuery = z.strictObject({
  ...pageQuery,
  partnerId: idOf('prt').optional(),
  type: z.enum(invoiceTypeNames).optional(),
  state: z
    .enum([...invoiceStates, 'open'])
    .optional()
    .meta({ description: '`open`: somebody is still to say something' }),
  period: z
    .string()
    .regex(/^\d{4}-\d{2}$/, 'a month')
    .optional()
    .meta({ description: 'Documents that hold something of this month', example: '2026-10' }),
  handedOver: z.enum(['yes', 'no']).optional(),
});
export type ListInvoices = z.output<typeof listQuery>;

const byId = z.strictObject({ id: idOf('inv') });
const reasonBody = z.strictObject({ reason: oneLine(1000).meta({ example: 'The VAT scheme has changed' }) });

const sendQuery = z.strictObject({
  partnerId: idOf('prt').optional().meta({ description: 'For the company; a partner sends its own' }),
  fileName: oneLine(120).optional(),
  number: z
    .string()
    .regex(/^[A-Za-z0-9+\-_/]{1,35}$/, 'up to 35 letters, digits and + - _ /')
    .optional()
    .meta({ description: 'These five: needed unless the file is a Factur-X or a CII that tells them' }),
  issuedOn: taxDay.optional(),
  currency: currency.optional(),
  net: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
  vat: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
});
export type SendInvoice = z.output<typeof sendQuery>;

export const platformCodes = [
  '200',
  '201',
  '202',
  '203',
  '204',
  '205',
  '206',
  '207',
  '208',
  '209',
  '210',
  '211',
  '212',
  '213',
] as const;
const platformBody = z.strictObject({
  code: z.enum(platformCodes).meta({
    description:
      'Life-cycle status of the French reform (XP Z12-012): 200 deposited, 201 sent, 202 received, 203 made available, 204 taken over, 205 approved, 206 partly approved, 207 disputed, 208 suspended, 209 completed, 210 refused, 211 payment sent, 212 cashed, 213 rejected',
  }),
  at: instant,
  text: oneLine(500).optional(),
});
export type PlatformStatus = z.output<typeof platformBody>;

const tag = 'invoices';

export const invoiceRoutes = {
  issueInvoices: route({
    id: 'issueInvoices',
    method: 'POST',
    path: '/api/v1/invoices',
    tag,
    summary: { en: 'Issue invoices and credit notes', fr: 'Émettre factures et avoirs' },
    description: {
      en: 'Makes out all that has no obstacle: numbers without a gap in each partner’s series, parties and text frozen, VAT into the books.',
      fr: 'Établit tout ce qui n’a pas d’obstacle : numéros sans rupture dans la série de chaque partenaire, parties et textes figés, TVA dans les comptes.',
    },
    access: money,
    body: issueBody,
    status: 201,
    answer: issuedAnswer,
    errors: ['invoice_obstacle', 'unknown_reference', 'unavailable', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  listInvoices: route({
    id: 'listInvoices',
    method: 'GET',
    path: '/api/v1/invoices',
    tag,
    summary: { en: 'List documents, newest first', fr: 'Lister les documents, du plus récent au plus ancien' },
    access: sharedRead,
    query: listQuery,
    status: 200,
    answer: pageOf(invoiceAnswer),
    errors: [],
  }),
  getInvoice: route({
    id: 'getInvoice',
    method: 'GET',
    path: '/api/v1/invoices/:id',
    tag,
    summary: { en: 'Read a document with all that happened to it', fr: 'Lire un document et tout ce qui lui est arrivé' },
    access: sharedRead,
    params: byId,
    status: 200,
    answer: invoiceDetail,
    errors: ['not_found'],
  }),
  downloadInvoice: route({
    id: 'downloadInvoice',
    method: 'GET',
    path: '/api/v1/invoices/:id/file',
    tag,
    summary: { en: 'Download a document', fr: 'Télécharger un document' },
    description: {
      en: 'Factur-X: a sealed PDF with the XML inside; or the XML alone; or the file a partner sent. The same bytes on every download.',
      fr: 'Factur-X : un PDF scellé avec le XML à l’intérieur ; ou le XML seul ; ou le fichier envoyé par un partenaire. Les mêmes octets à chaque téléchargement.',
    },
    access: sharedRead,
    params: byId,
    query: z.strictObject({ form: z.enum(['pdf', 'xml', 'sent']).default('pdf') }),
    status: 200,
    alsoAnswers: ['application/pdf', 'application/xml'],
    errors: ['not_found', 'seal_away'],
  }),
  acceptInvoice: route({
    id: 'acceptInvoice',
    method: 'POST',
    path: '/api/v1/invoices/:id/acceptance',
    tag,
    summary: { en: 'Accept a document', fr: 'Accepter un document' },
    description: {
      en: 'A partner accepts what was made out in its name; the company accepts what a partner sent.',
      fr: 'Un partenaire accepte ce qui a été établi en son nom ; l’entreprise accepte ce qu’un partenaire a envoyé.',
    },
    access: answering,
    params: byId,
    status: 200,
    answer: invoiceDetail,
    errors: ['not_found', 'conflict', 'unavailable', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  contestInvoice: route({
    id: 'contestInvoice',
    method: 'POST',
    path: '/api/v1/invoices/:id/contest',
    tag,
    summary: { en: 'Contest a document', fr: 'Contester un document' },
    access: answering,
    params: byId,
    body: reasonBody,
    status: 200,
    answer: invoiceDetail,
    errors: ['not_found', 'conflict', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  creditInvoice: route({
    id: 'creditInvoice',
    method: 'POST',
    path: '/api/v1/invoices/:id/credit',
    tag,
    summary: { en: 'Take an invoice back by a credit note', fr: 'Annuler une facture par un avoir' },
    description: {
      en: 'A credit note over all that is left of it; the same amounts can then be made out anew.',
      fr: 'Un avoir sur tout ce qu’il en reste ; les mêmes montants peuvent ensuite être facturés à nouveau.',
    },
    access: money,
    params: byId,
    body: reasonBody,
    status: 200,
    answer: invoiceDetail,
    errors: ['not_found', 'conflict', 'invoice_obstacle', 'unavailable', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  refuseInvoice: route({
    id: 'refuseInvoice',
    method: 'POST',
    path: '/api/v1/invoices/:id/refusal',
    tag,
    summary: { en: 'Refuse an invoice a partner sent', fr: 'Refuser une facture envoyée par un partenaire' },
    access: money,
    params: byId,
    body: reasonBody,
    status: 200,
    answer: invoiceDetail,
    errors: ['not_found', 'conflict', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  sendInvoice: route({
    id: 'sendInvoice',
    method: 'POST',
    path: '/api/v1/received-invoices',
    tag,
    summary: { en: 'Send an invoice of one’s own', fr: 'Envoyer sa propre facture' },
    description: {
      en: 'PDF, Factur-X or CII (XML), at most 5 MB. It is matched to what the closed months come to; the company then accepts or refuses it.',
      fr: 'PDF, Factur-X ou CII (XML), 5 Mo au plus. Elle est rapprochée de ce que totalisent les mois clos ; l’entreprise l’accepte ou la refuse ensuite.',
    },
    access: answering,
    query: sendQuery,
    rawBody: { maxBytes: 5 * 1024 * 1024, types: ['application/pdf', 'application/xml', 'text/xml'], as: 'buffer' },
    status: 201,
    answer: invoiceDetail,
    errors: ['invalid_request', 'invoice_unreadable', 'invoice_obstacle', 'unknown_reference', 'already_exists', 'conflict'],
    idempotency: 'none',
  }),
  handOverInvoices: route({
    id: 'handOverInvoices',
    method: 'POST',
    path: '/api/v1/invoices/handovers',
    tag,
    summary: { en: 'Mark documents as handed over to a platform', fr: 'Marquer des documents comme remis à une plateforme' },
    description: {
      en: 'After their files were given to an approved platform (`handedOver=no` lists those that wait). Its life-cycle statuses can then be taken back.',
      fr: 'Après la remise de leurs fichiers à une plateforme agréée (`handedOver=no` liste ceux qui attendent). Ses statuts de cycle de vie peuvent ensuite être repris.',
    },
    access: money,
    body: z.strictObject({ ids: z.array(idOf('inv')).min(1).max(1000) }),
    status: 200,
    answer: z.object({ handedOver: z.int() }),
    errors: ['unknown_reference', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  recordPlatformStatus: route({
    id: 'recordPlatformStatus',
    method: 'POST',
    path: '/api/v1/invoices/:id/platform-statuses',
    tag,
    summary: { en: 'Take back a status of the platform', fr: 'Reprendre un statut de la plateforme' },
    description: {
      en: 'Made available delivers, approved accepts, disputed, refused and rejected contest; the others are kept. The same status twice is kept once.',
      fr: 'Mise à disposition vaut remise, approuvée vaut acceptation, en litige, refusée et rejetée valent contestation ; les autres sont conservés. Un même statut n’est conservé qu’une fois.',
    },
    access: money,
    params: byId,
    body: platformBody,
    status: 200,
    answer: invoiceDetail,
    errors: ['not_found', 'clock_in_future', 'idempotency_conflict'],
    idempotency: 'key',
  }),
} as const;
