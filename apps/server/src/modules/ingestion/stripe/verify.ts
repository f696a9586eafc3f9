import { Stripe } from 'stripe';
import type { Instant } from '@cordee/core/time';
import { Refusal } from '../../../platform/refusal.ts';

const toleranceSeconds = 300;

/**
 * Checks `Stripe-Signature` over the raw bytes. Refuses `signature_invalid`, and `timestamp_out_of_range` for a signed time more
 * than 300 s old or ahead (the package itself accepts any future time).
 */
export function verifyStripe(rawBody: Buffer, header: string | undefined, secret: string, now: Instant): void {
  const at = signedAt(header);
  if (at === null) throw new Refusal('signature_invalid');
  const verifier = Stripe.webhooks.signature;
  if (verifier === null) throw new Error('the Stripe package cannot verify signatures here');
  try {
    verifier.verifyHeader(rawBody, header ?? '', secret, 0);
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) throw new Refusal('signature_invalid');
    throw error;
  }
  // Tolerance 0 above leaves time to us: by our own clock, in both directions.
  if (Math.abs(now / 1000 - at) > toleranceSeconds) throw new Refusal('timestamp_out_of_range');
}

function signedAt(header: string | undefined): number | null {
  const match = /(?:^|,)\s*t=(\d{1,12})(?:,|$)/.exec(header ?? '');
  return match === null ? null : Number(match[1]);
}
