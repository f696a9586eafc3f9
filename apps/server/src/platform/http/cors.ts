import type { Route } from '@cordee/contract/route';
import type { FastifyReply } from 'fastify';

/** Whether pages of other origins may call the route: only those made for publishable keys. */
export function isCrossOrigin(route: Route): boolean {
  return 'scope' in route.access && route.access.scope === 'track:client';
}

/** Lets the page that asked read the answer; no cookie ever goes with it. */
export function allowOrigin(reply: FastifyReply, origin: string | undefined): void {
  if (origin === undefined) return;
  reply.header('access-control-allow-origin', origin);
  reply.header('access-control-expose-headers', 'x-request-id, retry-after');
  reply.header('cross-origin-resource-policy', 'cross-origin');
  reply.header('vary', 'Origin');
}

/** The answer to a browser's question beforehand: any origin may try, the key decides when it does. */
export function answerPreflight(reply: FastifyReply, origin: string | undefined, method: string): FastifyReply {
  allowOrigin(reply, origin);
  reply.header('access-control-allow-methods', method);
  reply.header('access-control-allow-headers', 'authorization, content-type, idempotency-key, accept-language');
  reply.header('access-control-max-age', '86400');
  return reply.code(204).send();
}
