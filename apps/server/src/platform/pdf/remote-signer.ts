import { hash, verify, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import type { Outbound } from '../outbound/index.ts';
import type { PdfSigner } from './seal-pdf.ts';

interface RemoteSealing {
  /** Where digests are sent to be signed. */
  readonly url: string;
  /** Sent as a bearer token. */
  readonly secret: string;
  /** PEM: the certificate that signs, then those above it. */
  readonly certificates: string;
}

/** Nothing was sealed: whoever signs elsewhere is away, or answered what its certificate does not vouch for. */
export class SealError extends Error {
  override readonly name = 'SealError';
}

const answer = z.object({ signature: z.base64() });
const TIMEOUT_MS = 15_000;

/**
 * Somebody elsewhere who keeps the key to itself. It is sent the SHA-256 digest of what is to be signed, and its answer is checked against
 * the certificate before it is used. Throws SealError at once for certificates that cannot sign; `sign` throws it, or OutboundError.
 */
export function remoteSigner({ url, secret, certificates }: RemoteSealing, outbound: Outbound, now: () => number): PdfSigner {
  const [own, ...above] = readCertificates(certificates);
  const keyType = own?.publicKey.asymmetricKeyType;
  if (own === undefined || (keyType !== 'rsa' && keyType !== 'ec')) {
    throw new SealError('the certificate to seal with has no RSA key and none on an elliptic curve');
  }
  return {
    certificate: new Uint8Array(own.raw),
    certificateChain: above.map(({ raw }) => new Uint8Array(raw)),
    ...(keyType === 'rsa'
      ? { keyType: 'RSA' as const, signatureAlgorithm: 'RSASSA-PKCS1-v1_5' as const }
      : { keyType: 'EC' as const, signatureAlgorithm: 'ECDSA' as const }),
    async sign(data, algorithm) {
      if (algorithm !== 'SHA-256') throw new SealError(`no digest ${algorithm} is asked for here`);
      if (now() < own.validFromDate.getTime() || now() > own.validToDate.getTime()) {
        throw new SealError('the certificate to seal with is not valid today');
      }
      const { status, body } = await outbound(url, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ algorithm, digest: hash('sha256', data, 'base64') }),
        timeoutMs: TIMEOUT_MS,
        maxBytes: 64 * 1024,
      });
      if (status !== 200) throw new SealError(`whoever seals answered ${status}`);
      const signature = signatureIn(body);
      if (!verify('sha256', data, own.publicKey, signature)) throw new SealError('the seal does not fit its certificate');
      return new Uint8Array(signature);
    },
  };
}

function signatureIn(body: Buffer): Buffer {
  try {
    return Buffer.from(answer.parse(JSON.parse(body.toString('utf8'))).signature, 'base64');
  } catch {
    throw new SealError('whoever seals answered something else than a signature');
  }
}

function readCertificates(text: string): X509Certificate[] {
  const found = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  try {
    return found.map((pem) => new X509Certificate(pem));
  } catch {
    throw new SealError('the certificate to seal with cannot be read');
  }
}
