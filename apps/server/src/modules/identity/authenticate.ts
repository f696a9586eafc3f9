import { decodeId, encodeId } from '@cordee/core/ids';
import { DatabaseUnavailable, isConnectionLost, transaction, withWorkspace, type Database } from '../../platform/db/index.ts';
import type { Authenticate, Caller, Credentials } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { isEmbedToken, type Embed, type EmbedTokens } from './embed-token.ts';
import type { KeyDirectory } from './key-directory.ts';
import { membershipsOf, type Membership } from './members.store.ts';
import type { SignIn } from './sign-in.ts';

const BEARER = /^Bearer ([\x21-\x7e]{1,200})$/i;

/** Callers by API key or embed token, else by session. */
export function authenticator(db: Database, keys: KeyDirectory, signIn: SignIn, embeds: EmbedTokens): Authenticate {
  return async (credentials) => {
    const { authorization, cookie } = credentials.headers;
    if (authorization !== undefined) {
      const text = BEARER.exec(authorization)?.[1];
      if (text === undefined) return null;
      return isEmbedToken(text) ? callerOfEmbed(embeds.read(text), credentials) : keys.find(text);
    }
    if (cookie === undefined) return null;
    const userId = await userOf(signIn, cookie);
    return userId === null ? null : callerOfUser(db, userId, credentials);
  };
}

/** Somebody the company's own application shows the portal of a partner to: reads as that partner, and is no user. */
function callerOfEmbed(embed: Embed | null, { needsWorkspace }: Credentials): Caller | null {
  if (embed === null || !needsWorkspace) return null;
  const { workspaceId, partnerId } = embed;
  const userId = `embed ${partnerId}`;
  return {
    actor: { kind: 'user', userId, role: 'partner', partnerId },
    workspaceId,
    limitedBy: userId,
    origins: [],
    readOnly: true,
  };
}

async function userOf(signIn: SignIn, cookie: string): Promise<string | null> {
  try {
    return await signIn.userIdOf(new Headers({ cookie }));
  } catch (error) {
    // The library wraps what its pool throws, or lets it through.
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    throw isConnectionLost(error) || isConnectionLost(cause) ? new DatabaseUnavailable('nothing_kept', error) : error;
  }
}

async function callerOfUser(db: Database, userId: string, { headers, needsWorkspace }: Credentials): Promise<Caller> {
  if (!needsWorkspace) return callerIn('', userId, 'viewer', null);
  const memberships = await transaction(db, async (tx) => {
    await withWorkspace(tx, '*');
    return membershipsOf(tx, userId);
  });
  const { workspaceId, role, partnerId } = chosen(memberships, headers['cordee-workspace']);
  return callerIn(workspaceId, userId, role, partnerId);
}

function callerIn(workspaceId: string, userId: string, role: Membership['role'], partnerId: string | null): Caller {
  return { actor: { kind: 'user', userId, role, partnerId }, workspaceId, limitedBy: userId, origins: [] };
}

/** The workspace the header names, or the only one. Refuses `forbidden` for one the user is not in. */
function chosen(memberships: readonly Membership[], header: string | string[] | undefined): Membership {
  if (typeof header === 'string') {
    const wanted = decodeId('wsp', header);
    const membership = memberships.find(({ workspaceId }) => workspaceId === wanted);
    if (membership === undefined) throw new Refusal('forbidden');
    return membership;
  }
  const [only, ...others] = memberships;
  if (only === undefined) throw new Refusal('forbidden');
  if (others.length === 0) return only;
  throw new Refusal(
    'workspace_required',
    memberships.map(({ workspaceId, name }) => ({
      path: 'headers.cordee-workspace',
      rule: 'required',
      message: { en: name, fr: name },
      example: encodeId('wsp', workspaceId),
    })),
  );
}
