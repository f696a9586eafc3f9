import { isCurrency } from '@cordee/core/money';
import { z } from 'zod';
import { manage } from './access.ts';
import { route } from './route.ts';
import { idOf, idText, instantText, pageOf, pageQuery } from './values.ts';

/** Imports: files of what happened elsewhere. */

export const importKinds = [
  'sales',
  'clicks',
  'leads',
  'refunds',
  'partners',
  'reviews',
  'dub_commissions',
  'tapfiliate_conversions',
  'rewardful_affiliates',
] as const;
export type ImportKind = (typeof importKinds)[number];

const currencyCode = z.string().refine(isCurrency, { message: 'unknown ISO 4217 currency', params: { rule: 'currency' } });

/** How a file is to be read. */
export const importSettings = z.object({
  delimiter: z.enum(['auto', 'comma', 'semicolon', 'tab']).default('auto'),
  encoding: z.enum(['auto', 'utf-8', 'windows-1252']).default('auto'),
  numbers: z.enum(['auto', 'dot', 'comma']).default('auto').meta({ description: 'The decimal mark' }),
  dates: z
    .enum(['auto', 'iso', 'fr', 'en'])
    .default('auto')
    .meta({ description: 'fr: dd/mm/yyyy, en: mm/dd/yyyy; in the time zone of the workspace' }),
  amounts: z.enum(['major', 'minor']).default('major').meta({ description: 'major: 49.90; minor: 4990' }),
  currency: currencyCode.optional().meta({ description: "For rows that name none; the workspace's unless said otherwise" }),
  programId: idOf('prg').optional().meta({ description: 'Partners: the program they are enrolled in' }),
  mapping: z
    .record(z.string().max(50), z.string().max(300))
    .optional()
    .meta({
      description: 'Our field → the column of the file; remembered for files with the same header',
      example: { eventId: 'Order no.' },
    }),
});
export type ImportSettings = z.output<typeof importSettings>;

const importQuery = z.strictObject({
  kind: z.enum(importKinds),
  fileName: z.string().max(200).default('import.csv'),
  ...importSettings.omit({ mapping: true }).shape,
  mapping: z
    .string()
    .max(20_000)
    .transform((text, context) => {
      const parsed = parseMapping(text);
      if (parsed !== null) return parsed;
      context.addIssue({ code: 'custom', message: 'expected a JSON object of texts', params: { rule: 'mapping' } });
      return z.NEVER;
    })
    .optional()
    .meta({ description: 'A JSON object: our field → the column of the file', example: '{"eventId":"Order no."}' }),
});
export type StartImport = z.output<typeof importQuery>;

function parseMapping(text: string): Record<string, string> | null {
  try {
    const result = z.record(z.string().max(50), z.string().max(300)).safeParse(JSON.parse(text));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}

export const importAnswer = z.object({
  id: idText('imp'),
  kind: z.enum(importKinds),
  fileName: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  lines: z.int().meta({ description: 'Rows read so far' }),
  accepted: z.int(),
  duplicates: z.int(),
  rejected: z.int(),
  progress: z.number().min(0).max(1),
  createdAt: instantText,
  finishedAt: instantText.nullable(),
  fault: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type ImportAnswer = z.input<typeof importAnswer>;

const importList = z.strictObject({ ...pageQuery });
export type ListImports = z.output<typeof importList>;
const byImport = z.strictObject({ id: idOf('imp') });

const tag = 'imports';

export const importRoutes = {
  startImport: route({
    id: 'startImport',
    method: 'POST',
    path: '/api/v1/imports',
    tag,
    summary: { en: 'Import a CSV file', fr: 'Importer un fichier CSV' },
    description: {
      en: 'The body is the file itself, of any length. Its columns are checked before anything is written; rows then follow in the background. Rows already imported are recognised by their external id.',
      fr: 'Le corps est le fichier lui-même, quelle que soit sa taille. Ses colonnes sont vérifiées avant toute écriture ; les lignes suivent en arrière-plan. Les lignes déjà importées sont reconnues à leur identifiant.',
    },
    access: manage,
    query: importQuery,
    rawBody: { maxBytes: 4 * 1024 * 1024 * 1024, types: ['text/csv', 'text/plain', 'application/octet-stream'], as: 'stream' },
    status: 202,
    answer: importAnswer,
    errors: ['import_columns', 'unknown_reference', 'body_too_large'],
    idempotency: 'none',
  }),
  listImports: route({
    id: 'listImports',
    method: 'GET',
    path: '/api/v1/imports',
    tag,
    summary: { en: 'List imports, newest first', fr: 'Lister les imports, les plus récents en tête' },
    access: manage,
    query: importList,
    status: 200,
    answer: pageOf(importAnswer),
    errors: [],
  }),
  getImport: route({
    id: 'getImport',
    method: 'GET',
    path: '/api/v1/imports/:id',
    tag,
    summary: { en: 'Follow an import', fr: 'Suivre un import' },
    access: manage,
    params: byImport,
    status: 200,
    answer: importAnswer,
    errors: ['not_found'],
  }),
  getImportRejects: route({
    id: 'getImportRejects',
    method: 'GET',
    path: '/api/v1/imports/:id/rejects',
    tag,
    summary: {
      en: 'Download the rejected rows, each with its reason',
      fr: 'Télécharger les lignes rejetées, chacune avec sa raison',
    },
    access: manage,
    params: byImport,
    status: 200,
    alsoAnswers: ['text/csv'],
    errors: ['not_found'],
  }),
} as const;
