import type { Access, Role, Route, Scope } from '@cordee/contract/route';
import { roles, scopes } from '@cordee/contract/route';
import { exampleOf } from '@cordee/contract/schema-example';

/** Somebody who calls: what the declared access of a route should make of them is said here, apart from the code that does it. */
export type CallerKind =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'session'; readonly role: Role }
  | { readonly kind: 'key'; readonly scope: Scope }
  | { readonly kind: 'publishable' };

export const callerKinds: readonly CallerKind[] = [
  { kind: 'nobody' },
  ...roles.map((role) => ({ kind: 'session', role }) as const),
  ...scopes.filter((scope) => scope !== 'track:client').map((scope) => ({ kind: 'key', scope }) as const),
  { kind: 'publishable' },
];

export function callerName(caller: CallerKind): string {
  if (caller.kind === 'session') return `session of ${caller.role}`;
  return caller.kind === 'key' ? `key of scope ${caller.scope}` : caller.kind;
}

export function shouldPass(access: Access, caller: CallerKind): boolean {
  if ('public' in access) return true;
  if (caller.kind === 'nobody') return false;
  if (caller.kind === 'session') return 'signedIn' in access || access.roles.includes(caller.role);
  if ('signedIn' in access || access.scope === null) return false;
  if (caller.kind === 'publishable') return access.scope === 'track:client';
  if (caller.scope === 'admin' || caller.scope === access.scope) return true;
  return access.scope === 'track:client' && caller.scope === 'track';
}

export interface RouteCall {
  readonly path: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
  /** Ids in the path, which belong to the workspace of the fixtures. */
  readonly usesFixtures: boolean;
}

/**
 * A right call of a route: ids of the path are fixtures by prefix, the body is the example its schema gives. Throws when a
 * route cannot be called so: a fixture or an example is missing.
 */
export function callOf(route: Route, fixtures: Readonly<Record<string, string>>): RouteCall {
  const params = (route.params === undefined ? {} : exampleOf(route.params)) as Record<string, string> | undefined;
  if (params === undefined) throw new Error(`${route.id}: its path parameters have no examples`);
  let usesFixtures = false;
  const path = route.path.replace(/:([A-Za-z]+)/g, (_, name: string) => {
    const example = params[name] ?? '';
    const prefix = /^([a-z]{3})_[0-9a-z]{26}$/.exec(example)?.[1];
    if (prefix === undefined) return example;
    const fixture = fixtures[prefix];
    if (fixture === undefined) throw new Error(`${route.id}: no fixture for ids beginning with ${prefix}_`);
    usesFixtures = true;
    return fixture;
  });
  const type = route.rawBody?.types[0];
  if (type !== undefined) return { path: path + queryOf(route), body: 'x', headers: { 'content-type': type }, usesFixtures };
  return { path: path + queryOf(route), body: bodyOf(route), headers: {}, usesFixtures };
}

function queryOf(route: Route): string {
  if (route.query === undefined) return '';
  const query = exampleOf(route.query);
  if (query === undefined) throw new Error(`${route.id}: what its query requires has no examples`);
  return `?${new URLSearchParams(query as Record<string, string>).toString()}`;
}

function bodyOf(route: Route): unknown {
  const { body } = route;
  if (body === undefined) return undefined;
  // The least that may be sent; where that is nothing but a change is wanted, all that may.
  const examples = [exampleOf(body), exampleOf(body, true)];
  const example = examples.find((candidate) => body.safeParse(candidate).success);
  if (example === undefined) throw new Error(`${route.id}: its body has no valid example: ${JSON.stringify(examples)}`);
  return example;
}
