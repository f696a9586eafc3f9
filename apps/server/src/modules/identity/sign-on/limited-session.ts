import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import { transaction, withWorkspace, type Database } from '../../../platform/db/index.ts';
import { ownsWhereRequired } from './sign-on.store.ts';

/** What a session opened by a provider may ask for: who is there, to leave, and to come in otherwise. */
const OPEN =
  /^\/(?:get-session|sign-out|sign-on\/.*|sign-in\/.*|magic-link\/verify|passkey\/(?:generate-authenticate-options|verify-authentication)|ok|error)$/;

/**
 * A provider vouches for a person in one workspace, so that its sessions never touch the account itself, which other workspaces
 * rely on: a password, passkey or second factor set by such a session would open them all. And where sign-on is required, its
 * owners keep their second factor.
 */
export function limitedSessions(db: Database) {
  return {
    id: 'cordee-limited-sessions',
    hooks: {
      before: [
        {
          matcher: ({ path }) => path !== undefined && !OPEN.test(path),
          handler: createAuthMiddleware(async (ctx) => {
            const found = await getSessionFromCtx(ctx);
            if (found === null) return;
            const isLimited = typeof found.session['signOnWorkspaceId'] === 'string';
            if (isLimited && !choosesLanguage(ctx.path, ctx.body)) {
              throw new APIError('FORBIDDEN', {
                code: 'SIGN_ON_SESSION',
                message: 'Signed in by the company: it keeps the account.',
              });
            }
            if (ctx.path === '/two-factor/disable' && (await mustKeepFactor(db, found.user.id))) {
              throw new APIError('FORBIDDEN', {
                code: 'SIGN_ON_NEEDS_OWNER',
                message: 'Sign-on is required: owners keep a second factor.',
              });
            }
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}

function choosesLanguage(path: string | undefined, body: unknown): boolean {
  if (path !== '/update-user' || typeof body !== 'object' || body === null) return false;
  return Object.keys(body).every((field) => field === 'language');
}

async function mustKeepFactor(db: Database, userId: string): Promise<boolean> {
  return transaction(db, async (tx) => {
    await withWorkspace(tx, '*');
    return ownsWhereRequired(tx, userId);
  });
}
