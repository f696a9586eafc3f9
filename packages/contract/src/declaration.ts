import { taxKinds } from '@cordee/core/tax';
import { z } from 'zod';
import { sharedRead, staffRead } from './access.ts';
import { route } from './route.ts';
import { idOf, idText, pageQuery } from './values.ts';

/** Years of what partners earned and were paid, and the declaration that follows (DAS2). */

const cents = z.int().meta({ description: 'Cents of euro', example: 312050 });
const minor = z.int().meta({ description: 'Integer in minor units', example: 312050 });

const year = z.coerce.number().int().min(2000).max(2999).meta({ description: 'A calendar year', example: 2026 });
const byYear = z.strictObject({ year });

export const das2MissingCodes = ['kind', 'country', 'country_code', 'siret', 'street', 'post_code', 'town'] as const;

const beneficiary = z.object({
  partnerId: idText('prt'),
  name: z.string(),
  kind: z.enum(taxKinds).nullable(),
  country: z.string().nullable(),
  siret: z.string().nullable(),
  address: z.object({ street: z.string().optional(), postCode: z.string().optional(), town: z.string() }).nullable(),
  paid: cents.meta({ description: 'Paid in the year, VAT included, in cents of euro at the rate of each payment’s day' }),
  inCurrencies: z.array(z.object({ currency: z.string(), amount: minor })),
  amount: z.int().meta({ description: 'Whole euros, as declared' }),
  isDeclared: z.boolean().meta({ description: 'Paid more than the threshold' }),
  missing: z.array(z.enum(das2MissingCodes)).meta({ description: 'What the declaration still lacks' }),
});
export type Das2BeneficiaryAnswer = z.input<typeof beneficiary>;

export const das2Answer = z.object({
  year: z.int(),
  isOver: z.boolean().meta({ description: 'Whether the year has ended: until then figures grow' }),
  threshold: z.object({ amount: cents, source: z.string() }),
  declared: z.int().meta({ description: 'How many partners are declared' }),
  declaredAmount: z.int().meta({ description: 'Their sum, in whole euros' }),
  incomplete: z.int().meta({ description: 'How many of them lack something' }),
  companyKnown: z.boolean().meta({ description: 'Whether all is known that the file says of the company' }),
  problem: z.string().nullable().meta({ description: 'Why the year cannot be added up, such as a missing rate' }),
  items: z.array(beneficiary).meta({ description: 'Those paid most first' }),
  nextCursor: z.string().nullable(),
});
export type Das2Answer = z.input<typeof das2Answer>;

const das2Query = z.strictObject({
  ...pageQuery,
  who: z
    .enum(['declared', 'incomplete', 'all'])
    .default('declared')
    .meta({ description: '`incomplete`: those declared who lack something; `all`: those below the threshold too' }),
  format: z.enum(['json', 'csv', 'das2']).default('json').meta({
    description: '`csv`: all who were paid; `das2`: the clear file, 672 characters a line in ISO 8859-1',
  }),
});
export type Das2Query = z.output<typeof das2Query>;

export const yearSums = z.object({
  month: z.string().meta({ example: '2026-10' }),
  currency: z.string(),
  earned: minor.meta({ description: 'Commissions of the month, less what was taken back in it' }),
  invoiced: minor.meta({ description: 'Invoices of the month with their VAT, less credit notes' }),
  paid: minor.meta({ description: 'Payments that arrived in the month' }),
});

export const yearSummary = z.object({
  partnerId: idText('prt'),
  partnerName: z.string(),
  workspaceName: z.string(),
  year: z.int(),
  isOver: z.boolean(),
  zone: z.string(),
  years: z.array(z.int()).meta({ description: 'Years in which something was earned or paid, newest first' }),
  months: z.array(yearSums).meta({ description: 'Months in which something was earned or paid, by currency' }),
  totals: z.array(z.object({ currency: z.string(), earned: minor, invoiced: minor, paid: minor })),
  paidInEuro: cents.nullable().meta({ description: 'All that was paid at the rate of each day; null while a rate is not known' }),
  threshold: cents.meta({ description: 'Above it, the company declares what was paid' }),
});
export type YearSummaryAnswer = z.input<typeof yearSummary>;

const yearQuery = z.strictObject({
  partnerId: idOf('prt').optional().meta({ description: 'A partner leaves it out' }),
  format: z.enum(['json', 'pdf']).default('json'),
});
export type YearQuery = z.output<typeof yearQuery>;

const tag = 'books';

export const declarationRoutes = {
  getDas2: route({
    id: 'getDas2',
    method: 'GET',
    path: '/api/v1/books/das2/:year',
    tag,
    summary: {
      en: 'The yearly declaration of fees and commissions (DAS2)',
      fr: 'La déclaration annuelle des honoraires et commissions (DAS2)',
    },
    description: {
      en: 'What arrived at each partner in the calendar year, VAT included. The clear file is refused while somebody in it lacks something; the tax office wants it compressed and encrypted with its key of the year.',
      fr: 'Ce qui est arrivé à chaque partenaire dans l’année civile, TVA comprise. Le fichier en clair est refusé tant qu’il manque quelque chose à l’un d’eux ; l’administration le veut compressé et chiffré avec sa clé de l’année.',
    },
    access: staffRead,
    params: byYear,
    query: das2Query,
    status: 200,
    answer: das2Answer,
    alsoAnswers: ['text/csv', 'text/plain'],
    errors: ['books_company_missing', 'das2_incomplete', 'books_rate_missing', 'invalid_request'],
  }),
  getYearSummary: route({
    id: 'getYearSummary',
    method: 'GET',
    path: '/api/v1/books/years/:year',
    tag,
    summary: {
      en: 'A year of a partner: earned and paid, by month and currency',
      fr: 'Une année d’un partenaire : gagné et versé, par mois et devise',
    },
    description: {
      en: 'As PDF in the language of the request with `format=pdf`.',
      fr: 'En PDF dans la langue de la requête avec `format=pdf`.',
    },
    access: sharedRead,
    params: byYear,
    query: yearQuery,
    status: 200,
    answer: yearSummary,
    alsoAnswers: ['application/pdf'],
    errors: ['not_found', 'invalid_request'],
  }),
} as const;
