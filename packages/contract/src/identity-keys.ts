import { z } from 'zod';
import { route, scopes, type Access } from './route.ts';
import { idOf, instant, pageOf, pageQuery } from './values.ts';

const ownersOnly: Access = { roles: ['owner'], scope: 'admin' };

/** An origin as browsers send it, or `https://*.example.com` for every host below. */
const origin = z
  .string()
  .max(300)
  .regex(/^https?:\/\/(?:\*\.)?[a-z0-9.-]+(?::\d{1,5})?$/, 'scheme and host, without a path')
  .meta({ example: 'https://shop.example.com' });

const keyName = z.string().trim().min(1).max(100).meta({ example: 'Shop back end' });

export const keyAnswer = z.object({
  id: idOf('key'),
  name: z.string(),
  publishable: z.boolean(),
  prefix: z.string(),
  scopes: z.array(z.enum(scopes)),
  origins: z.array(z.string()),
  createdAt: instant,
  expiresAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
  revokedAt: instant.nullable(),
});
const newKeyAnswer = keyAnswer.extend({
  secret: z.string().nullable().meta({ description: 'The key itself; null when the request is repeated: it is shown once' }),
});

export const listKeys = route({
  id: 'listKeys',
  method: 'GET',
  path: '/api/v1/keys',
  tag: 'keys',
  summary: { en: 'The API keys, newest first.', fr: "Les clés d'API, les plus récentes d'abord." },
  access: ownersOnly,
  query: z.object(pageQuery),
  status: 200,
  answer: pageOf(keyAnswer),
  errors: ['invalid_request'],
});

export const createKey = route({
  id: 'createKey',
  method: 'POST',
  path: '/api/v1/keys',
  tag: 'keys',
  summary: { en: 'Create an API key.', fr: "Créer une clé d'API." },
  description: {
    en: 'A publishable key may be read by anybody: it tracks from pages of the allowed origins and does nothing else.',
    fr: "Une clé publiable est lisible par tous : elle sert au suivi depuis les pages des origines autorisées, et à rien d'autre.",
  },
  access: ownersOnly,
  body: z.discriminatedUnion('publishable', [
    z.object({
      publishable: z.literal(false),
      name: keyName,
      scopes: z
        .array(z.enum(scopes).exclude(['track:client']))
        .min(1)
        .max(10)
        .meta({ example: ['track'] }),
      expiresAt: instant.optional(),
    }),
    z.object({
      publishable: z.literal(true),
      name: keyName,
      origins: z
        .array(origin)
        .min(1)
        .max(50)
        .meta({ example: ['https://shop.example.com'] }),
      expiresAt: instant.optional(),
    }),
  ]),
  status: 201,
  answer: newKeyAnswer,
  errors: ['invalid_request'],
  idempotency: 'key',
});

export const changeKey = route({
  id: 'changeKey',
  method: 'PATCH',
  path: '/api/v1/keys/:id',
  tag: 'keys',
  summary: { en: 'Change the name or the allowed origins of a key.', fr: "Changer le nom ou les origines autorisées d'une clé." },
  access: ownersOnly,
  params: z.object({ id: idOf('key') }),
  body: z.object({
    name: keyName.optional(),
    origins: z
      .array(origin)
      .min(1)
      .max(50)
      .optional()
      .meta({ example: ['https://shop.example.com'] }),
  }),
  status: 200,
  answer: keyAnswer,
  errors: ['invalid_request', 'not_found'],
  idempotency: 'none',
});

export const rotateKey = route({
  id: 'rotateKey',
  method: 'POST',
  path: '/api/v1/keys/:id/rotation',
  tag: 'keys',
  summary: {
    en: 'Replace a key by a new one; the old one works for the grace period.',
    fr: "Remplacer une clé ; l'ancienne vaut encore pendant le délai.",
  },
  access: ownersOnly,
  params: z.object({ id: idOf('key') }),
  body: z.object({
    graceHours: z.int().min(0).max(720).default(24).meta({ description: 'How long the old key still works', example: 24 }),
  }),
  status: 201,
  answer: newKeyAnswer.extend({ previous: keyAnswer }),
  errors: ['invalid_request', 'not_found', 'conflict'],
  idempotency: 'key',
});

export const revokeKey = route({
  id: 'revokeKey',
  method: 'DELETE',
  path: '/api/v1/keys/:id',
  tag: 'keys',
  summary: {
    en: 'Revoke a key; it stops working within 5 seconds.',
    fr: 'Révoquer une clé ; elle cesse de valoir dans les 5 secondes.',
  },
  access: ownersOnly,
  params: z.object({ id: idOf('key') }),
  status: 204,
  errors: ['not_found'],
  idempotency: 'none',
});

export const keyRoutes = { listKeys, changeKey, createKey, rotateKey, revokeKey };
