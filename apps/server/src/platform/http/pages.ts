import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from './language.ts';
import { originOf } from './request-facts.ts';
import { pagePolicy } from './security-headers.ts';
import type { Page, PageRequest } from './types.ts';

const FORM_LIMIT = 64 * 1024;

/** Serves a page; forms arrive as their fields. */
export function servePage(
  scope: FastifyInstance,
  method: 'GET' | 'POST',
  path: string,
  guard: (request: FastifyRequest, reply: FastifyReply) => void,
  answer: (request: PageRequest) => Promise<Page>,
): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: FORM_LIMIT },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  scope.route({
    method,
    url: path,
    config: { routeId: `page ${path}` },
    handler: async (request, reply) => {
      guard(request, reply);
      const page = await answer(pageRequest(request));
      reply.code(page.status).type('text/html; charset=utf-8');
      reply.header('content-security-policy', pagePolicy(page.allow));
      reply.header('cache-control', 'no-store');
      return reply.send(page.html);
    },
  });
}

function pageRequest(request: FastifyRequest): PageRequest {
  const query = textFields(request.query);
  const chosen = query['lang'];
  return {
    query,
    form: textFields(request.body),
    language: chosen === 'fr' || chosen === 'en' ? chosen : languageOf(request.headers['accept-language']),
    requestId: request.id,
    origin: originOf(request),
  };
}

function textFields(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
