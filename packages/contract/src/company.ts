import { companyPurposes, type CompanyDatum } from '@cordee/core/company';
import { z } from 'zod';
import { staffRead } from './access.ts';
import { route, type Access } from './route.ts';
import { digitsOf, taxAddress, taxDay, vatNumberText } from './tax-details.ts';
import { countryCode, instantText, oneLine, ordinal, pageOf, pageQuery } from './values.ts';

/** Who the company is: name, address and numbers, in records that each hold from a day on. All documents take theirs from here. */

const money: Access = { roles: ['owner', 'finance'], scope: 'money' };
const known = <Value extends z.ZodType>(value: Value) => value.nullable().default(null);

const companyAddress = taxAddress.extend({
  country: countryCode.meta({ description: 'The country of the workspace, or one of its overseas departments', example: 'FR' }),
});

export const companyIdentity = z
  .strictObject({
    legalName: oneLine(120).meta({ description: 'As it is registered', example: 'Alpes Équipement SAS' }),
    tradeName: known(oneLine(120)).meta({ description: 'What it is called by, where that is another name' }),
    legalForm: known(oneLine(120)).meta({ example: 'SAS' }),
    capital: known(oneLine(60)).meta({ description: 'With its currency, as it is printed', example: '50 000 €' }),
    register: known(oneLine(80)).meta({
      description: 'The register it stands in, with its number there',
      example: 'RCS Annecy 303 265 045',
    }),
    siren: known(digitsOf(9, '303265045')).meta({ description: 'Taken from the SIRET when left out', example: '303265045' }),
    siret: known(digitsOf(14, '30326504500003')).meta({ description: 'Of the head office', example: '30326504500003' }),
    vatNumber: known(vatNumberText),
    ape: known(
      z
        .string()
        .max(10)
        .transform((text) => text.replaceAll(/[\s.]/gu, '').toUpperCase())
        .pipe(z.string().regex(/^\d{4}[A-Z]$/, '4 digits and a letter')),
    ).meta({ description: 'The French code of its activity', example: '4791A' }),
    address: known(companyAddress),
    contact: known(
      z.strictObject({
        name: oneLine(50),
        email: z.email().max(60),
        phone: oneLine(20).meta({ example: '04 50 00 00 00' }),
      }),
    ).meta({ description: 'Whom authorities can ask' }),
    electronicAddress: known(
      z.strictObject({
        scheme: z.string().regex(/^\d{4}$/, '4 digits'),
        id: oneLine(125),
      }),
    ).meta({
      description: 'Where invoices reach it; scheme 0225 is the French directory, where the SIREN is meant when left out',
    }),
  })
  .meta({
    example: {
      legalName: 'Alpes Équipement',
      tradeName: null,
      legalForm: 'SAS',
      capital: '50 000 €',
      register: 'RCS Annecy 303 265 045',
      siren: '303265045',
      siret: '30326504500003',
      vatNumber: 'FR40303265045',
      ape: '4791A',
      address: { street: '12 rue des Écoles', postCode: '74000', town: 'Annecy', country: 'FR' },
      contact: { name: 'Claire Martin', email: 'claire@example.com', phone: '04 50 00 00 00' },
      electronicAddress: null,
    },
  });

const told = z.string().nullable();
/** The same as it is told: everything is there, what was not said as null. */
const toldIdentity = z.object({
  legalName: z.string(),
  tradeName: told,
  legalForm: told,
  capital: told,
  register: told,
  siren: told,
  siret: told,
  vatNumber: told,
  ape: told,
  address: z
    .object({ street: z.string().optional(), postCode: z.string().optional(), town: z.string(), country: z.string() })
    .nullable(),
  contact: z.object({ name: z.string(), email: z.string(), phone: z.string() }).nullable(),
  electronicAddress: z.object({ scheme: z.string(), id: z.string() }).nullable(),
});

