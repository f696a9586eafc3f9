import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { magicLink, twoFactor } from 'better-auth/plugins';
import type { Instant } from '@cordee/core/time';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { Clock } from '../../platform/clock/index.ts';
import { hmacSha256 } from '../../platform/crypto/index.ts';
import type { Database } from '../../platform/db/index.ts';
import type { Log } from '../../platform/telemetry/log.ts';
import { newUuid } from '../../platform/uuid.ts';
import { limitedSessions } from './sign-on/limited-session.ts';
import type { SignOnParts } from './sign-on/parts.ts';
import { signOnEndpoints } from './sign-on/sign-on.endpoints.ts';

export interface SignInOptions {
  readonly db: Database;
  /** The driver's own value types: better-auth brings its own SQL. */
  readonly pool: Pool;
  readonly masterKey: Buffer;
  readonly baseUrl: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly onSignInLink: OnSignInLink;
  readonly signOn: SignOnParts;
}

/** Sends a link that signs a known person in. Its owner gets no link when they chose a second factor: a link would go around it. */
export type OnSignInLink = (email: string, link: string, minutes: number) => Promise<void>;

/** What the rest needs of it: its endpoints, and who a cookie belongs to. */
export interface SignIn {
  readonly handler: (request: Request) => Promise<Response>;
  readonly sessionOf: (headers: Headers) => Promise<Session | null>;
}

export interface Session {
  readonly userId: string;
  /** Whether the person gives a second factor after the password. */
  readonly twoFactor: boolean;
  readonly openedAt: Instant;
  /** The one workspace whose identity provider opened it, and where alone it is good; null for all others. */
  readonly signOnWorkspaceId: string | null;
}

const DAY_S = 86_400;
const LINK_MINUTES = 10;

/** Sessions by e-mail and password, second factor and passkeys, served under /api/auth; nobody signs up by themselves. */
export function createSignIn(options: SignInOptions): SignIn {
  const auth = betterAuth(signInSettings(options));
  return {
    handler: (request) => auth.handler(request),
    async sessionOf(headers) {
      const found = await auth.api.getSession({ headers });
      if (found === null) return null;
      const { session, user } = found;
      return {
        userId: user.id,
        twoFactor: (user as { readonly twoFactorEnabled?: boolean | null }).twoFactorEnabled === true,
        openedAt: session.createdAt.getTime(),
        signOnWorkspaceId: session.signOnWorkspaceId ?? null,
      };
    },
  };
}

/** The settings, apart so that a test can compare the migrated tables with what they ask for. */
export function signInSettings({ db, pool, masterKey, baseUrl, clock, log, onSignInLink, signOn }: SignInOptions) {
  const isHttps = baseUrl.startsWith('https:');
  return {
    appName: 'Cordée',
    database: pool,
    baseURL: baseUrl,
    basePath: '/api/auth',
    secret: hmacSha256(masterKey, 'sessions').toString('hex'),
    // The server may be reached by several names; that a request comes from its own pages is checked before it gets here.
    trustedOrigins: (request?: Request) => (request === undefined ? [baseUrl] : [baseUrl, new URL(request.url).origin]),
    user: {
      modelName: 'auth_user',
      additionalFields: {
        language: { type: 'string' as const, required: false, input: true, validator: { input: z.enum(['fr', 'en']).nullish() } },
      },
    },
    session: {
      modelName: 'auth_session',
      expiresIn: 7 * DAY_S,
      updateAge: DAY_S,
      additionalFields: { signOnWorkspaceId: { type: 'string' as const, required: false, input: false } },
    },
    account: { modelName: 'auth_account', accountLinking: { enabled: false } },
    verification: { modelName: 'auth_verification' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    // Ours counts by address, for all of /api/auth.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: {
      log: (level: 'debug' | 'info' | 'warn' | 'error', message: string) => log[level]({ from: 'better-auth' }, message),
    },
    advanced: {
      cookiePrefix: 'cordee',
      useSecureCookies: isHttps,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' as const, secure: isHttps },
      ipAddress: { ipAddressHeaders: ['x-forwarded-for'] },
      database: { generateId: () => newUuid(clock()) },
    },
    plugins: [
      limitedSessions(db),
      signOnEndpoints({ ...signOn, db, clock, log }),
      magicLink({
        disableSignUp: true,
        expiresIn: LINK_MINUTES * 60,
        storeToken: 'hashed',
        rateLimit: { window: 60, max: 1000 },
        sendMagicLink: ({ email, url }) => onSignInLink(email, url, LINK_MINUTES),
      }),
      twoFactor({ issuer: 'Cordée', schema: { twoFactor: { modelName: 'auth_two_factor' } } }),
      passkey({
        rpID: new URL(baseUrl).hostname,
        rpName: 'Cordée',
        // As browsers say it: without the path an address may have behind a proxy.
        origin: new URL(baseUrl).origin,
        schema: { passkey: { modelName: 'auth_passkey' } },
      }),
    ],
  };
}
