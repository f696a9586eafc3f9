import { createSign, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider, type Configuration } from 'oidc-provider';

export interface ProviderPerson {
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
}

export const PROVIDER_CLIENT = { id: 'cordee', secret: 'a secret of the client, long enough' } as const;

/** A real OpenID provider on this machine, whose sign-in page lets in whoever `next` says. */
export interface IdentityProvider {
  readonly issuer: string;
  /** `host:port`, for those who may call it over http. */
  readonly host: string;
  /** People by subject. */
  readonly people: Map<string, ProviderPerson>;
  /** Who signs in next; null: they say no. */
  next: string | null;
  /** Changes an id_token on its way out. */
  tamper: ((token: string, resign: (changes: Readonly<Record<string, unknown>>) => string) => string) | null;
  readonly close: () => Promise<void>;
}

/** Starts it, on any port unless one is given; `redirectUris` are where it may send people back. */
export async function startIdentityProvider(redirectUris: readonly string[], port = 0): Promise<IdentityProvider> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const state: IdentityProvider = {
    issuer: `http://${host}`,
    host,
    people: new Map(),
    next: null,
    tamper: null,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  const provider = new Provider(state.issuer, configuration(state, privateKey, redirectUris));
  letIn(provider, state);
  provider.use(async (ctx, next) => {
    await next();
    const body = ctx.body as { id_token?: string } | undefined;
    if (ctx.path === '/token' && body?.id_token !== undefined && state.tamper !== null) {
      const token = body.id_token;
      body.id_token = state.tamper(token, (changes) => resigned(token, privateKey, changes));
    }
  });
  const handle = provider.callback();
  server.on('request', (request, response) => void handle(request, response));
  return state;
}

function configuration(state: IdentityProvider, key: KeyObject, redirectUris: readonly string[]): Configuration {
  return {
    clients: [
      {
        client_id: PROVIDER_CLIENT.id,
        client_secret: PROVIDER_CLIENT.secret,
        redirect_uris: [...redirectUris],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    jwks: { keys: [{ ...key.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: [randomUUID()] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx: unknown, { uid }: { uid: string }) => `/let-in/${uid}` },
    findAccount: async (_ctx: unknown, sub: string) => ({
      accountId: sub,
      claims: async () => ({ sub, ...state.people.get(sub) }),
    }),
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    // Nobody is asked what the company may know of them.
    loadExistingGrant: async ({ oidc: { client, session, provider } }) => {
      if (client === undefined || session?.accountId === undefined) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  };
}

function letIn(provider: Provider, state: IdentityProvider): void {
  provider.use(async (ctx, next) => {
    if (!ctx.path.startsWith('/let-in/')) return next();
    const answer =
      state.next === null ? { error: 'access_denied', error_description: 'They said no.' } : { login: { accountId: state.next } };
    await provider.interactionFinished(ctx.req, ctx.res, answer, { mergeWithLastSubmission: false });
    ctx.respond = false;
  });
}

/** The token with other claims under a signature of the same key. */
function resigned(token: string, key: KeyObject, changes: Readonly<Record<string, unknown>>): string {
  const [header = '', payload = ''] = token.split('.');
  const claims = { ...(JSON.parse(Buffer.from(payload, 'base64url').toString()) as object), ...changes };
  const text = `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`;
}
