import type { Instant } from '@cordee/core/time';
import { CryptoKeySigner } from '@libpdf/core';
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { randomBytes } from 'node:crypto';
import type { PdfSigner } from './seal-pdf.ts';

/** A key to seal with, as it is kept. */
export interface SealKey {
  /** PKCS #8, in base64: a secret. */
  readonly privateKey: string;
  /** X.509, DER. */
  readonly certificate: Buffer;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const YEARS = 20;

/**
 * Makes a key on the curve P-256 and a certificate it signs itself, in the name of the company: it tells that documents come from this
 * installation and were not changed. Who vouches for the company it does not tell.
 */
export async function makeSealKey(organisation: string, at: Instant): Promise<SealKey> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const from = new Date(at);
  // Names in certificates have 64 characters at most (RFC 5280).
  const name = Array.from(organisation)
    .slice(0, 64 - ', Cordée'.length)
    .join('');
  const certificate = await X509CertificateGenerator.createSelfSigned({
    // Positive, and of no more than twenty octets (RFC 5280).
    serialNumber: `01${randomBytes(15).toString('hex')}`,
    name: [{ O: [name] }, { CN: [`${name}, Cordée`] }],
    notBefore: from,
    notAfter: new Date(Date.UTC(from.getUTCFullYear() + YEARS, from.getUTCMonth(), 1)),
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  const privateKey = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  return { privateKey, certificate: Buffer.from(certificate.rawData) };
}

/** A signer with a key of our own. */
export async function ownSigner({ privateKey, certificate }: SealKey): Promise<PdfSigner> {
  const key = await crypto.subtle.importKey('pkcs8', Buffer.from(privateKey, 'base64'), algorithm, false, ['sign']);
  return new CryptoKeySigner(key, certificate, 'EC', 'ECDSA');
}

/** A certificate as tools read it. */
export function pemOf(certificate: Buffer): string {
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
