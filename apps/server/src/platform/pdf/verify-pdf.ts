import { createHash, verify, X509Certificate } from 'node:crypto';
import { readCms, type ReadCms } from './read-cms.ts';
import { readTimestamp } from './read-timestamp.ts';

export const signatureFaults = [
  'range',
  'unreadable',
  'not_canonical',
  'document_changed',
  'signature_wrong',
  'certificate_wrong',
  'timestamp_wrong',
] as const;
/** What is wrong with a signature. */
export type SignatureFault = (typeof signatureFaults)[number];

export interface VerifiedSignature {
  /** From 1, in the order they were made. */
  readonly number: number;
  readonly faults: readonly SignatureFault[];
  readonly reason: string | null;
  /** As the signer's clock said, in ISO 8601; null when it cannot be read. */
  readonly signedAt: string | null;
  /** What an authority said of the time. */
  readonly stampedAt: string | null;
  readonly signer: string | null;
  /** SHA-256 of the certificate, in hexadecimal. */
  readonly certificateSha256: string | null;
  /** How many bytes from the start it covers: what stands behind was added later. */
  readonly coversTo: number;
}

export interface PdfVerdict {
  readonly sha256: string;
  readonly length: number;
  readonly signatures: readonly VerifiedSignature[];
  /** Whether the last signature covers the whole file; if not, something was added behind it. */
  readonly isWhole: boolean;
  /** There are signatures, all are as they were made, and nothing was added behind the last. Whose key it was is another question. */
  readonly isIntact: boolean;
}

const RANGE = /\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/gu;

/** Checks every signature of a document: what it covers, that it was not changed, the signature itself, and its time stamp. Never throws. */
export function verifyPdf(bytes: Buffer): PdfVerdict {
  const ranges = Array.from(bytes.toString('latin1').matchAll(RANGE), (found) => found.slice(1).map(Number));
  const sorted = ranges.toSorted((left, right) => endOf(left) - endOf(right));
  const signatures = sorted.map((range, index) => verifyOne(bytes, range, index + 1));
  const last = signatures.at(-1);
  const isWhole = last !== undefined && last.coversTo === bytes.length;
  const isIntact = isWhole && signatures.every(({ faults }) => faults.length === 0);
  return { sha256: createHash('sha256').update(bytes).digest('hex'), length: bytes.length, signatures, isWhole, isIntact };
}

/** The tokens of time stamping authorities in a document, DER, with the number of the signature each belongs to. */
export function timestampsOf(bytes: Buffer): { signature: number; token: Buffer }[] {
  const ranges = Array.from(bytes.toString('latin1').matchAll(RANGE), (found) => found.slice(1).map(Number));
  const sorted = ranges.toSorted((left, right) => endOf(left) - endOf(right));
  return sorted.flatMap(([, length = 0, next = 0], index) => {
    const der = derIn(bytes.subarray(length, next).toString('latin1'));
    const token = der === null ? null : (readCms(der)?.timestamp ?? null);
    return token === null ? [] : [{ signature: index + 1, token }];
  });
}

function endOf(range: readonly number[]): number {
  return (range[2] ?? 0) + (range[3] ?? 0);
}

const nothing = { reason: null, signedAt: null, stampedAt: null, signer: null, certificateSha256: null } as const;

function verifyOne(bytes: Buffer, range: readonly number[], number: number): VerifiedSignature {
  try {
    return readOne(bytes, range, number);
  } catch {
    // What is no certificate, or no key.
    return { ...nothing, number, faults: ['unreadable'], coversTo: endOf(range) };
  }
}

function readOne(bytes: Buffer, range: readonly number[], number: number): VerifiedSignature {
  const [start = 0, length = 0, next = 0, rest = 0] = range;
  const coversTo = next + rest;
  if (start !== 0 || next < length + 2 || coversTo > bytes.length || length === 0)
    return { ...nothing, number, faults: ['range'], coversTo };
  const hex = bytes.subarray(length, next).toString('latin1');
  const read = derIn(hex);
  if (read === null) return { ...nothing, number, faults: ['not_canonical'], coversTo };
  const cms = readCms(read);
  if (cms === null) return { ...nothing, number, faults: ['unreadable'], coversTo };
  const content = Buffer.concat([bytes.subarray(0, length), bytes.subarray(next, coversTo)]);
  const stamp = cms.timestamp === null ? null : readTimestamp(cms.timestamp, cms.signature);
  const faults = [...faultsOf(cms, content), ...(cms.timestamp !== null && stamp === null ? ['timestamp_wrong' as const] : [])];
  return {
    number,
    faults,
    coversTo,
    reason: reasonBefore(bytes, length),
    signedAt: cms.signedAt,
    stampedAt: stamp,
    signer:
      new X509Certificate(cms.certificate).subject
        .split('\n')
        .find((line) => line.startsWith('CN='))
        ?.slice(3) ?? null,
    certificateSha256: createHash('sha256').update(cms.certificate).digest('hex'),
  };
}

function faultsOf(cms: ReadCms, content: Buffer): SignatureFault[] {
  const faults: SignatureFault[] = [];
  if (!cms.isCanonical) faults.push('not_canonical');
  if (!createHash('sha256').update(content).digest().equals(cms.digest)) faults.push('document_changed');
  if (!createHash('sha256').update(cms.certificate).digest().equals(cms.certificateHash)) faults.push('certificate_wrong');
  const { publicKey } = new X509Certificate(cms.certificate);
  if (!verify('sha256', cms.signedAttributes, publicKey, cms.signature)) faults.push('signature_wrong');
  return faults;
}

/** The signature between its brackets, in one case, with nothing but zeros behind it: no byte of it may be another one. */
function derIn(hole: string): Buffer | null {
  const hex = hole.slice(1, -1);
  if (!hole.startsWith('<') || !hole.endsWith('>') || !(/^[0-9A-F]*$/u.test(hex) || /^[0-9a-f]*$/u.test(hex))) return null;
  const bytes = Buffer.from(hex, 'hex');
  if (bytes.length * 2 !== hex.length || bytes.length < 4) return null;
  const lengthBytes = (bytes[1] ?? 0) & 0x7f;
  if (lengthBytes < 1 || lengthBytes > 4) return null;
  const end = 2 + lengthBytes + bytes.readUIntBE(2, lengthBytes);
  return end > bytes.length || bytes.subarray(end).some((byte) => byte !== 0) ? null : bytes.subarray(0, end);
}

/** The words of the signature stand in the dictionary around it; what is found is covered by it. */
function reasonBefore(bytes: Buffer, hole: number): string | null {
  const around = bytes.subarray(Math.max(0, bytes.lastIndexOf(' obj', hole)), hole + 100_000).toString('latin1');
  const found = /\/Reason\s*(?:<([0-9A-Fa-f]*)>|\(((?:\\.|[^\\)])*)\))/su.exec(around.slice(0, around.indexOf('endobj')));
  if (found === null) return null;
  const raw = found[1] === undefined ? literal(found[2] ?? '') : Buffer.from(found[1], 'hex');
  return raw[0] === 0xfe && raw[1] === 0xff ? Buffer.from(raw.subarray(2)).swap16().toString('utf16le') : raw.toString('latin1');
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function literal(text: string): Buffer {
  const plain = text.replaceAll(/\\([0-7]{1,3}|.)/gsu, (_, code: string) => {
    return /^[0-7]/u.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code);
  });
  return Buffer.from(plain, 'latin1');
}
