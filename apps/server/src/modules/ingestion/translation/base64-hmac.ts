import { createHmac, timingSafeEqual } from 'node:crypto';
import { Refusal } from '../../../platform/refusal.ts';

/** Checks a base64 HMAC-SHA256 of the raw bytes, as Shopify and WooCommerce sign. Refuses `signature_invalid`. */
export function verifyBase64Hmac(rawBody: Buffer, header: string | undefined, secret: string): void {
  const expected = createHmac('sha256', secret).update(rawBody).digest();
  const given = Buffer.from(header ?? '', 'base64');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new Refusal('signature_invalid');
}
