import { z } from 'zod';
import { route, type Access } from './route.ts';
import { idOf } from './values.ts';

/** The picture a workspace shows itself by. */

const ownersOnly: Access = { roles: ['owner'], scope: 'admin' };
const tag = 'workspace';
export const logoTypes = ['image/png', 'image/jpeg', 'image/webp'] as const;

export const logoRoutes = {
  setLogo: route({
    id: 'setLogo',
    method: 'PUT',
    path: '/api/v1/workspace/logo',
    tag,
    summary: { en: 'Set the logo', fr: 'Définir le logo' },
    description: {
      en: 'A PNG, JPEG or WebP picture of at most 512 kB, 32 to 2,000 pixels each way. What it is is read from the picture itself.',
      fr: 'Une image PNG, JPEG ou WebP d’au plus 512 ko, de 32 à 2 000 pixels de côté. Ce qu’elle est se lit dans l’image elle-même.',
    },
    access: ownersOnly,
    rawBody: { maxBytes: 512 * 1024, types: logoTypes },
    status: 200,
    answer: z.object({ url: z.string(), width: z.int(), height: z.int() }),
    errors: ['invalid_request', 'body_too_large', 'unsupported_media_type'],
    idempotency: 'none',
  }),
  removeLogo: route({
    id: 'removeLogo',
    method: 'DELETE',
    path: '/api/v1/workspace/logo',
    tag,
    summary: { en: 'Remove the logo', fr: 'Retirer le logo' },
    access: ownersOnly,
    status: 204,
    errors: [],
    idempotency: 'none',
  }),
  getLogo: route({
    id: 'getLogo',
    method: 'GET',
    path: '/api/v1/workspaces/:id/logo',
    tag,
    summary: { en: 'The logo of a workspace', fr: 'Le logo d’un espace' },
    description: {
      en: 'For pages and mails, which have no key. Its address carries a digest and may be kept for ever.',
      fr: 'Pour les pages et les courriels, qui n’ont pas de clé. Son adresse porte une empreinte et peut être gardée sans limite.',
    },
    access: { public: true },
    params: z.strictObject({ id: idOf('wsp') }),
    query: z.strictObject({ v: z.string().max(64).optional() }),
    status: 200,
    alsoAnswers: [...logoTypes],
    errors: ['not_found'],
  }),
} as const;
