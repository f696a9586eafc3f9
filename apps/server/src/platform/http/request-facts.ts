import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Route } from '@cordee/contract/route';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../context.ts';
import type { IdempotencySlot } from '../idempotency.ts';
import { Refusal } from '../refusal.ts';

const GIVEN_ID = /^[A-Za-z0-9._-]{8,64}$/;

/** The id a proxy or client gave the request when it is a decent one, else a new one. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && GIVEN_ID.test(given) ? given : randomUUID();
}

/** `https://example.com` as the caller reached us. */
export function originOf(request: FastifyRequest): string {
  return `${request.protocol}://${request.host}`;
}

/** The origins a session may write from. */
export function ownOrigins(options: { readonly ownOrigins?: readonly string[] }, request: FastifyRequest): string[] {
  return [originOf(request), ...(options.ownOrigins ?? [])];
}

/** Who acts, as a name that stays the same from one request to the next. */
export function actorName(actor: Actor): string {
  if (actor.kind === 'user') return `user ${actor.userId}`;
  if (actor.kind === 'key') return `key ${actor.keyId}`;
  return actor.kind === 'hook' ? `hook ${actor.connectionId}` : `system ${actor.job}`;
}

const KEY = /^[\x21-\x7e]{1,200}$/;

/** The slot of a request that carries an Idempotency-Key on a route that honours it. */
export function idempotencySlot(route: Route, request: FastifyRequest, actor: Actor): IdempotencySlot | undefined {
  if (route.idempotency !== 'key') return undefined;
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !KEY.test(key)) {
    throw new Refusal('invalid_request', [
      {
        path: 'headers.idempotency-key',
        rule: 'format',
        message: {
          en: '1 to 200 visible ASCII characters are expected.',
          fr: '1 à 200 caractères ASCII visibles sont attendus.',
        },
        example: '7b0c1f5e-0b53-4a44-9d2e-1d2f7a0f1c11',
      },
    ]);
  }
  const inputHash = createHash('sha256')
    .update(`${actorName(actor)}\n${request.method} ${request.url}\n`)
    .update(Buffer.isBuffer(request.body) ? request.body : (canonicalJson(request.body) ?? ''))
    .digest();
  return { key, route: route.id, inputHash, uses: 0, replayed: false };
}

// The same body may come back with its keys in another order.
function canonicalJson(value: unknown): string | undefined {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)));
  });
}
