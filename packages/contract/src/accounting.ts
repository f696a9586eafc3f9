import { fecFaultCodes } from '@cordee/core/accounting';
import { z } from 'zod';
import { staffRead } from './access.ts';
import {
  bookMonth,
  chart,
  chartDay,
  chartsAnswer,
  chartVersion,
  das2Columns,
  declarationSettings,
  keepBooks,
} from './accounting-values.ts';
import { route } from './route.ts';
import { idOf, idText, instantText, oneLine, pageOf, pageQuery } from './values.ts';

/** What leaves for the company's accountant. */

const cents = z.int().meta({ description: 'Cents of euro', example: 12345 });

export const bookFormats = ['fec', 'csv', 'hledger'] as const;
export const exportBooks = z.strictObject({
  format: z.enum(bookFormats).default('fec'),
  from: bookMonth.meta({ description: 'The first month', example: '2026-01' }),
  to: bookMonth.meta({ description: 'The last month, included', example: '2026-12' }),
  detail: z.boolean().default(false).meta({
    description: 'An entry for each transaction, instead of one for each day, partner and document; the sums are the same',
  }),
  encoding: z.enum(['utf-8', 'iso-8859-15']).default('utf-8').meta({ description: 'Of a FEC' }),
  separator: z.enum(['tab', 'pipe']).default('tab').meta({ description: 'Of a FEC' }),
});
export type ExportBooks = z.output<typeof exportBooks>;

const accountSum = z.object({
  number: z.string(),
  name: z.string(),
  opening: cents.meta({ description: 'Credits less debits of all that was booked before' }),
  debit: cents,
  credit: cents,
  closing: cents,
});

export const bookExport = z.object({
  id: idText('bex'),
  format: z.enum(bookFormats),
  from: z.string(),
  to: z.string(),
  detail: z.boolean(),
  encoding: z.string(),
  separator: z.string(),
  state: z
    .enum(['waiting', 'running', 'done', 'failed'])
    .meta({ description: '`failed`: `problem` says why; nothing of it can be downloaded' }),
  isDraft: z.boolean().meta({ description: 'Some of its months are not closed: what it says may still change' }),
  fileName: z.string(),
  postings: z.int().meta({ description: 'Read so far' }),
  bytes: z.int().nullable(),
  sha256: z.string().nullable(),
  problem: z.string().nullable().meta({ description: 'Why it could not be written, in the language of the request' }),
  result: z
    .object({
      entries: z.int(),
      lines: z.int(),
      debit: cents,
      credit: cents,
      within: z.int().meta({ description: 'Postings from an account to itself, which no books know' }),
      units: z
        .record(z.string(), z.int())
        .meta({ description: 'Postings of units that are no money, by unit; they are in no books' }),
      sums: z.array(accountSum),
      faults: z
        .array(z.object({ code: z.enum(fecFaultCodes), line: z.int(), sentence: z.string() }))
        .meta({ description: 'What our own checks of the file found; none is what is expected' }),
      moreFaults: z.int(),
    })
    .nullable(),
  createdAt: instantText,
  finishedAt: instantText.nullable(),
});
export type BookExportAnswer = z.input<typeof bookExport>;

export const auxiliary = z.object({
  partnerId: idText('prt'),
  partnerName: z.string(),
  number: z.string().nullable().meta({ description: 'null: it is given one with the next export', example: 'P00042' }),
});
export type AuxiliaryAnswer = z.input<typeof auxiliary>;

const toldDeclaration = z.object({ paysSalaries: z.boolean(), das2Column: z.enum(das2Columns) });

const exportById = z.strictObject({ id: idOf('bex') });
const byDay = z.strictObject({ validFrom: chartDay });
const tag = 'books';

