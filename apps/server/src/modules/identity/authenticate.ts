import { decodeId, encodeId } from '@cordee/core/ids';
import { DatabaseUnavailable, isConnectionLost, transaction, withWorkspace, type Database } from '../../platform/db/index.ts';
import type { Authenticate, Caller, Credentials } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { isEmbedToken, type Embed, type EmbedTokens } from './embed-token.ts';
import type { KeyDirectory } from './key-directory.ts';
import { membershipsOf, type Membership } from './members.store.ts';
import type { PortalViews } from './portal-view.ts';
import type { SignIn } from './sign-in.ts';

const BEARER = /^Bearer ([\x21-\x7e]{1,200})$/i;

/** Callers by API key or embed token, else by session; a session of the company may look on as a partner. */
export function authenticator(
  db: Database,
  keys: KeyDirectory,
  signIn: SignIn,
  { embeds, views }: { readonly embeds: EmbedTokens; readonly views: PortalViews },
): Authenticate {
  return async (credentials) => {
    const { authorization, cookie } = credentials.headers;
    if (authorization !== undefined) {
      const text = BEARER.exec(authorization)?.[1];
      if (text === undefined) return null;
      return isEmbedToken(text) ? callerOfEmbed(embeds.read(text)) : keys.find(text);
    }
    if (cookie === undefined) return null;
    const userId = await userOf(signIn, cookie);
    if (userId === null) return null;
    const caller = await callerOfUser(db, userId, credentials);
    const view = credentials.headers['cordee-portal-view'];
    return typeof view === 'string' ? onlyLooking(caller, userId, view, views) : caller;
  };
}

/** Somebody the company's own application shows the portal of a partner to: reads as that partner, and is no user. */
function callerOfEmbed(embed: Embed | null): Caller | null {
  if (embed === null) return null;
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

/**
 * The same person with the eyes of a partner. Rights of the company are put down, not added to: the role is `partner`, nothing can
 * be written, and whoever no longer belongs to the company sees nothing. Refuses `portal_view_over`.
 */
function onlyLooking(caller: Caller, userId: string, text: string, views: PortalViews): Caller {
  const readOnly = { ...caller, readOnly: true };
  // In no workspace in particular there is no partner to look as.
  if (caller.workspaceId === '') return readOnly;
  const view = views.read(text);
  const isTheirs = view?.userId === userId && view.workspaceId === caller.workspaceId;
  if (!isTheirs || caller.actor.kind !== 'user' || caller.actor.role === 'partner') throw new Refusal('portal_view_over');
  return { ...readOnly, actor: { kind: 'user', userId, role: 'partner', partnerId: view.partnerId } };
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
