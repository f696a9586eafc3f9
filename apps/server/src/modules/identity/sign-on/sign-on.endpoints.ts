import type { SignOnFault } from '@cordee/contract/sign-on';
import { email as emailField } from '@cordee/contract/identity-fields';
import { decodeId } from '@cordee/core/ids';
import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Context } from '../../../platform/context.ts';
import { sha256 } from '../../../platform/crypto/index.ts';
import { read } from '../../../platform/verb.ts';
import type { Database } from '../../../platform/db/index.ts';
import type { Log } from '../../../platform/telemetry/log.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { admitPerson, noteRefusal } from '../verbs/admit-person.ts';
import { redirectUriOf } from './addresses.ts';
import { judgeClaims, type Claims } from './judge-claims.ts';
import { settingsOf, type SignOnParts } from './parts.ts';
import { beginAttempt, endAttempt, isDenied, isUnreachable, openProvider } from './provider.ts';
import { findSignOn, type SignOn } from './sign-on.store.ts';

export interface SignOnEndpointParts extends SignOnParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
}

const MINUTES = 10;
const COOKIE = 'sign_on';

/** Kept, sealed, while the person is at the provider: once it is taken out, nothing can be done with it again. */
const keptAttempt = z.object({
  workspaceId: z.uuid(),
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  next: z.string(),
});
type KeptAttempt = z.output<typeof keptAttempt>;

const startQuery = z.object({
  workspace: z.string().max(100),
  email: z.string().max(254).optional(),
  next: z.string().max(2000).optional(),
  // Sent by some lists of applications; where people go is not theirs to say.
  iss: z.string().max(500).optional(),
});

/** The way to the company's identity provider and back, as endpoints of the library that keeps sessions. */
export function signOnEndpoints(parts: SignOnEndpointParts) {
  return {
    id: 'cordee-sign-on',
    endpoints: { signOnStart: startEndpoint(parts), signOnCallback: callbackEndpoint(parts) },
  } satisfies BetterAuthPlugin;
}

function startEndpoint(parts: SignOnEndpointParts) {
  return createAuthEndpoint('/sign-on/start', { method: 'GET', query: startQuery }, async (ctx) => {
    const { workspace, email, next } = ctx.query;
    const workspaceId = decodeId('wsp', workspace);
    const signOn = workspaceId === null ? null : await activeSignOn(parts, workspaceId);
    if (signOn === null) throw ctx.redirect(refusedAddress(parts, 'inactive', workspace));
    const begun = await begin(parts, signOn, emailField.safeParse(email).data);
    if ('fault' in begun) throw ctx.redirect(refusedAddress(parts, begun.fault, workspace));
    const kept: KeptAttempt = { ...begun.attempt, workspaceId: signOn.workspaceId, next: ownAddress(next) };
    await ctx.context.internalAdapter.createVerificationValue({
      identifier: identifierOf(begun.attempt.state),
      value: parts.sealer.seal(JSON.stringify(kept)).toString('base64'),
      expiresAt: new Date(Date.now() + MINUTES * 60_000),
    });
    const cookie = ctx.context.createAuthCookie(COOKIE, { maxAge: MINUTES * 60 });
    await ctx.setSignedCookie(cookie.name, begun.attempt.state, ctx.context.secret, cookie.attributes);
    throw ctx.redirect(begun.url.href);
  });
}

