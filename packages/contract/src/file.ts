import { z } from 'zod';
import { sharedRead, staffRead } from './access.ts';
import { fileKinds, largestFile, mostFiles } from './file-limits.ts';
import { route, type Access } from './route.ts';
import { idOf, idText, instant, instantText } from './values.ts';

/** Files that people hand in: evidence, proofs, documents. */

const mediaTypes = ['application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'text/plain', 'text/csv'] as const;

export const fileAnswer = z.object({
  id: idText('fil'),
  name: z.string().meta({ description: 'As it was called, cleaned of what no file system bears', example: 'order-1042.pdf' }),
  kind: z.enum(fileKinds).meta({ description: 'What its bytes are, whatever it was called' }),
  size: z.int().meta({ description: 'Bytes' }),
  sha256: z.string(),
  uploadedAt: instantText,
  expiresAt: instantText.nullable().meta({ description: 'When it stops being good evidence, if that was said' }),
});
export type FileAnswer = z.input<typeof fileAnswer>;

/** In bodies of what files belong to: those uploaded before, by the same side. */
export const fileIds = z
  .array(idOf('fil'))
  .max(mostFiles)
  .refine((ids) => new Set(ids).size === ids.length, { message: 'each once', params: { rule: 'unique' } })
  .default([])
  .meta({ description: 'Files uploaded before (`POST /api/v1/files`), at most ten', example: [] });

const uploadQuery = z.strictObject({
  name: z
    .string()
    .min(1)
    .max(500)
    .regex(/^[^\p{Cs}]+$/u, 'no half characters')
    .meta({ description: 'What it is called', example: 'order-1042.pdf' }),
  expiresAt: instant.optional().meta({ description: 'When it stops being good evidence: an attestation, an insurance' }),
});
export type UploadFile = z.output<typeof uploadQuery>;

export const fileStorage = z.object({
  usedBytes: z.int(),
  quotaBytes: z.int(),
  files: z.int(),
  largestFileBytes: z.int(),
});

const storageBody = z.strictObject({
  quotaBytes: z
    .int()
    .min(0)
    .max(1_000_000_000_000)
    .meta({ description: 'What all files of the workspace may weigh together', example: 5_000_000_000 }),
});

const writers: Access = { roles: ['owner', 'manager', 'finance', 'partner'], scope: 'write' };
const ownersOnly: Access = { roles: ['owner'], scope: 'admin' };
const byId = z.strictObject({ id: idOf('fil') });
const tag = 'files';

export const fileRoutes = {
  uploadFile: route({
    id: 'uploadFile',
    method: 'POST',
    path: '/api/v1/files',
    tag,
    summary: { en: 'Upload a file', fr: 'Envoyer un fichier' },
    description: {
      en: 'The bytes themselves, 10 MB at most. What it is is read from them: PDF, PNG, JPEG, WebP, plain text or CSV; nothing that runs, nothing locked by a password, nothing that grows beyond reason when it is opened. Name its id in what it belongs to; whoever may read that may read the file. Left alone it is removed after a day.',
      fr: 'Les octets eux-mêmes, 10 Mo au plus. Sa nature s’y lit : PDF, PNG, JPEG, WebP, texte brut ou CSV ; rien qui s’exécute, rien de verrouillé par un mot de passe, rien qui enfle démesurément à l’ouverture. Indiquez son identifiant dans ce à quoi il appartient ; qui peut lire cela peut lire le fichier. Laissé seul, il est supprimé au bout d’un jour.',
    },
    access: writers,
    query: uploadQuery,
    rawBody: { maxBytes: largestFile, types: ['application/octet-stream', ...mediaTypes], as: 'stream' },
    status: 201,
    answer: fileAnswer,
    errors: ['file_too_large', 'file_refused', 'file_storage_full', 'malformed_request'],
    idempotency: 'none',
    limitPerMinute: 60,
  }),
  getFile: route({
    id: 'getFile',
    method: 'GET',
    path: '/api/v1/files/:id',
    tag,
    summary: { en: 'Read what a file is', fr: 'Lire ce qu’est un fichier' },
    access: sharedRead,
    params: byId,
    status: 200,
    answer: fileAnswer,
    errors: ['not_found'],
  }),
  downloadFile: route({
    id: 'downloadFile',
    method: 'GET',
    path: '/api/v1/files/:id/content',
    tag,
    summary: { en: 'Download a file', fr: 'Télécharger un fichier' },
    description: {
      en: 'The bytes as they were uploaded. With `as=preview`, pictures and PDF are shown instead of saved.',
      fr: 'Les octets tels qu’ils ont été envoyés. Avec `as=preview`, images et PDF s’affichent au lieu d’être enregistrés.',
    },
    access: sharedRead,
    params: byId,
    query: z.strictObject({ as: z.enum(['attachment', 'preview']).default('attachment') }),
    status: 200,
    alsoAnswers: [...mediaTypes],
    errors: ['not_found'],
  }),
  removeFile: route({
    id: 'removeFile',
    method: 'DELETE',
    path: '/api/v1/files/:id',
    tag,
    summary: { en: 'Take back a file nothing refers to yet', fr: 'Reprendre un fichier auquel rien ne se réfère encore' },
    access: writers,
    params: byId,
    status: 204,
    errors: ['not_found', 'file_in_use'],
    idempotency: 'none',
  }),
  getFileStorage: route({
    id: 'getFileStorage',
    method: 'GET',
    path: '/api/v1/file-storage',
    tag,
    summary: { en: 'How much room files take', fr: 'La place que prennent les fichiers' },
    access: staffRead,
    status: 200,
    answer: fileStorage,
    errors: [],
  }),
  setFileStorage: route({
    id: 'setFileStorage',
    method: 'PUT',
    path: '/api/v1/file-storage',
    tag,
    summary: { en: 'Set how much room files may take', fr: 'Fixer la place que les fichiers peuvent prendre' },
    access: ownersOnly,
    body: storageBody,
    status: 200,
    answer: fileStorage,
    errors: [],
    idempotency: 'none',
  }),
} as const;