export const writeCompany = z.strictObject({
  identity: companyIdentity,
  validFrom: taxDay
    .optional()
    .meta({ description: 'The first day on which this is so; today unless said', example: '2026-11-01' }),
  reason: oneLine(300).nullable().default(null).meta({
    description: 'Why, for whoever reads the history; asked for from the second record on',
    example: 'We have moved.',
  }),
});
export type WriteCompany = z.output<typeof writeCompany>;

export const companyRecord = z.object({
  number: ordinal.meta({
    description: 'Its place among the records of the workspace, in the order they were written',
    example: 1,
  }),
  validFrom: z.string().meta({ example: '2026-11-01' }),
  validTo: z.string().nullable().meta({ description: 'The last day on which it holds; null: until another one does' }),
  state: z
    .enum(['holds', 'past', 'future', 'replaced'])
    .meta({ description: 'Today. `replaced`: one written later holds from the same day, so that this one never does' }),
  identity: toldIdentity,
  reason: z.string().nullable(),
  writtenAt: instantText,
  author: z.string().nullable().meta({ description: 'Who wrote it: a member, a key, or what ran by itself' }),
});
export type CompanyRecordAnswer = z.input<typeof companyRecord>;

const data = [
  'legalName',
  'siren',
  'siret',
  'ape',
  'address',
  'street',
  'postCode',
  'contact',
] as const satisfies readonly CompanyDatum[];

export const companyAnswer = z.object({
  on: z.string().meta({ description: 'The day that was asked about', example: '2026-11-30' }),
  country: z.string().meta({ description: 'Of the workspace: its taxes and rules are those of this country', example: 'FR' }),
  record: companyRecord.nullable().meta({ description: 'What holds on that day; null before anything was written' }),
  next: companyRecord.nullable().meta({ description: 'What will hold after it, where that is known already' }),
  lacks: z
    .array(z.object({ purpose: z.enum(companyPurposes), data: z.array(z.enum(data)) }))
    .meta({ description: 'What invoices, the FEC and the DAS2 still lack of it; those that lack nothing are left out' }),
});
export type CompanyAnswer = z.input<typeof companyAnswer>;

const tag = 'company';

export const companyRoutes = {
  getCompany: route({
    id: 'getCompany',
    method: 'GET',
    path: '/api/v1/company',
    tag,
    summary: { en: 'Who the company is, on a day', fr: 'Qui est l’entreprise, un jour donné' },
    description: {
      en: 'Today, or on the day given by `on`. Days before the first record have that one.',
      fr: 'Aujourd’hui, ou le jour donné par `on`. Les jours d’avant la première fiche ont celle-ci.',
    },
    access: staffRead,
    query: z.strictObject({ on: taxDay.optional() }),
    status: 200,
    answer: companyAnswer,
    errors: ['invalid_request'],
  }),
  listCompanyRecords: route({
    id: 'listCompanyRecords',
    method: 'GET',
    path: '/api/v1/company/records',
    tag,
    summary: {
      en: 'All that was written about who the company is, newest first',
      fr: 'Tout ce qui a été écrit sur l’entreprise, le plus récent d’abord',
    },
    access: staffRead,
    query: z.strictObject(pageQuery),
    status: 200,
    answer: pageOf(companyRecord),
    errors: ['invalid_request'],
  }),
  writeCompany: route({
    id: 'writeCompany',
    method: 'POST',
    path: '/api/v1/company/records',
    tag,
    summary: { en: 'Write who the company is from a day on', fr: 'Écrire qui est l’entreprise à partir d’un jour' },
    description: {
      en: 'Adds a record: nothing written before is altered. Documents take what holds on their day; those made out already stay as they are.',
      fr: 'Ajoute une fiche : rien de ce qui est écrit n’est modifié. Un document prend ce qui vaut à sa date ; ceux déjà établis restent tels quels.',
    },
    access: money,
    body: writeCompany,
    status: 201,
    answer: companyRecord,
    errors: ['invalid_request', 'conflict'],
    idempotency: 'key',
  }),
} as const;
