import { Transform, type Readable } from 'node:stream';
import type { Route } from '@cordee/contract/route';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../refusal.ts';
import { parseJsonBody } from './json-body.ts';

/** Bodies of routes without a `rawBody`. */
export const JSON_BODY_LIMIT = 1024 * 1024;

type Parsed = (error: Error | null, body?: unknown) => void;

/** JSON, and nothing else; no body at all where clients name its type out of habit. */
export function acceptJson(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    (request: FastifyRequest, body: string | Buffer, done: Parsed) => {
      try {
        done(null, body === '' ? undefined : parseJsonBody(String(body), request.routeOptions.config.exampleBody));
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
  );
}

/** The bytes of the listed types, whole or as a stream that ends in `body_too_large` beyond the limit. */
export function acceptRaw(scope: FastifyInstance, rawBody: NonNullable<Route['rawBody']>): void {
  scope.removeAllContentTypeParsers();
  for (const type of rawBody.types) {
    if (rawBody.as === 'stream') {
      scope.addContentTypeParser(type, (_request: FastifyRequest, payload: Readable, done: Parsed) => {
        done(null, limited(payload, rawBody.maxBytes));
      });
    } else {
      const options = { parseAs: 'buffer' as const, bodyLimit: rawBody.maxBytes };
      scope.addContentTypeParser(type, options, (_request: FastifyRequest, body: string | Buffer, done: Parsed) =>
        done(null, body),
      );
    }
  }
}

function limited(payload: Readable, maxBytes: number): Readable {
  let seen = 0;
  const guard = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > maxBytes) done(new Refusal('body_too_large'));
      else done(null, chunk);
    },
  });
  payload.on('error', (error) => guard.destroy(error));
  payload.on('aborted', () => guard.destroy(new Refusal('malformed_request')));
  return payload.pipe(guard);
}
