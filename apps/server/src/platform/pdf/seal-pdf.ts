import type { Instant } from '@cordee/core/time';
import { PDF, type Signer, type TimestampAuthority } from '@libpdf/core';

/**
 * Whoever signs: with a key of our own (`own-signer.ts`), or elsewhere, such as a trust provider or a device that keeps the key to itself. It is
 * given what is to be signed and answers the signature, PKCS #1 for RSA, DER for an elliptic curve.
 */
export type PdfSigner = Signer;

interface Sealing {
  readonly at: Instant;
  readonly reason: string;
  readonly timestamper?: TimestampAuthority | null;
}

/** In bytes: certificates of a chain and a signature need less; a time stamp brings a chain of its own. */
const room = { plain: 8192, stamped: 24_576 };

/** Seals a finished document (PAdES B-B, or B-T with a time stamp; CAdES detached): it is added to, never changed. Any byte changed later shows. */
export async function sealPdf(
  bytes: Uint8Array,
  signer: PdfSigner,
  { at, reason, timestamper = null }: Sealing,
): Promise<Buffer> {
  const document = await PDF.load(bytes);
  const sealed = await document.sign({
    signer,
    reason,
    level: timestamper === null ? 'B-B' : 'B-T',
    digestAlgorithm: 'SHA-256',
    signingTime: new Date(at),
    fieldName: 'Seal',
    estimatedSize: timestamper === null ? room.plain : room.stamped,
    ...(timestamper !== null && { timestampAuthority: timestamper }),
  });
  return Buffer.from(sealed.bytes);
}
