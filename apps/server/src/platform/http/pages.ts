import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from './language.ts';
import { pagePolicy } from './security-headers.ts';
import type { Page, PageRequest } from './types.ts';

/** Serves a page made by the server itself. */
export function servePage(
  scope: FastifyInstance,
  path: string,
  guard: (request: FastifyRequest, reply: FastifyReply) => void,
  answer: (request: PageRequest) => Promise<Page>,
): void {
  scope.get(path, { config: { routeId: `page ${path}` } }, async (request, reply) => {
    guard(request, reply);
    const page = await answer({ language: languageFor(request), query: request.query as Record<string, unknown> });
    reply.code(page.status).type('text/html; charset=utf-8');
    reply.header('content-security-policy', pagePolicy(page.allow));
    reply.header('cache-control', 'no-store');
    return reply.send(page.html);
  });
}

function languageFor(request: FastifyRequest): PageRequest['language'] {
  const chosen = (request.query as Record<string, unknown>)['lang'];
  return chosen === 'fr' || chosen === 'en' ? chosen : languageOf(request.headers['accept-language']);
}
