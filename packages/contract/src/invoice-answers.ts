import { invoiceStates } from '@cordee/core/invoice';
import { vatCategories } from '@cordee/core/tax';
import { z } from 'zod';
import { missingTaxData } from './tax-decision.ts';
import { idText, instantText } from './values.ts';

/** What is told of documents and of what could become one. */

export const invoiceTypeNames = ['389', '261', '380'] as const;

const figures = {
  currency: z.string(),
  net: z.int().meta({ description: 'Minor units; of a credit note above zero too' }),
  vat: z.int(),
  gross: z.int(),
  vatCategory: z.enum(vatCategories),
  vatRate: z.int().meta({ description: 'Hundredths of a percent', example: 2000 }),
};

const days = z.object({ from: z.string(), to: z.string() });

export const invoiceAnswer = z.object({
  id: idText('inv'),
  type: z.enum(invoiceTypeNames).meta({
    description: 'UNTDID 1001: `389` made out in the partner’s name, `261` its credit note, `380` sent by the partner',
  }),
  number: z.string(),
  state: z.enum(invoiceStates),
  partnerId: idText('prt'),
  partnerName: z.string(),
  ...figures,
  issuedOn: z.string(),
  dueOn: z.string().nullable(),
  period: days,
  deliveredAt: instantText.nullable(),
  contestUntil: instantText.nullable().meta({ description: 'When silence accepts it' }),
  handedOverAt: instantText.nullable().meta({ description: 'When it was handed over to an approved platform' }),
});
export type InvoiceAnswer = z.input<typeof invoiceAnswer>;

const party = z.object({
  name: z.string(),
  legalForm: z.string().nullable(),
  siren: z.string().nullable(),
  vatNumber: z.string().nullable(),
  localTaxId: z.string().nullable(),
  address: z.object({
    street: z.string().nullable(),
    postCode: z.string().nullable(),
    town: z.string(),
    country: z.string(),
  }),
  electronicAddress: z.object({ scheme: z.string(), id: z.string() }).nullable(),
});

export const invoiceStepKinds = [
  'issued',
  'sent',
  'delivered',
  'accepted',
  'tacitly_accepted',
  'contested',
  'credited',
  'refused',
  'handed_over',
  'platform_status',
] as const;

export const invoiceDetail = invoiceAnswer.extend({
  seller: party.nullable().meta({ description: 'The partner, as it was then; null of what it sent' }),
  buyer: party.nullable(),
  lines: z.array(z.object({ name: z.string(), description: z.string().nullable(), net: z.int(), period: days.nullable() })),
  notes: z.array(z.object({ code: z.string(), text: z.string() })),
  exemption: z.string().nullable(),
  statementIds: z.array(idText('stm')),
  credits: z
    .array(z.object({ invoiceId: idText('inv'), number: z.string(), net: z.int() }))
    .meta({ description: 'What it takes back' }),
  creditedBy: z.array(z.object({ invoiceId: idText('inv'), number: z.string(), net: z.int() })),
  expected: z
    .object({ net: z.int(), vat: z.int() })
    .nullable()
    .meta({ description: 'Of what a partner sent: what the statements it is about come to' }),
  steps: z.array(
    z.object({
      number: z.int(),
      at: instantText,
      kind: z.enum(invoiceStepKinds),
      side: z.enum(['company', 'partner', 'clock', 'platform']),
      author: z.string().nullable().meta({ description: 'For the company only' }),
      text: z.string().nullable(),
      platformCode: z.string().nullable(),
      platformAt: instantText.nullable(),
    }),
  ),
  files: z.array(z.enum(['pdf', 'xml', 'sent'])).meta({ description: 'What can be downloaded' }),
});
export type InvoiceDetail = z.input<typeof invoiceDetail>;

export const draftObstacles = [
  'company_unknown',
  'not_self_billing',
  'no_mandate',
  'tax_missing',
  'tax_review',
  'tax_blocked',
  'vat_to_ask',
  'comes_to_nothing',
  'nothing_to_credit',
  'exchange_rate_missing',
  'document_faults',
] as const;
export type DraftObstacle = (typeof draftObstacles)[number];

export const invoiceDraft = z.object({
  partnerId: idText('prt'),
  partnerName: z.string(),
  type: z.enum(['389', '261']).nullable().meta({ description: 'null: nothing can be made out' }),
  currency: z.string(),
  net: z.int().meta({ description: 'Below zero: more was taken back than earned' }),
  vat: z.int().nullable(),
  vatCategory: z.enum(vatCategories).nullable(),
  vatRate: z.int().nullable(),
  months: z.array(z.string()),
  obstacles: z
    .array(z.object({ code: z.enum(draftObstacles), text: z.string(), missing: z.array(z.enum(missingTaxData)) }))
    .meta({ description: 'Why it cannot be issued, in the language of the request; empty: it can' }),
});
export type InvoiceDraft = z.input<typeof invoiceDraft>;
