import type { Instant } from '@cordee/core/time';
import { HttpTimestampAuthority, PDF, type TimestampAuthority } from '@libpdf/core';
import { type Outbound, OutboundError } from '../outbound/index.ts';
import type { PdfSigner } from './seal-pdf.ts';

/** Asked for the time of a signature (RFC 3161). */
export type PdfTimestamper = TimestampAuthority;

export interface PdfSigning {
  readonly at: Instant;
  /** Who signs and how, in words: shown by readers. */
  readonly reason: string;
  /** How the signer is reached. */
  readonly contact: string;
  /** Of this signature among those of the document: `Signature-1`. */
  readonly field: string;
  readonly timestamper?: PdfTimestamper | null;
}

/** In bytes: a signature and its certificate; a time stamp brings a chain of its own. */
const room = { plain: 8192, stamped: 24_576 };

/** Adds a signature behind the document (PAdES B-B, B-T with a time stamp). Signatures before it stay valid: nothing of them changes. */
export async function signPdf(bytes: Uint8Array, signer: PdfSigner, signing: PdfSigning): Promise<Buffer> {
  const { at, reason, contact, field, timestamper } = signing;
  const document = await PDF.load(bytes);
  const stamped = timestamper !== undefined && timestamper !== null;
  const { bytes: signed } = await document.sign({
    signer,
    reason: plain(reason),
    contactInfo: plain(contact),
    level: stamped ? 'B-T' : 'B-B',
    digestAlgorithm: 'SHA-256',
    signingTime: new Date(at),
    fieldName: field,
    estimatedSize: stamped ? room.stamped : room.plain,
    ...(stamped && { timestampAuthority: timestamper }),
  });
  return Buffer.from(signed);
}

/** The library escapes brackets and backslashes twice, so that readers would show a backslash before them. */
function plain(text: string): string {
  return text.replaceAll('(', '[').replaceAll(')', ']').replaceAll('\\', '/');
}

/** An authority somewhere else, called like any address somebody typed in: never one of our own network. */
export function timestampAuthority(url: string, outbound: Outbound): PdfTimestamper {
  const call: typeof globalThis.fetch = async (_, init) => {
    const { status, body } = await outbound(url, {
      method: 'POST',
      headers: Object.fromEntries(new Headers(init?.headers)),
      body: new Uint8Array(await new Response(init?.body ?? null).arrayBuffer()),
      maxBytes: 64 * 1024,
    });
    if (status !== 200) throw new OutboundError('failed', `the time stamping authority answered ${status}`);
    return new Response(new Uint8Array(body), { status });
  };
  return new HttpTimestampAuthority(url, { fetch: call });
}
