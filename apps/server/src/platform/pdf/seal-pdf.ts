import type { Instant } from '@cordee/core/time';
import { PDF, type Signer } from '@libpdf/core';

/**
 * Whoever signs: with a key of our own (`own-signer.ts`), or elsewhere, such as a trust provider or a device that keeps the key to itself. It is
 * given what is to be signed and answers the signature, PKCS #1 for RSA, DER for an elliptic curve.
 */
export type PdfSigner = Signer;

/** In bytes: certificates of a chain and a signature need less. */
const room = 8192;

/** Seals a finished document (PAdES B-B, CAdES detached): it is added to, never changed. Any byte changed later shows. */
export async function sealPdf(
  bytes: Uint8Array,
  signer: PdfSigner,
  { at, reason }: { readonly at: Instant; readonly reason: string },
): Promise<Buffer> {
  const document = await PDF.load(bytes);
  const sealed = await document.sign({
    signer,
    reason,
    level: 'B-B',
    digestAlgorithm: 'SHA-256',
    signingTime: new Date(at),
    fieldName: 'Seal',
    estimatedSize: room,
  });
  return Buffer.from(sealed.bytes);
}
