import type { IncomingHttpHeaders } from 'node:http';
import type { Access, Scope } from '@cordee/contract/route';
import type { Actor } from '../context.ts';
import { Refusal } from '../refusal.ts';
import type { Authenticate, Caller } from './types.ts';

export interface AccessRequest {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  /** Origins our own pages are served from: `https://example.com` as the caller reached us, and as we know it. */
  readonly ownOrigins: readonly string[];
}

/** The caller of a route once it is known that they may call it; null for public routes. Refuses otherwise. */
export async function admit(access: Access, request: AccessRequest, authenticate: Authenticate): Promise<Caller | null> {
  if ('public' in access) return null;
  const caller = await authenticate({ headers: request.headers, needsWorkspace: !('signedIn' in access) });
  if (caller === null) throw new Refusal('unauthenticated');
  if (caller.readOnly === true && !SAFE_METHODS.has(request.method)) throw new Refusal('read_only');
  if (caller.actor.kind === 'user') refuseCrossSite(request);
  if (!mayCall(access, caller.actor)) throw new Refusal('forbidden');
  if (caller.hasLeft === true && 'roles' in access && access.lasting !== true) throw new Refusal('access_ended');
  if (caller.actor.kind === 'key' && caller.actor.publishable) refuseForeignOrigin(caller, request);
  return caller;
}

/** Whether the declared access of a route lets this actor through. */
export function mayCall(access: Access, actor: Actor): boolean {
  if ('public' in access) return true;
  if (actor.kind === 'user') return 'signedIn' in access || access.roles.includes(actor.role);
  if (actor.kind !== 'key' || 'signedIn' in access || access.scope === null) return false;
  return holdsScope(actor.scopes, access.scope, actor.publishable);
}

function holdsScope(held: readonly Scope[], needed: Scope, publishable: boolean): boolean {
  // A publishable key can be read by everyone, so that nothing but this scope counts, whatever it was given.
  if (publishable) return needed === 'track:client' && held.includes('track:client');
  if (held.includes('admin') || held.includes(needed)) return true;
  return needed === 'track:client' && held.includes('track');
}

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses writes with a cookie that another site made the browser send; it says so in these headers. */
export function refuseCrossSite({ method, headers, ownOrigins }: AccessRequest): void {
  if (SAFE_METHODS.has(method)) return;
  if (headers.origin === undefined ? headers['sec-fetch-site'] === 'same-origin' : ownOrigins.includes(headers.origin)) return;
  throw new Refusal('cross_site_refused');
}

function refuseForeignOrigin(caller: Caller, { headers }: AccessRequest): void {
  if (headers.origin === undefined || !isOriginAllowed(headers.origin, caller.origins)) {
    throw new Refusal('origin_not_allowed', [
      {
        path: 'headers.origin',
        rule: 'origin',
        message: { en: `The origin is ${headers.origin ?? 'missing'}.`, fr: `L'origine est ${headers.origin ?? 'absente'}.` },
        ...(caller.origins[0] === undefined ? {} : { example: caller.origins[0] }),
      },
    ]);
  }
}

/** Exact origins, or `https://*.example.com` for every host below. */
export function isOriginAllowed(origin: string, allowed: readonly string[]): boolean {
  return allowed.some((pattern) => {
    const [scheme, rest] = pattern.split('://*');
    if (rest === undefined) return pattern === origin;
    return origin.startsWith(`${scheme}://`) && origin.endsWith(rest) && origin.length > `${scheme}://${rest}`.length;
  });
}
