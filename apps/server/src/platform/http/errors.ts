import type { ErrorCode, FieldFault } from '@cordee/contract/errors';
import type { Route } from '@cordee/contract/route';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from './language.ts';
import { PROBLEM_TYPE, problemOf, refusalOf } from './problem.ts';
import { RateLimited, sayLimits } from './serve-route.ts';

/** Every refusal and every fault, as problem details; unknown addresses and methods included. */
export function serveErrors(fastify: FastifyInstance, routes: readonly Route[]): void {
  fastify.setErrorHandler(answerError);

  const methodsAt = methodFinder(routes);
  fastify.setNotFoundHandler((request, reply) => {
    const methods = methodsAt(request.url.split('?')[0] ?? '');
    if (methods.length === 0 || methods.includes(request.method)) return sendProblem(request, reply, 'not_found', []);
    reply.header('allow', methods.join(', '));
    return sendProblem(request, reply, 'method_not_allowed', []);
  });
}

export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = refusalOf(error);
  if (refusal === null) request.log.error({ err: error, requestId: request.id }, 'fault');
  else if (refusal.code === 'unavailable') request.log.warn({ err: error, requestId: request.id }, 'unavailable');
  if (error instanceof RateLimited) {
    sayLimits(reply, error.verdict);
    reply.header('retry-after', String(error.verdict.retryAfter));
  }
  return sendProblem(request, reply, refusal?.code ?? 'internal', refusal?.fields ?? []);
}

function sendProblem(request: FastifyRequest, reply: FastifyReply, code: ErrorCode, fields: readonly FieldFault[]): FastifyReply {
  const problem = problemOf(code, fields, languageOf(request.headers['accept-language']), request.id);
  if (code === 'unavailable' && !reply.hasHeader('retry-after')) reply.header('retry-after', '5');
  if (code === 'unauthenticated') reply.header('www-authenticate', 'Bearer');
  // What is left of an unread body would be taken for the next request.
  if (problem.status === 413) reply.header('connection', 'close');
  return reply.code(problem.status).type(PROBLEM_TYPE).send(JSON.stringify(problem));
}

/** The methods the contract knows at an address; asked only once nothing was found there. */
function methodFinder(routes: readonly Route[]): (path: string) => string[] {
  return (path) => routes.filter((route) => patternOf(route.path).test(path)).map(({ method }) => method);
}

function patternOf(path: string): RegExp {
  const escaped = path
    .split('/')
    .map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
    .join('/');
  return new RegExp(`^${escaped}$`);
}
