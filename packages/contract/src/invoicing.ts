import { z } from 'zod';
import { staffRead } from './access.ts';
import { route, type Access } from './route.ts';
import { taxDay } from './tax-details.ts';
import { instantText, oneLine } from './values.ts';

/** How a company invoices: the mandate it asks for, the sentences it prints, what payment waits for. */

const money: Access = { roles: ['owner', 'finance'], scope: 'money' };

const inBoth = (most: number) =>
  z.strictObject({ fr: oneLine(most).meta({ example: 'Pas d’escompte.' }), en: oneLine(most).meta({ example: 'No discount.' }) });
const text = z
  .string()
  .trim()
  .min(1)
  .max(8000)
  .regex(/^[^\p{Cs}\0]*$/u, 'no NUL, no half characters')
  .meta({ example: 'The partner mandates the company to make out its invoices. It has {days} days to contest one.' });

export const invoicePaymentWaits = ['nothing', 'issued', 'accepted'] as const;

export const invoicing = z.strictObject({
  selfBilling: z
    .boolean()
    .meta({ description: 'Invoices are made out in the partners’ names, by mandate; else partners send theirs' }),
  mandate: z.strictObject({
    text: z.strictObject({ fr: text, en: text }).meta({ description: 'What partners are shown and agree to' }),
    contestDays: z
      .int()
      .min(1)
      .max(365)
      .meta({ example: 15, description: 'Days a partner has to contest a document; then silence accepts it' }),
  }),
  numberPrefix: z
    .string()
    .regex(/^[A-Z0-9]{1,8}$/, 'up to 8 capitals and digits')
    .meta({ description: 'Numbers are prefix, series of the partner, place in it', example: 'AF' }),
  dueDays: z.int().min(0).max(365).meta({ example: 30 }),
  vatDue: z.enum(['invoice', 'payment']).meta({ description: 'When the VAT of partners falls due' }),
  selfAssessedRate: z
    .int()
    .min(0)
    .max(10_000)
    .meta({ description: 'VAT the company owes itself under reverse charge, in hundredths of a percent', example: 2000 }),
  paymentWaits: z.enum(invoicePaymentWaits).meta({
    description: 'Payouts wait for nothing, until all closed months are invoiced, or until those invoices are accepted',
  }),
  notes: z
    .array(
      z.strictObject({
        code: z
          .string()
          .regex(/^[A-Z]{3}$/, '3 capitals')
          .meta({ description: 'UNTDID 4451', example: 'PMT' }),
        text: inBoth(500),
        validFrom: taxDay,
        validTo: taxDay.nullable(),
        source: oneLine(300).meta({ example: 'Code de commerce, art. L. 441-10' }),
      }),
    )
    .max(40)
    .meta({ description: 'Sentences printed between companies of the same country, by day of issue' }),
});
export type Invoicing = z.output<typeof invoicing>;

export const invoicingAnswer = z.object({
  invoicing,
  version: z.int().meta({ description: '0: what comes with the program' }),
  changedAt: instantText.nullable(),
});
export type InvoicingAnswer = z.input<typeof invoicingAnswer>;

const tag = 'invoices';

export const invoicingRoutes = {
  getInvoicing: route({
    id: 'getInvoicing',
    method: 'GET',
    path: '/api/v1/invoicing',
    tag,
    summary: { en: 'Read how the company invoices', fr: 'Lire comment l’entreprise facture' },
    access: staffRead,
    status: 200,
    answer: invoicingAnswer,
    errors: [],
  }),
  setInvoicing: route({
    id: 'setInvoicing',
    method: 'PUT',
    path: '/api/v1/invoicing',
    tag,
    summary: { en: 'Set how the company invoices', fr: 'Définir comment l’entreprise facture' },
    description: {
      en: 'Adds a version; documents made out before keep what they were made of, and mandates the text that was shown.',
      fr: 'Ajoute une version ; les documents déjà établis gardent ce dont ils sont faits, et les mandats le texte montré.',
    },
    access: money,
    body: invoicing,
    status: 200,
    answer: invoicingAnswer,
    errors: [],
    idempotency: 'none',
  }),
} as const;
