import { z } from 'zod';
import { route, type Access } from './route.ts';
import { idOf, idText, instantText, pageOf, pageQuery } from './values.ts';

/** What a side takes with it: all it may read of one partnership, in one archive. */

/** Who sees amounts of the company, and a partner its own. */
const takesAway: Access = { roles: ['owner', 'manager', 'finance', 'partner'], scope: 'read', lasting: true };

const archive = z.object({
  id: idText('arc'),
  partnerId: idText('prt'),
  side: z.enum(['company', 'partner']).meta({ description: 'Whose eyes it was made with' }),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'expired']),
  partsDone: z.int(),
  parts: z.int().meta({ description: '0 until it is known' }),
  bytes: z.int().nullable(),
  sha256: z.string().nullable().meta({ description: 'Of the file, in hexadecimal' }),
  createdAt: instantText,
  finishedAt: instantText.nullable(),
  expiresAt: instantText.nullable().meta({ description: 'Until when it can be downloaded' }),
});
export type PartnerArchive = z.input<typeof archive>;

const listQuery = z.strictObject(pageQuery);
export type ListArchives = z.output<typeof listQuery>;

const tag = 'leaving';
const byPartner = z.strictObject({ id: idOf('prt') });
const byId = z.strictObject({ id: idOf('arc') });

export const partnerArchiveRoutes = {
  startPartnerArchive: route({
    id: 'startPartnerArchive',
    method: 'POST',
    path: '/api/v1/partners/:id/archives',
    tag,
    summary: {
      en: 'Have everything of a partnership written into one archive',
      fr: 'Faire écrire tout un partenariat dans une archive',
    },
    description: {
      en: 'All that the side of whoever asks may read: data as JSON and CSV, papers as PDF, and a manifest with the SHA-256 of each file. Made in the background; asking again answers the one under way.',
      fr: 'Tout ce que le côté de qui demande peut lire : données en JSON et CSV, documents en PDF, et un manifeste avec le SHA-256 de chaque fichier. Préparée en arrière-plan ; redemander donne celle en cours.',
    },
    access: takesAway,
    params: byPartner,
    status: 202,
    answer: archive,
    errors: ['not_found', 'forbidden', 'idempotency_conflict'],
    idempotency: 'none',
  }),
  listPartnerArchives: route({
    id: 'listPartnerArchives',
    method: 'GET',
    path: '/api/v1/partners/:id/archives',
    tag,
    summary: {
      en: 'List archives of one’s side, newest first',
      fr: 'Lister les archives de son côté, les plus récentes en tête',
    },
    access: takesAway,
    params: byPartner,
    query: listQuery,
    status: 200,
    answer: pageOf(archive),
    errors: ['not_found'],
  }),
  getPartnerArchive: route({
    id: 'getPartnerArchive',
    method: 'GET',
    path: '/api/v1/partner-archives/:id',
    tag,
    summary: { en: 'Follow an archive', fr: 'Suivre une archive' },
    access: takesAway,
    params: byId,
    status: 200,
    answer: archive,
    errors: ['not_found'],
  }),
  downloadPartnerArchive: route({
    id: 'downloadPartnerArchive',
    method: 'GET',
    path: '/api/v1/partner-archives/:id/file',
    tag,
    summary: { en: 'Download an archive', fr: 'Télécharger une archive' },
    access: takesAway,
    params: byId,
    status: 200,
    alsoAnswers: ['application/zip'],
    errors: ['not_found'],
  }),
} as const;
