import { contrastRatio } from '@cordee/core/colour';
import { isZone } from '@cordee/core/time';
import { z } from 'zod';
import { email, oneTimeToken, password, personName } from './identity-fields.ts';
import { keyRoutes } from './identity-keys.ts';
import { logoRoutes } from './logo.ts';
import { createEmbedToken } from './identity-embed.ts';
import { memberRoutes } from './identity-members.ts';
import { roles, route, type Access, type Role } from './route.ts';
import { viewRoutes } from './view.ts';
import { countryCode, currency, idOf, instant, pageOf, pageQuery } from './values.ts';

const everyone: readonly Role[] = roles;
const ownersOnly: Access = { roles: ['owner'], scope: 'admin' };

const workspaceName = z.string().trim().min(1).max(120).meta({ example: 'Alpes Équipement' });
const slug = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])?$/, 'lower case letters, digits and hyphens')
  .meta({ example: 'alpes-equipement' });
const zone = z
  .string()
  .refine(isZone, { message: 'unknown time zone', params: { rule: 'zone' } })
  .meta({ description: 'IANA time zone', example: 'Europe/Paris' });
const language = z.enum(['fr', 'en']);
const host = z
  .string()
  .max(253)
  .regex(/^(?=.*[a-z])[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'a host name in lower case')
  .meta({ example: 'go.example.com' });
const colourForm = /^#[0-9a-f]{6}$/;
const accentColour = z
  .string()
  .toLowerCase()
  .regex(colourForm, 'a colour as #rrggbb')
  // What is no colour has been refused already.
  .refine((colour) => !colourForm.test(colour) || contrastRatio(colour, '#ffffff') >= 3, {
    message: 'too pale to be seen on white: a contrast of 3:1 at least',
    params: { rule: 'contrast' },
  })
  .meta({ example: '#1f5f4a' });
/** Goes into the header of mails: one line. */
const senderName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'no control characters')
  .meta({ example: 'Alpes Équipement' });

const embedOrigin = z
  .string()
  .max(260)
  .regex(/^https:\/\/(?:[a-z0-9-]+\.)+[a-z0-9-]+(?::\d{1,5})?$/, 'an https origin in lower case')
  .meta({ example: 'https://app.example.com' });
export const newWorkspace = z.object({
  name: workspaceName,
  slug: slug.optional().meta({ description: 'Made of the name when absent' }),
  country: countryCode,
  currency,
  zone,
  language,
});

export const workspaceAnswer = z.object({
  id: idOf('wsp'),
  name: z.string(),
  slug: z.string(),
  country: z.string(),
  currency: z.string(),
  zone: z.string(),
  language,
  trackingHosts: z.array(z.string()),
  branding: z.object({
    accentColour: z.string().nullable(),
    onAccent: z.string().meta({ description: 'White or black, whichever is read better on the accent colour' }),
    logo: z
      .object({ url: z.string(), width: z.int(), height: z.int() })
      .nullable()
      .meta({ description: 'Its address changes when it does' }),
  }),
  sender: z.object({
    name: z.string().nullable().meta({ description: 'Whom mails come from; the name of the workspace unless said otherwise' }),
    replyTo: z.string().nullable(),
  }),
  clickRetentionDays: z.int().nullable(),
  embedOrigins: z.array(z.string()),
  createdAt: instant,
});

export const firstKeys = z.object({
  workspaceId: idOf('wsp'),
  secretKey: z.string().nullable().meta({ description: 'Shown once', example: 'sk_…' }),
  publishableKey: z.string().meta({ example: 'pk_…' }),
});

export const setUp = route({
  id: 'setUp',
  method: 'POST',
  path: '/api/v1/setup',
  tag: 'workspace',
  summary: { en: 'Create the first administrator and workspace.', fr: 'Créer le premier administrateur et son espace.' },
  description: {
    en: 'With the token of the link printed when the server starts, while nobody is registered yet.',
    fr: "Avec le jeton du lien affiché au démarrage du serveur, tant que personne n'est inscrit.",
  },
  access: { public: true },
  body: z.object({ token: oneTimeToken, email, password, name: personName, workspace: newWorkspace }),
  status: 201,
  answer: firstKeys,
  errors: ['invalid_request', 'link_expired', 'already_exists'],
  idempotency: 'none',
  limitPerMinute: 10,
});

