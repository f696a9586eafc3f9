import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

export type ServeScript = (request: IncomingMessage, response: ServerResponse) => boolean;

const PATH = '/t.js';
/** Short enough that a new version reaches every page within the hour, and an old one goes on working meanwhile. */
const CACHE = 'public, max-age=3600, stale-while-revalidate=86400';

/** Serves the browser script at /t.js, held in memory plain and compressed; told of each page that loads it. */
export function createScript(code: string, onHit: (request: IncomingMessage) => void = () => undefined): ServeScript {
  const plain = Buffer.from(code);
  const packed = gzipSync(plain, { level: 9 });
  const tag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  const shared = {
    'Content-Type': 'text/javascript; charset=utf-8',
    'Cache-Control': CACHE,
    ETag: tag,
    Vary: 'Accept-Encoding',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Access-Control-Allow-Origin': '*',
  };
  return (request, response) => {
    const url = request.url ?? '';
    if (!url.startsWith(PATH) || (url.length > PATH.length && url.charAt(PATH.length) !== '?')) return false;
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    onHit(request);
    if (asksFor(request.headers['if-none-match'], tag)) {
      response.writeHead(304, shared).end();
      return true;
    }
    const isPacked = /\bgzip\b(?!;\s*q=0(?:\.0*)?(?:,|$))/.test(request.headers['accept-encoding'] ?? '');
    const body = isPacked ? packed : plain;
    const encoding = isPacked ? { 'Content-Encoding': 'gzip' } : {};
    response.writeHead(200, { ...shared, ...encoding, 'Content-Length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
    return true;
  };
}

function asksFor(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header === '*' || header.split(',').some((part) => part.trim().replace(/^W\//, '') === tag);
}
