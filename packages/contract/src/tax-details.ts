import { plainVatNumber, taxKinds, vatStates, vatStatuses } from '@cordee/core/tax';
import { z } from 'zod';
import { fileAnswer } from './file.ts';
import { countryCode, idText, instantText, oneLine } from './values.ts';

/** What a partner is for tax, as it is entered and shown. */

const blanks = /[\s\u00a0\u202f.]/gu;
/** So many digits, however they are grouped. */
export const digitsOf = (count: number, example: string) =>
  z
    .string()
    .max(40)
    .transform((text) => text.replace(blanks, ''))
    .pipe(z.string().regex(new RegExp(`^\\d{${count}}$`), `${count} digits`))
    .meta({ example });

export const vatNumberText = z
  .string()
  .max(40)
  .transform(plainVatNumber)
  .pipe(z.string().regex(/^[A-Z]{2}[0-9A-Z+*]{2,13}$/, 'a prefix of two letters and 2 to 13 digits or capitals'))
  .meta({ description: 'With its prefix', example: 'FR40303265045' });

/** A day of the calendar that taxes can be asked about: before 1900 nobody was born who is paid. */
export const taxDay = z.iso
  .date()
  .refine((day) => day >= '1900-01-01', { message: 'a day from 1900 on', params: { rule: 'tax_day' } })
  .meta({ example: '2026-11-23' });

export const taxAddress = z.strictObject({
  street: oneLine(70).optional(),
  postCode: oneLine(16).optional(),
  town: oneLine(70),
});

const known = <Value extends z.ZodType>(value: Value) => value.nullable().default(null);

export const enterTaxDetails = z.strictObject({
  validFrom: taxDay.meta({ description: 'The first day on which this is so', example: '2026-11-01' }),
  kind: known(z.enum(taxKinds)).meta({ description: 'null, here and below: unknown' }),
  country: known(countryCode).meta({
    description: 'Of establishment. French overseas departments have codes of their own: GP, MQ, RE, GF, YT',
  }),
  legalName: known(oneLine(120)),
  legalForm: known(oneLine(60)).meta({ example: 'SARL' }),
  address: known(taxAddress),
  siren: known(digitsOf(9, '303265045')),
  siret: known(digitsOf(14, '30326504500003')),
  vatStatus: known(z.enum(vatStatuses)),
  vatNumber: known(vatNumberText),
  localTaxId: known(oneLine(40)).meta({ description: 'The tax number of its own country, outside of the European Union' }),
  birthDate: known(taxDay).meta({ description: 'Of a private person only' }),
});
export type EnterTaxDetails = z.output<typeof enterTaxDetails>;

export const taxDetailsStates = ['proposed', 'accepted', 'refused', 'replaced'] as const;
export const sealedTaxData = ['birth_date', 'local_tax_id'] as const;

export const taxDetailsAnswer = z.object({
  id: idText('txd'),
  partnerId: idText('prt'),
  partnerName: z.string(),
  state: z.enum(taxDetailsStates),
  validFrom: z.string(),
  kind: z.enum(taxKinds).nullable(),
  country: z.string().nullable(),
  legalName: z.string().nullable(),
  legalForm: z.string().nullable(),
  address: z.object({ street: z.string().optional(), postCode: z.string().optional(), town: z.string() }).nullable(),
  siren: z.string().nullable(),
  siret: z.string().nullable(),
  vatStatus: z.enum(vatStatuses).nullable(),
  vatNumber: z.string().nullable(),
  localTaxId: z.string().nullable(),
  birthDate: z.string().nullable(),
  sealed: z
    .array(z.enum(sealedTaxData))
    .meta({ description: 'Which of the two last are there: owners, finance and the partner itself are shown them' }),
  enteredAt: instantText,
  byPartner: z.boolean(),
  decidedAt: instantText.nullable(),
  reason: z.string().nullable(),
});
export type TaxDetailsAnswer = z.input<typeof taxDetailsAnswer>;

export const vatCheckAnswer = z.object({
  id: idText('vck'),
  vatNumber: z.string(),
  state: z.enum(vatStates).exclude(['not_checked']),
  cause: z.string().nullable().meta({ description: 'Why nobody could say', example: 'MS_UNAVAILABLE' }),
  checkedAt: instantText,
  consultationNumber: z.string().nullable().meta({ description: 'Given when the company’s own number was sent along' }),
  name: z.string().nullable().meta({ description: 'In whose name the number is, where its State tells' }),
  raw: z.unknown().meta({ description: 'The answer as it came' }),
});
export type VatCheckAnswer = z.input<typeof vatCheckAnswer>;

export const taxProofKinds = ['vat_number', 'business'] as const;
export const taxProofAnswer = z.object({
  id: idText('txp'),
  kind: z.enum(taxProofKinds),
  vatNumber: z.string().nullable(),
  reference: z.string(),
  note: z.string().nullable(),
  files: z.array(fileAnswer).meta({ description: 'The certificate itself, where it was handed in' }),
  enteredAt: instantText,
  enteredBy: z.string(),
});
export type TaxProofAnswer = z.input<typeof taxProofAnswer>;

export const vatStanding = z.object({
  vatNumber: z.string().nullable(),
  state: z.enum(vatStates),
  cause: z.string().nullable(),
  checkedAt: instantText.nullable(),
  validAt: instantText.nullable().meta({ description: 'When it was last found valid' }),
  consultationNumber: z.string().nullable(),
  isProved: z.boolean().meta({ description: 'Somebody of the company vouched for it' }),
});
export type VatStanding = z.input<typeof vatStanding>;