export const listWorkspaces = route({
  id: 'listWorkspaces',
  method: 'GET',
  path: '/api/v1/workspaces',
  tag: 'workspace',
  summary: { en: 'The workspaces of the signed-in user.', fr: "Les espaces de l'utilisateur connecté." },
  access: { signedIn: true },
  status: 200,
  answer: z.object({
    items: z.array(
      z.object({
        id: idOf('wsp'),
        name: z.string(),
        slug: z.string(),
        role: z.enum(roles),
        partnerId: idOf('prt').nullable(),
        signOnRequired: z.boolean().meta({ description: "Its people come in by the company's own sign-on only" }),
      }),
    ),
  }),
  errors: [],
});

export const createWorkspace = route({
  id: 'createWorkspace',
  method: 'POST',
  path: '/api/v1/workspaces',
  tag: 'workspace',
  summary: {
    en: 'Create another workspace, owned by the signed-in user.',
    fr: "Créer un autre espace, détenu par l'utilisateur connecté.",
  },
  access: { roles: ['owner'], scope: null },
  body: newWorkspace,
  status: 201,
  answer: firstKeys,
  errors: ['invalid_request', 'already_exists'],
  idempotency: 'key',
});

export const getWorkspace = route({
  id: 'getWorkspace',
  method: 'GET',
  path: '/api/v1/workspace',
  tag: 'workspace',
  summary: { en: 'The workspace of the key or session.', fr: "L'espace de la clé ou de la session." },
  access: { roles: everyone, scope: 'read', lasting: true },
  status: 200,
  answer: workspaceAnswer,
  errors: [],
});

export const changeWorkspace = route({
  id: 'changeWorkspace',
  method: 'PATCH',
  path: '/api/v1/workspace',
  tag: 'workspace',
  summary: {
    en: 'Change name, language, tracking hosts, branding, sender, retention or where the portal may be embedded.',
    fr: 'Changer le nom, la langue, les hôtes de suivi, la charte graphique, l’expéditeur, la conservation ou les endroits où le portail peut être intégré.',
  },
  access: ownersOnly,
  body: z.object({
    name: workspaceName.optional(),
    language: language.optional(),
    trackingHosts: z
      .array(host)
      .max(20)
      .optional()
      .meta({ example: ['go.example.com'] }),
    accentColour: accentColour.nullable().optional(),
    senderName: senderName.nullable().optional(),
    replyTo: email.nullable().optional(),
    clickRetentionDays: z.int().min(31).max(3650).nullable().optional().meta({
      description: 'Older clicks are deleted every day, but for those a plan could still credit; null keeps all',
    }),
    embedOrigins: z
      .array(embedOrigin)
      .max(20)
      .optional()
      .meta({
        description: "The company's own applications that may show the portal in a frame",
        example: ['https://app.example.com'],
      }),
  }),
  status: 200,
  answer: workspaceAnswer,
  errors: ['invalid_request'],
  idempotency: 'none',
});

export const listAudit = route({
  id: 'listAudit',
  method: 'GET',
  path: '/api/v1/audit',
  tag: 'audit',
  summary: { en: 'Who wrote what, newest first.', fr: "Qui a écrit quoi, le plus récent d'abord." },
  access: ownersOnly,
  query: z.object({
    ...pageQuery,
    action: z.string().min(1).max(100).optional().meta({ example: 'key.created' }),
    subject: z.string().min(1).max(200).optional(),
  }),
  status: 200,
  answer: pageOf(
    z.object({
      id: idOf('evt'),
      at: instant,
      actor: z.record(z.string(), z.unknown()),
      action: z.string(),
      subject: z.string(),
      before: z.unknown(),
      after: z.unknown(),
      requestId: z.string(),
    }),
  ),
  errors: ['invalid_request'],
});

export const identityRoutes = {
  setUp,
  listWorkspaces,
  createWorkspace,
  getWorkspace,
  changeWorkspace,
  ...keyRoutes,
  ...logoRoutes,
  ...memberRoutes,
  ...viewRoutes,
  createEmbedToken,
  listAudit,
};
