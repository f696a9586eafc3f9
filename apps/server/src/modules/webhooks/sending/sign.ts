import { randomBytes } from 'node:crypto';
import type { Instant } from '@cordee/core/time';
import { Webhook } from 'standardwebhooks';

const SECRET_BYTES = 32;

/** `whsec_` and 256 random bits. */
export function newSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
}

/** The headers of Standard Webhooks: one signature for each secret, any of which the receiver may know. */
export function signedHeaders(secrets: readonly string[], id: string, at: Instant, body: string): Record<string, string> {
  const sent = new Date(at);
  return {
    ...plainHeaders(id),
    'webhook-timestamp': String(Math.floor(at / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, sent, body)).join(' '),
  };
}

/** What is the same on every try. */
export function plainHeaders(id: string): Record<string, string> {
  return { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'Cordee-Webhooks', 'webhook-id': id };
}