function callbackEndpoint(parts: SignOnEndpointParts) {
  return createAuthEndpoint('/sign-on/callback/:workspace', { method: 'GET' }, async (ctx) => {
    const cookie = ctx.context.createAuthCookie(COOKIE);
    const state = await ctx.getSignedCookie(cookie.name, ctx.context.secret);
    ctx.setCookie(cookie.name, '', { ...cookie.attributes, maxAge: 0 });
    const { search, searchParams } = new URL(ctx.request?.url ?? '', parts.baseUrl);
    const workspace = ctx.params.workspace;
    const refuse = (fault: SignOnFault) => ctx.redirect(refusedAddress(parts, fault, workspace));
    // Of this browser, of this attempt, and not used before.
    if (typeof state !== 'string' || searchParams.get('state') !== state) throw refuse('expired');
    const stored = await ctx.context.internalAdapter.consumeVerificationValue(identifierOf(state));
    if (stored === null) throw refuse('expired');
    const kept = keptAttempt.parse(JSON.parse(parts.sealer.open(Buffer.from(stored.value, 'base64'))));
    if (kept.workspaceId !== decodeId('wsp', workspace)) throw refuse('expired');
    const entry = await enter(parts, kept, search);
    if ('fault' in entry) throw refuse(entry.fault);
    const user = await ctx.context.internalAdapter.findUserById(entry.userId);
    if (user === null) throw refuse('not_invited');
    const session = await ctx.context.internalAdapter.createSession(user.id, false, { signOnWorkspaceId: kept.workspaceId });
    await setSessionCookie(ctx, { session, user });
    throw ctx.redirect(`${parts.baseUrl}/signed-on?next=${encodeURIComponent(kept.next)}`);
  });
}

async function begin(parts: SignOnEndpointParts, signOn: SignOn, email: string | undefined) {
  try {
    const provider = await openProvider(settingsOf(signOn, parts), parts);
    return await beginAttempt(provider, redirectUriOf(parts.baseUrl, signOn.workspaceId), email);
  } catch (error) {
    return { fault: faultOf(parts, error, signOn.workspaceId) };
  }
}

async function enter(
  parts: SignOnEndpointParts,
  kept: KeptAttempt,
  search: string,
): Promise<{ userId: string } | { fault: SignOnFault }> {
  const { workspaceId } = kept;
  const signOn = await activeSignOn(parts, workspaceId);
  if (signOn === null) return { fault: 'inactive' };
  let claims: Claims;
  try {
    const provider = await openProvider(settingsOf(signOn, parts), parts);
    claims = await endAttempt(provider, new URL(`${redirectUriOf(parts.baseUrl, workspaceId)}${search}`), kept);
  } catch (error) {
    return { fault: faultOf(parts, error, workspaceId) };
  }
  const context = contextOf(parts, workspaceId);
  const identity = judgeClaims(claims, signOn);
  if (typeof identity !== 'string') return admitPerson(context, identity);
  const said = claims['email'];
  await noteRefusal(context, typeof said === 'string' ? said.slice(0, 254) : null, identity);
  return { fault: identity };
}

/** What went wrong at or with the provider; its own words are for the log. */
function faultOf({ log }: SignOnEndpointParts, error: unknown, workspaceId: string): SignOnFault {
  if (isDenied(error)) return 'cancelled';
  log.warn({ err: error, workspaceId }, 'sign-on failed');
  return isUnreachable(error) === null ? 'provider' : 'unreachable';
}

async function activeSignOn(parts: SignOnEndpointParts, workspaceId: string): Promise<SignOn | null> {
  const signOn = await read(contextOf(parts, workspaceId), (tx) => findSignOn(tx, workspaceId));
  return signOn?.active === true ? signOn : null;
}

function contextOf({ db, clock }: SignOnEndpointParts, workspaceId: string): Context {
  const requestId = newUuid(clock());
  return { actor: { kind: 'system', job: 'sign-on' }, workspaceId, db, now: clock, language: 'en', requestId };
}

function identifierOf(state: string): string {
  return `sign-on:${sha256(state).toString('hex')}`;
}

function refusedAddress({ baseUrl }: SignOnEndpointParts, fault: SignOnFault, workspace: string): string {
  const company = /^wsp_[0-9a-z]{26}$/.test(workspace) ? `&company=${workspace}` : '';
  return `${baseUrl}/sign-in?refused=${fault}${company}`;
}

/** Only ever back to our own screens. */
function ownAddress(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])[^\p{Cc}]*$/u.test(next) ? next : '/';
}
