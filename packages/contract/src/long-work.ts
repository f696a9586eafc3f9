import { z } from 'zod';
import { staffRead } from './access.ts';
import { route, type Access } from './route.ts';
import { idOf, idText, instantText, pageOf, pageQuery } from './values.ts';

/** Work that outlives its request: everything counted again, everything written into one archive. */

const ownersOnly: Access = { roles: ['owner'], scope: 'admin' };

export const verificationAnswer = z.object({
  id: idText('ver'),
  state: z
    .enum(['waiting', 'running', 'done', 'failed'])
    .meta({ description: '`failed`: it could not be finished; start another' }),
  facts: z.int().meta({ description: 'Counted again so far' }),
  total: z.int(),
  result: z
    .object({
      isSound: z.boolean(),
      facts: z.int(),
      transactions: z.int(),
      postings: z.int(),
      ledgerBalanced: z.boolean(),
      differences: z.array(
        z.object({
          check: z.string(),
          factId: z.string().nullable(),
          expected: z.string(),
          found: z.string(),
        }),
      ),
      moreDifferences: z.int().meta({ description: 'Beyond what is listed' }),
      factHash: z.string().meta({ description: 'Where the chain of facts ends' }),
      transactionHash: z.string(),
    })
    .nullable(),
  createdAt: instantText,
  finishedAt: instantText.nullable(),
});
export type VerificationAnswer = z.input<typeof verificationAnswer>;

export const exportAnswer = z.object({
  id: idText('exp'),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'expired']),
  rows: z.int().meta({ description: 'Written so far' }),
  bytes: z.int().nullable(),
  createdAt: instantText,
  finishedAt: instantText.nullable(),
  expiresAt: instantText.nullable().meta({ description: 'Until when it can be downloaded' }),
});
export type ExportAnswer = z.input<typeof exportAnswer>;

const verificationById = z.strictObject({ id: idOf('ver') });
const exportById = z.strictObject({ id: idOf('exp') });
const page = z.strictObject(pageQuery);

export const longWorkRoutes = {
  startVerification: route({
    id: 'startVerification',
    method: 'POST',
    path: '/api/v1/verifications',
    tag: 'ledger',
    summary: { en: 'Count everything again and compare', fr: 'Tout recompter et comparer' },
    description: {
      en: 'In the background: read it to see how far it is. While one waits or runs, that one is answered.',
      fr: 'En arrière-plan : lisez-la pour voir où elle en est. Tant qu’une attend ou tourne, c’est elle qui est répondue.',
    },
    access: staffRead,
    status: 202,
    answer: verificationAnswer,
    errors: [],
    idempotency: 'none',
  }),
  listVerifications: route({
    id: 'listVerifications',
    method: 'GET',
    path: '/api/v1/verifications',
    tag: 'ledger',
    summary: { en: 'Verifications, newest first', fr: 'Vérifications, de la plus récente à la plus ancienne' },
    access: staffRead,
    query: page,
    status: 200,
    answer: pageOf(verificationAnswer),
    errors: [],
  }),
  getVerification: route({
    id: 'getVerification',
    method: 'GET',
    path: '/api/v1/verifications/:id',
    tag: 'ledger',
    summary: {
      en: 'A verification: how far it is, or what it found',
      fr: 'Une vérification : où elle en est, ou ce qu’elle a trouvé',
    },
    access: staffRead,
    params: verificationById,
    status: 200,
    answer: verificationAnswer,
    errors: ['not_found'],
  }),
  startExport: route({
    id: 'startExport',
    method: 'POST',
    path: '/api/v1/exports',
    tag: 'workspace',
    summary: { en: 'Write everything into one archive', fr: 'Tout écrire dans une seule archive' },
    description: {
      en: 'In the background, as it is at one instant; it can be downloaded for a day and brought back elsewhere with `cordee restore`. While one waits or runs, that one is answered.',
      fr: 'En arrière-plan, tel que c’est à un instant ; téléchargeable pendant un jour, et remis ailleurs avec `cordee restore`. Tant qu’une attend ou tourne, c’est elle qui est répondue.',
    },
    access: ownersOnly,
    status: 202,
    answer: exportAnswer,
    errors: ['unavailable'],
    idempotency: 'none',
  }),
  listExports: route({
    id: 'listExports',
    method: 'GET',
    path: '/api/v1/exports',
    tag: 'workspace',
    summary: { en: 'Archives, newest first', fr: 'Archives, de la plus récente à la plus ancienne' },
    access: ownersOnly,
    query: page,
    status: 200,
    answer: pageOf(exportAnswer),
    errors: [],
  }),
  getExport: route({
    id: 'getExport',
    method: 'GET',
    path: '/api/v1/exports/:id',
    tag: 'workspace',
    summary: { en: 'An archive: how far it is', fr: 'Une archive : où elle en est' },
    access: ownersOnly,
    params: exportById,
    status: 200,
    answer: exportAnswer,
    errors: ['not_found'],
  }),
  downloadExport: route({
    id: 'downloadExport',
    method: 'GET',
    path: '/api/v1/exports/:id/file',
    tag: 'workspace',
    summary: { en: 'Download an archive', fr: 'Télécharger une archive' },
    access: ownersOnly,
    params: exportById,
    status: 200,
    alsoAnswers: ['application/gzip'],
    errors: ['not_found'],
  }),
} as const;