export const accountingRoutes = {
  listCharts: route({
    id: 'listCharts',
    method: 'GET',
    path: '/api/v1/books/charts',
    tag,
    summary: { en: 'Charts of accounts, and the one to begin with', fr: 'Les plans de comptes, et celui pour commencer' },
    access: staffRead,
    status: 200,
    answer: chartsAnswer,
    errors: [],
  }),
  writeChart: route({
    id: 'writeChart',
    method: 'PUT',
    path: '/api/v1/books/charts/:validFrom',
    tag,
    summary: { en: 'Write the chart that holds from a day on', fr: 'Écrire le plan de comptes qui vaut à partir d’un jour' },
    description: {
      en: 'It takes the place of one that begins on the same day. What accounts hold is carried over by an entry of that day. Files that were written before stay as they are.',
      fr: 'Il remplace celui qui commence le même jour. Ce que portent les comptes est repris par une écriture de ce jour. Les fichiers déjà écrits restent tels quels.',
    },
    access: keepBooks,
    params: byDay,
    body: chart,
    status: 200,
    answer: chartVersion,
    errors: ['invalid_request', 'unknown_reference'],
    idempotency: 'none',
  }),
  removeChart: route({
    id: 'removeChart',
    method: 'DELETE',
    path: '/api/v1/books/charts/:validFrom',
    tag,
    summary: { en: 'Remove a chart', fr: 'Retirer un plan de comptes' },
    access: keepBooks,
    params: byDay,
    status: 204,
    errors: ['not_found', 'books_chart_first'],
    idempotency: 'none',
  }),
  getDeclarationSettings: route({
    id: 'getDeclarationSettings',
    method: 'GET',
    path: '/api/v1/books/declaration',
    tag,
    summary: { en: 'What the company chose for its declarations', fr: 'Ce que l’entreprise a choisi pour ses déclarations' },
    description: {
      en: 'null until it was set. Who the company is stands elsewhere: `getCompany`.',
      fr: 'null tant que rien n’est réglé. Qui est l’entreprise se lit ailleurs : `getCompany`.',
    },
    access: staffRead,
    status: 200,
    answer: z.object({ settings: toldDeclaration.nullable() }),
    errors: [],
  }),
  setDeclarationSettings: route({
    id: 'setDeclarationSettings',
    method: 'PUT',
    path: '/api/v1/books/declaration',
    tag,
    summary: { en: 'Set what declarations say', fr: 'Régler ce que disent les déclarations' },
    access: keepBooks,
    body: declarationSettings,
    status: 200,
    answer: z.object({ settings: toldDeclaration.nullable() }),
    errors: ['invalid_request'],
    idempotency: 'none',
  }),
  listAuxiliaries: route({
    id: 'listAuxiliaries',
    method: 'GET',
    path: '/api/v1/books/auxiliaries',
    tag,
    summary: { en: 'The auxiliary accounts of partners, by name', fr: 'Les comptes auxiliaires des partenaires, par nom' },
    access: staffRead,
    query: z.strictObject({ ...pageQuery, search: oneLine(100).optional() }),
    status: 200,
    answer: pageOf(auxiliary),
    errors: [],
  }),
  setAuxiliary: route({
    id: 'setAuxiliary',
    method: 'PUT',
    path: '/api/v1/books/auxiliaries/:id',
    tag,
    summary: { en: 'Set the auxiliary account of a partner', fr: 'Régler le compte auxiliaire d’un partenaire' },
    access: keepBooks,
    params: z.strictObject({ id: idOf('prt') }),
    body: z.strictObject({
      number: z
        .string()
        .trim()
        .regex(/^[0-9A-Z][0-9A-Z._-]{0,16}$/)
        .meta({ description: 'Capitals and digits, 17 at most', example: 'FLUMIERE' }),
    }),
    status: 200,
    answer: auxiliary,
    errors: ['not_found', 'books_number_taken'],
    idempotency: 'none',
  }),
  exportBooks: route({
    id: 'exportBooks',
    method: 'POST',
    path: '/api/v1/books/exports',
    tag,
    summary: { en: 'Write the entries of some months into a file', fr: 'Écrire les écritures de quelques mois dans un fichier' },
    description: {
      en: 'In the background, checked as it is written: read it until it is `done`, then download it. Amounts in other currencies are converted at the reference rate of their day; a missing one stops the export and is named. Months that are not closed make it a draft.',
      fr: 'En arrière-plan, contrôlé à mesure : lisez-le jusqu’à `done`, puis téléchargez-le. Les montants en devises sont convertis au cours de référence de leur jour ; un cours manquant arrête l’export et il est nommé. Des mois non clos en font un brouillard.',
    },
    access: keepBooks,
    body: exportBooks,
    status: 202,
    answer: bookExport,
    errors: ['invalid_request', 'books_chart_missing', 'books_company_missing'],
    idempotency: 'key',
  }),
  listBookExports: route({
    id: 'listBookExports',
    method: 'GET',
    path: '/api/v1/books/exports',
    tag,
    summary: { en: 'Files of entries, newest first', fr: 'Les fichiers d’écritures, du plus récent au plus ancien' },
    access: staffRead,
    query: z.strictObject(pageQuery),
    status: 200,
    answer: pageOf(bookExport),
    errors: [],
  }),
  getBookExport: route({
    id: 'getBookExport',
    method: 'GET',
    path: '/api/v1/books/exports/:id',
    tag,
    summary: {
      en: 'A file of entries: how far it is, what its checks found',
      fr: 'Un fichier d’écritures : où il en est, ce que ses contrôles ont trouvé',
    },
    access: staffRead,
    params: exportById,
    status: 200,
    answer: bookExport,
    errors: ['not_found'],
  }),
  downloadBookExport: route({
    id: 'downloadBookExport',
    method: 'GET',
    path: '/api/v1/books/exports/:id/file',
    tag,
    summary: { en: 'Download a file of entries', fr: 'Télécharger un fichier d’écritures' },
    description: {
      en: 'The same bytes on every download. With `part=description`, the text that must go along with a FEC.',
      fr: 'Les mêmes octets à chaque téléchargement. Avec `part=description`, le texte qui doit accompagner un FEC.',
    },
    access: staffRead,
    params: exportById,
    query: z.strictObject({ part: z.enum(['file', 'description']).default('file') }),
    status: 200,
    alsoAnswers: ['text/plain', 'text/csv'],
    errors: ['not_found'],
  }),
} as const;
