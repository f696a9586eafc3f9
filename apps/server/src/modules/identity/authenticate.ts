import { decodeId, encodeId } from '@cordee/core/ids';
import type { Instant } from '@cordee/core/time';
import type { Clock } from '../../platform/clock/index.ts';
import { DatabaseUnavailable, isConnectionLost, transaction, withWorkspace, type Database } from '../../platform/db/index.ts';
import type { Authenticate, Caller, Credentials } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { isEmbedToken, type Embed, type EmbedTokens } from './embed-token.ts';
import type { KeyDirectory } from './key-directory.ts';
import { membershipsOf, type Membership } from './members.store.ts';
import { hasLeft } from './partner-access.store.ts';
import type { PortalViews } from './portal-view.ts';
import type { Session, SignIn } from './sign-in.ts';

const BEARER = /^Bearer ([\x21-\x7e]{1,200})$/i;

/** A provider says who belongs to the company today, not next week. */
const SIGNED_ON_MS = 12 * 3_600_000;

interface Parts {
  readonly db: Database;
  readonly clock: Clock;
  readonly keys: KeyDirectory;
  readonly signIn: SignIn;
}

/** Callers by API key or embed token, else by session; a session of the company may look on as a partner. */
export function authenticator(
  parts: Parts,
  { embeds, views }: { readonly embeds: EmbedTokens; readonly views: PortalViews },
): Authenticate {
  return async (credentials) => {
    const { authorization, cookie } = credentials.headers;
    if (authorization !== undefined) {
      const text = BEARER.exec(authorization)?.[1];
      if (text === undefined) return null;
      return isEmbedToken(text) ? callerOfEmbed(parts, embeds.read(text)) : parts.keys.find(text);
    }
    if (cookie === undefined) return null;
    const session = await sessionOf(parts.signIn, cookie);
    if (session === null) return null;
    const caller = await callerOfSession(parts, session, credentials);
    if (caller === null) return null;
    const view = credentials.headers['cordee-portal-view'];
    return typeof view === 'string' ? onlyLooking(caller, session.userId, view, views) : caller;
  };
}

/** Somebody the company's own application shows the portal of a partner to: reads as that partner, and is no user. */
async function callerOfEmbed({ db }: Parts, embed: Embed | null): Promise<Caller | null> {
  if (embed === null) return null;
  const { workspaceId, partnerId } = embed;
  // A token cannot be taken back: whether its partner has left is asked each time.
  if (await transaction(db, (tx) => hasLeft(tx, workspaceId, partnerId), { workspaceId })) return null;
  const userId = `embed ${partnerId}`;
  return {
    actor: { kind: 'user', userId, role: 'partner', partnerId, looksOnly: true },
    workspaceId,
    limitedBy: userId,
    origins: [],
    readOnly: true,
  };
}

async function sessionOf(signIn: SignIn, cookie: string): Promise<Session | null> {
  try {
    return await signIn.sessionOf(new Headers({ cookie }));
  } catch (error) {
    // The library wraps what its pool throws, or lets it through.
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    throw isConnectionLost(error) || isConnectionLost(cause) ? new DatabaseUnavailable('nothing_kept', error) : error;
  }
}

async function callerOfSession(
  { db, clock }: Parts,
  session: Session,
  { headers, needsWorkspace }: Credentials,
): Promise<Caller | null> {
  const { userId, signOnWorkspaceId } = session;
  if (signOnWorkspaceId === null && !needsWorkspace) return callerIn('', userId, 'viewer', null);
  const memberships = await transaction(db, async (tx) => {
    await withWorkspace(tx, '*');
    return membershipsOf(tx, userId);
  });
  const wanted = headers['cordee-workspace'];
  if (signOnWorkspaceId !== null) return signedOnCaller(session, memberships, needsWorkspace ? wanted : undefined, clock());
  const { workspaceId, role, partnerId, signOn, left } = chosen(memberships, wanted);
  // Owners keep a way in of their own, as strong as it can be, for the day the provider fails.
  const isException = role === 'partner' || (role === 'owner' && session.twoFactor);
  if (signOn === 'required' && !isException) throw new Refusal('sign_on_required');
  if (left === 'closed') throw new Refusal('access_ended');
  const caller = callerIn(workspaceId, userId, role, partnerId);
  return left === 'reads' ? { ...caller, hasLeft: true } : caller;
}

/**
 * Whom an identity provider has let in: for its time, in its workspace, as one of the company's people. Whatever else the person may
 * do elsewhere, this session does not know. Refuses `forbidden` for another workspace.
 */
function signedOnCaller(
  { userId, openedAt, signOnWorkspaceId }: Session,
  memberships: readonly Membership[],
  wanted: string | string[] | undefined,
  now: Instant,
): Caller | null {
  const place = memberships.find(({ workspaceId }) => workspaceId === signOnWorkspaceId);
  if (place === undefined || place.signOn === 'none' || place.role === 'partner') return null;
  if (now - openedAt > SIGNED_ON_MS) return null;
  if (wanted !== undefined && (typeof wanted !== 'string' || decodeId('wsp', wanted) !== place.workspaceId)) {
    throw new Refusal('forbidden');
  }
  const caller = callerIn(place.workspaceId, userId, place.role, null);
  return { ...caller, actor: { kind: 'user', userId, role: place.role, partnerId: null, signedOn: true } };
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
  return { ...readOnly, actor: { kind: 'user', userId, role: 'partner', partnerId: view.partnerId, looksOnly: true } };
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
