import type { Pool } from 'pg';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/db/index.ts';
import type { Api, Authenticate } from '../../platform/http/index.ts';
import type { Log } from '../../platform/telemetry/log.ts';
import { authenticator } from './authenticate.ts';
import { embedTokens } from './embed-token.ts';
import { serveIdentityRoutes } from './identity.routes.ts';
import { KeyDirectory } from './key-directory.ts';
import type { PartnerExists } from './member-partner.ts';
import { portalViews } from './portal-view.ts';
import { createSignIn, type OnSignInLink } from './sign-in.ts';
import type { OnInvited } from './verbs/add-member.ts';

export interface IdentityOptions {
  readonly db: Database;
  /** A pool with the driver's own value types, for the library of sessions. */
  readonly pool: Pool;
  readonly clock: Clock;
  readonly log: Log;
  readonly baseUrl: string;
  readonly masterKey: Buffer;
  readonly partnerExists: PartnerExists;
  readonly onInvited: OnInvited;
  readonly mails: boolean;
  readonly onSignInLink: OnSignInLink;
}

export interface Identity {
  /** Who calls, for every route of every module. */
  readonly authenticate: Authenticate;
  /** Serves routes, pages and /api/auth. */
  readonly serve: (api: Api) => void;
}

/** Keys, sessions, members, workspaces and the audit trail, wired together. */
export function createIdentity(options: IdentityOptions): Identity {
  const { db, pool, clock, log, baseUrl, masterKey, partnerExists, onInvited, mails, onSignInLink } = options;
  const keys = new KeyDirectory(db, clock, log);
  const seals = { embeds: embedTokens(masterKey, clock), views: portalViews(masterKey, clock) };
  const signIn = createSignIn({ pool, masterKey, baseUrl, clock, log, onSignInLink });
  return {
    authenticate: authenticator(db, keys, signIn, seals),
    serve(api) {
      serveIdentityRoutes(api, keys, { baseUrl, partnerExists, onInvited, mails }, seals);
      api.mount('/api/auth', signIn.handler);
    },
  };
}
