import type { Instant } from '@cordee/core/time';
import { Webhook } from 'standardwebhooks';
import { isSameSecret } from '../../../platform/crypto/index.ts';
import { Refusal } from '../../../platform/refusal.ts';

const toleranceSeconds = 300;

export interface SignedHeaders {
  readonly id: string | undefined;
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
}

/**
 * Checks a body signed as https://www.standardwebhooks.com says (id, time and body). Refuses `signature_invalid`, and
 * `timestamp_out_of_range` for a time more than 300 s away in either direction.
 */
export function verifyGeneric(rawBody: Buffer, { id, timestamp, signature }: SignedHeaders, secret: string, now: Instant): void {
  const at = /^\d{1,12}$/.test(timestamp ?? '') ? Number(timestamp) : null;
  if (id === undefined || at === null || signature === undefined) throw new Refusal('signature_invalid');
  const webhook = openWebhook(secret);
  // `sign` is the package's own arithmetic; its `verify` reads the machine's clock, ours is passed in.
  const [, expected] = webhook.sign(id, new Date(at * 1000), rawBody).split(',');
  const given = signature.split(' ').flatMap((part) => (part.startsWith('v1,') ? [part.slice(3)] : []));
  if (expected === undefined || !given.some((one) => isSameSecret(one, expected))) throw new Refusal('signature_invalid');
  if (Math.abs(now / 1000 - at) > toleranceSeconds) throw new Refusal('timestamp_out_of_range');
}

/** A secret is base64 behind `whsec_`, as the standard writes them; any other text is taken as it is. */
export function openWebhook(secret: string): Webhook {
  return secret.startsWith('whsec_') ? new Webhook(secret) : new Webhook(secret, { format: 'raw' });
}
