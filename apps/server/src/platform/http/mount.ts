import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { originOf } from './request-facts.ts';

/** Everything below `prefix` goes to a handler of web requests. */
export function mountHandler(
  scope: FastifyInstance,
  prefix: string,
  guard: (request: FastifyRequest, reply: FastifyReply) => void,
  handler: (request: Request) => Promise<Response>,
): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  scope.route({
    method: ['GET', 'POST'],
    url: `${prefix}/*`,
    config: { routeId: `mount ${prefix}` },
    handler: async (request, reply) => {
      guard(request, reply);
      return send(reply, await handler(webRequest(request)));
    },
  });
}

function webRequest(request: FastifyRequest): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one);
  }
  // The library counts and records by this header; a client may not choose it.
  headers.set('x-forwarded-for', request.ip);
  const body = Buffer.isBuffer(request.body) ? { body: new Uint8Array(request.body) } : {};
  return new Request(`${originOf(request)}${request.url}`, { method: request.method, headers, ...body });
}

async function send(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  reply.code(response.status);
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie' && name !== 'content-length') reply.header(name, value);
  }
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  return reply.send(Buffer.from(await response.arrayBuffer()));
}
