import { z } from 'zod';
import { email } from './identity-fields.ts';
import { route, type Access } from './route.ts';
import { idOf, instantText } from './values.ts';

/** Sign-on: the company's people come in by its own identity provider (OpenID Connect). */

const ownersOnly: Access = { roles: ['owner'], scope: 'admin' };
const DISCOVERY = '/.well-known/openid-configuration';

const issuer = z
  .url({ protocol: /^https?$/ })
  .max(500)
  // What providers show to be copied is often the address of the document rather than the issuer itself.
  .transform((text) => (text.endsWith(DISCOVERY) ? text.slice(0, -DISCOVERY.length) : text))
  .refine((text) => !/[?#]/.test(text), { message: 'an issuer has no query and no fragment', params: { rule: 'issuer' } })
  .meta({
    description: 'As the provider writes it; the address of its discovery document is understood too',
    example: 'https://login.example.com/realms/staff',
  });
const domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/, 'a domain such as example.com')
  .meta({ example: 'example.com' });

/** What somebody unknown so far may become; owners are made by owners. */
export const signOnRoles = ['viewer', 'finance', 'manager'] as const;
const newRole = z
  .enum(signOnRoles)
  .nullable()
  .meta({ description: 'What somebody becomes whom the workspace does not know; null: only invited people come in' });

const connectBody = z.strictObject({
  issuer,
  clientId: z.string().trim().min(1).max(300).meta({ example: 'cordee' }),
  clientSecret: z
    .string()
    .min(1)
    .max(2000)
    .optional()
    .meta({ description: 'Kept sealed, never shown; left out, the former one stays' }),
  domains: z
    .array(domain)
    .min(1)
    .max(20)
    .meta({ description: 'Only verified e-mail addresses of these domains come in', example: ['example.com'] }),
  newRole,
});
export type ConnectSignOn = z.output<typeof connectBody>;

const changeBody = z.strictObject({
  active: z.boolean().optional().meta({ description: 'Tested first when it becomes true' }),
  required: z
    .boolean()
    .optional()
    .meta({ description: "The company's people come in by it only; an owner with a second factor always comes in by password" }),
});
export type ChangeSignOn = z.output<typeof changeBody>;

const connection = z.object({
  issuer: z.string(),
  clientId: z.string(),
  domains: z.array(z.string()),
  newRole,
  active: z.boolean(),
  required: z.boolean(),
  people: z.int().meta({ description: 'How many have signed on with it' }),
  changedAt: instantText,
});
const signOnAnswer = z.object({
  connection: connection.nullable(),
  redirectUri: z.string().meta({ description: 'To be allowed at the provider' }),
  startUrl: z.string().meta({ description: "Begins a sign-on: for the provider's list of applications, or a link of your own" }),
});
export type SignOnAnswer = z.input<typeof signOnAnswer>;

export const signOnSteps = ['discovery', 'flow', 'keys', 'client'] as const;
const testAnswer = z.object({
  usable: z.boolean(),
  steps: z.array(
    z.object({
      step: z.enum(signOnSteps).meta({ description: 'discovery document, code flow, signing keys, client id and secret' }),
      result: z.enum(['passed', 'failed', 'unsure']),
      message: z.string(),
    }),
  ),
});

/** Why somebody could not sign on, as the sign-in page is told. */
export const signOnFaults = [
  'expired',
  'cancelled',
  'unreachable',
  'provider',
  'inactive',
  'unverified_email',
  'domain',
  'not_invited',
  'other_person',
] as const;
export type SignOnFault = (typeof signOnFaults)[number];

export const signOnRoutes = {
  getSignOn: route({
    id: 'getSignOn',
    method: 'GET',
    path: '/api/v1/sign-on',
    tag: 'sign-on',
    summary: { en: "The company's identity provider", fr: "Le fournisseur d'identité de l'entreprise" },
    access: ownersOnly,
    status: 200,
    answer: signOnAnswer,
    errors: [],
  }),
  connectSignOn: route({
    id: 'connectSignOn',
    method: 'PUT',
    path: '/api/v1/sign-on',
    tag: 'sign-on',
    summary: { en: "Connect the company's identity provider", fr: "Connecter le fournisseur d'identité de l'entreprise" },
    description: {
      en: 'It is activated apart. Of an active one, the new settings are tested first; another issuer forgets who signed on with the former one.',
      fr: "L'activation se fait à part. S'il est actif, les nouveaux réglages sont d'abord testés ; un autre émetteur fait oublier qui s'est connecté avec le précédent.",
    },
    access: ownersOnly,
    body: connectBody,
    status: 200,
    answer: signOnAnswer,
    errors: ['invalid_request', 'sign_on_unusable'],
    idempotency: 'none',
    limitPerMinute: 20,
  }),
  testSignOn: route({
    id: 'testSignOn',
    method: 'POST',
    path: '/api/v1/sign-on/test',
    tag: 'sign-on',
    summary: { en: 'Test the connection to the provider', fr: 'Tester la connexion au fournisseur' },
    description: {
      en: 'Reads its discovery document and keys, and shows it the client id and secret. Nobody signs in and nothing is written.',
      fr: "Lit son document de découverte et ses clés, et lui présente l'identifiant et le secret du client. Personne ne se connecte et rien n'est écrit.",
    },
    access: ownersOnly,
    status: 200,
    answer: testAnswer,
    errors: ['not_found'],
    idempotency: 'none',
    limitPerMinute: 20,
  }),
  changeSignOn: route({
    id: 'changeSignOn',
    method: 'PATCH',
    path: '/api/v1/sign-on',
    tag: 'sign-on',
    summary: { en: 'Activate it, or require it', fr: "L'activer, ou l'exiger" },
    access: ownersOnly,
    body: changeBody.meta({ example: { active: true } }),
    status: 200,
    answer: signOnAnswer,
    errors: ['invalid_request', 'not_found', 'sign_on_unusable', 'sign_on_unproven', 'sign_on_needs_owner'],
    idempotency: 'none',
    limitPerMinute: 20,
  }),
  removeSignOn: route({
    id: 'removeSignOn',
    method: 'DELETE',
    path: '/api/v1/sign-on',
    tag: 'sign-on',
    summary: { en: 'Remove the provider', fr: 'Retirer le fournisseur' },
    description: {
      en: 'Whoever came in by it is signed out. They stay members, and need another way in.',
      fr: 'Les personnes entrées par lui sont déconnectées. Elles restent membres, et ont besoin d’un autre moyen de se connecter.',
    },
    access: ownersOnly,
    status: 204,
    errors: ['not_found'],
    idempotency: 'none',
  }),
  findSignOn: route({
    id: 'findSignOn',
    method: 'GET',
    path: '/api/v1/sign-on/offers',
    tag: 'sign-on',
    summary: { en: 'Where one may sign on', fr: "Où s'ouvre une connexion d'entreprise" },
    description: {
      en: 'By the domain of an e-mail address, or of a workspace. With neither, the only workspace of the installation.',
      fr: "Selon le domaine d'une adresse e-mail, ou d'un espace. Sans l'un ni l'autre, le seul espace de l'installation.",
    },
    access: { public: true },
    query: z.object({ email: email.optional(), workspaceId: idOf('wsp').optional() }),
    status: 200,
    answer: z.object({ items: z.array(z.object({ workspaceId: idOf('wsp'), name: z.string() })) }),
    errors: ['invalid_request'],
    limitPerMinute: 30,
  }),
};
