import type { FastifyReply } from 'fastify';
import type { Page } from './types.ts';

const NOTHING = "default-src 'none'; frame-ancestors 'none'";

const ALWAYS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** What every answer carries; JSON is never framed, sniffed, nor given a document's rights. */
export function secure(reply: FastifyReply, isHttps: boolean): void {
  reply.headers(ALWAYS);
  reply.header('content-security-policy', NOTHING);
  if (isHttps) reply.header('strict-transport-security', 'max-age=31536000');
}

/** The policy of a page: its own inline styles and scripts by hash, forms and calls to this server only. */
export function pagePolicy(allow: Page['allow']): string {
  const list = (hashes: readonly string[] | undefined) =>
    hashes === undefined ? "'none'" : hashes.map((hash) => `'${hash}'`).join(' ');
  return [
    "default-src 'none'",
    `style-src ${list(allow?.styles)}`,
    `script-src ${list(allow?.scripts)}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Lets these origins, and no others, show the answer in a frame. */
export function allowFraming(reply: FastifyReply, origins: readonly string[]): void {
  if (origins.length === 0) return;
  // Older than the policy, it knows nobody between everyone and no one.
  reply.removeHeader('x-frame-options');
  reply.header('cross-origin-resource-policy', 'cross-origin');
}

/**
 * The policy of the screens: scripts, fonts and calls of this server only; style elements carry the nonce of the answer. `framedBy`
 * are the origins that may show them in a frame.
 */
export function screenPolicy(nonce: string, framedBy: readonly string[] = []): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framedBy.length === 0 ? "'none'" : framedBy.join(' ')}`,
  ].join('; ');
}
