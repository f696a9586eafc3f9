import type { Pool } from 'pg';
import type { Context } from '../../platform/context.ts';
import type { Clock } from '../../platform/clock/index.ts';
import { createSealer } from '../../platform/crypto/index.ts';
import type { Database } from '../../platform/db/index.ts';
import type { Api, Authenticate } from '../../platform/http/index.ts';
import type { Outbound } from '../../platform/outbound/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Log } from '../../platform/telemetry/log.ts';
import { authenticator } from './authenticate.ts';
import { embedTokens } from './embed-token.ts';
import { serveIdentityRoutes } from './identity.routes.ts';
import { KeyDirectory } from './key-directory.ts';
import type { PartnerExists } from './member-partner.ts';
import { portalViews } from './portal-view.ts';
import { createSignIn, type OnSignInLink } from './sign-in.ts';
import { serveSignOnRoutes } from './sign-on/sign-on.routes.ts';
import type { OnInvited } from './verbs/add-member.ts';
import { invitePerson } from './verbs/invite-person.ts';

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
  /** Calls to identity providers, whose addresses are the company's choice. */
  readonly outbound: Outbound;
  /** `host:port` inside the company that may be called although it is not public. */
  readonly trustedHosts: readonly string[];
}

export interface Identity {
  /** Who calls, for every route of every module. */
  readonly authenticate: Authenticate;
  /** Serves routes, pages and /api/auth. */
  readonly serve: (api: Api) => void;
  /** Lets somebody sign in for a partner (`invitePerson`); null for an address that somebody signs in with already. */
  readonly invite: (context: Context, partnerId: string, person: InvitedPerson) => Promise<Invitation | null>;
}

interface InvitedPerson {
  readonly email: string;
  readonly name: string;
}

interface Invitation {
  /** Null for who has an account already. */
  readonly link: string | null;
  readonly mailed: boolean;
}

/** Keys, sessions, members, workspaces and the audit trail, wired together. */
export function createIdentity(options: IdentityOptions): Identity {
  const { db, pool, clock, log, baseUrl, masterKey, partnerExists, onInvited, mails, onSignInLink } = options;
  const { outbound, trustedHosts } = options;
  const keys = new KeyDirectory(db, clock, log);
  const seals = { embeds: embedTokens(masterKey, clock), views: portalViews(masterKey, clock) };
  const signOn = { outbound, trustedHosts, sealer: createSealer(masterKey), baseUrl };
  const members = { baseUrl, partnerExists, onInvited, mails };
  const signIn = createSignIn({ db, pool, masterKey, baseUrl, clock, log, onSignInLink, signOn });
  return {
    authenticate: authenticator({ db, clock, keys, signIn }, seals),
    serve(api) {
      serveIdentityRoutes(api, keys, members, seals);
      serveSignOnRoutes(api, signOn);
      api.mount('/api/auth', signIn.handler);
    },
    async invite(context, partnerId, person) {
      try {
        const { invitationLink: link, mailed } = await invitePerson(context, partnerId, person, members);
        return { link, mailed };
      } catch (error) {
        if (error instanceof Refusal && error.code === 'already_exists') return null;
        throw error;
      }
    },
  };
}
