import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fastifyStatic } from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { screenPolicy } from './security-headers.ts';

/** Where a person may arrive: each answers with the one document, and the script in it shows the screen. */
const ADDRESSES = ['/', '/sign-in', '/setup', '/invitation', '/console', '/console/*', '/portal', '/portal/*', '/account'];

/** What the document says instead of a nonce, until it is sent. */
const NONCE_MARK = '__nonce__';

/** Serves the built screens: files named by their content for ever, the document anew with a nonce each time. */
export function serveScreens(server: FastifyInstance, folder: string): void {
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
  serveEach(server, (reply) => {
    const nonce = randomBytes(16).toString('base64');
    reply.header('content-security-policy', screenPolicy(nonce));
    return reply.type('text/html; charset=utf-8').send(parts.join(nonce));
  });
}

function serveAbsence(server: FastifyInstance): void {
  serveEach(server, (reply) =>
    reply
      .code(503)
      .type('text/plain; charset=utf-8')
      .send(
        'The screens are not built: run `npm run build -w apps/web`, then start again.\n' +
          'Les écrans ne sont pas construits : lancez `npm run build -w apps/web`, puis redémarrez.\n',
      ),
  );
}

function serveEach(server: FastifyInstance, send: (reply: FastifyReply) => FastifyReply): void {
  for (const address of ADDRESSES) {
    server.get(address, { config: { routeId: `screen ${address}` } }, (_request, reply) => {
      // The address of the set-up and invitation screens holds a one-time token; nothing of it is kept or passed on.
      reply.header('cache-control', 'no-store');
      return send(reply);
    });
  }
}
