import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fastifyStatic } from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../refusal.ts';
import { allowFraming, screenPolicy } from './security-headers.ts';
import type { EmbedOrigins } from './types.ts';

/** Where a person may arrive: each answers with the one document, and the script in it shows the screen. */
const ADDRESSES = [
  '/',
  '/sign-in',
  '/signed-on',
  '/setup',
  '/invitation',
  '/console',
  '/console/*',
  '/portal',
  '/portal/*',
  '/account',
];

/** What the document says instead of a nonce, until it is sent. */
const NONCE_MARK = '__nonce__';

/** The portal inside the company's own application; the token stands behind `#`, and never comes here. */
const EMBEDDED = ['/embed/:slug', '/embed/:slug/*'];

/**
 * Serves the built screens: files named by their content for ever, the document anew with a nonce each time. Where a workspace lets
 * its portal be framed, the document is served for that too.
 */
export function serveScreens(server: FastifyInstance, folder: string, embedOrigins: EmbedOrigins = async () => null): void {
  const file = join(folder, 'index.html');
  if (!existsSync(file)) return serveAbsence(server);
  const parts = readFileSync(file, 'utf8').split(NONCE_MARK);
  server.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    index: false,
    decorateReply: false,
    immutable: true,
    maxAge: '365d',
    // Otherwise each file read would be asked for by its address on the disk, once a start.
    wildcard: true,
  });
  const send = (reply: FastifyReply, framedBy: readonly string[]) => {
    const nonce = randomBytes(16).toString('base64');
    reply.header('content-security-policy', screenPolicy(nonce, framedBy));
    return reply.type('text/html; charset=utf-8').send(parts.join(nonce));
  };
  serveEach(server, ADDRESSES, (reply) => send(reply, []));
  serveEach(server, EMBEDDED, async (reply, { params }) => {
    const origins = await embedOrigins((params as { slug: string }).slug);
    if (origins === null) throw new Refusal('not_found');
    allowFraming(reply, origins);
    return send(reply, origins);
  });
}

function serveAbsence(server: FastifyInstance): void {
  serveEach(server, [...ADDRESSES, ...EMBEDDED], (reply) =>
    reply
      .code(503)
      .type('text/plain; charset=utf-8')
      .send(
        'The screens are not built: run `npm run build -w apps/web`, then start again.\n' +
          'Les écrans ne sont pas construits : lancez `npm run build -w apps/web`, puis redémarrez.\n',
      ),
  );
}

type Send = (reply: FastifyReply, request: FastifyRequest) => FastifyReply | Promise<FastifyReply>;

function serveEach(server: FastifyInstance, addresses: readonly string[], send: Send): void {
  for (const address of addresses) {
    server.get(address, { config: { routeId: `screen ${address}` } }, (request, reply) => {
      // The address of the set-up and invitation screens holds a one-time token; nothing of it is kept or passed on.
      reply.header('cache-control', 'no-store');
      return send(reply, request);
    });
  }
}
