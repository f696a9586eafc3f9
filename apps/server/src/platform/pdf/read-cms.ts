import { fromBER, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import { Certificate, ContentInfo, SignedData, type Attribute, type SignerInfo } from 'pkijs';

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  digest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.47',
  timestamp: '1.2.840.113549.1.9.16.2.14',
  sha256: '2.16.840.1.101.3.4.2.1',
} as const;

/** What a detached signature of one signer says. */
export interface ReadCms {
  readonly certificate: Buffer;
  /** SHA-256 of the certificate, as it was signed. */
  readonly certificateHash: Buffer;
  /** SHA-256 of the content, as it was signed. */
  readonly digest: Buffer;
  /** DER, as they were signed. */
  readonly signedAttributes: Buffer;
  readonly signature: Buffer;
  readonly signedAt: string | null;
  /** The token of a time stamping authority, DER. */
  readonly timestamp: Buffer | null;
  /** Whether all that nobody signed stands there as whoever signs writes it. */
  readonly isCanonical: boolean;
}

/** Reads what stands in a signed document; null when it is something else. */
export function readCms(der: Buffer): ReadCms | null {
  try {
    return read(der);
  } catch {
    return null;
  }
}

function read(der: Buffer): ReadCms | null {
  const signed = signedDataOf(der);
  const [signer] = signed.signerInfos;
  const certificate = signed.certificates?.find((item) => item instanceof Certificate);
  if (signer === undefined || certificate === undefined || signer.signedAttrs === undefined) return null;
  const { attributes } = signer.signedAttrs;
  const stamp = signer.unsignedAttrs?.attributes.find(({ type }) => type === OID.timestamp);
  return {
    certificate: bytesOf(certificate.toSchema(true).toBER()),
    certificateHash: certificateHashOf(attributes),
    digest: octets(valueOf(attributes, OID.digest)),
    // Signed as a SET; in its place it wears the tag [0].
    signedAttributes: asSet(bytesOf(signer.signedAttrs.encodedValue)),
    signature: bytesOf(signer.signature.valueBlock.valueHexView),
    signedAt: timeOf(attributes),
    timestamp: stamp === undefined ? null : bytesOf((stamp.values[0] as Sequence).toBER()),
    isCanonical: isCanonical(der, signed, signer, certificate),
  };
}

/** Parses DER of a CMS structure that is signed data; throws on anything else. */
export function signedDataOf(der: Buffer): SignedData {
  const parsed = fromBER(new Uint8Array(der));
  if (parsed.offset !== der.length) throw new Error('not one DER value');
  const content = new ContentInfo({ schema: parsed.result });
  if (content.contentType !== OID.signedData) throw new Error('not signed data');
  return new SignedData({ schema: content.content as unknown });
}

function isCanonical(der: Buffer, signed: SignedData, signer: SignerInfo, certificate: Certificate): boolean {
  const content = signed.encapContentInfo;
  const holder = signer.sid as { issuer?: { toSchema(): { toBER(): ArrayBuffer } }; serialNumber?: { toBER(): ArrayBuffer } };
  const again = new ContentInfo({ contentType: OID.signedData, content: signed.toSchema(true) }).toSchema().toBER();
  return (
    bytesOf(again).equals(der) &&
    signed.version === 1 &&
    signer.version === 1 &&
    signed.signerInfos.length === 1 &&
    signed.certificates?.length === 1 &&
    signed.digestAlgorithms.length === 1 &&
    signed.digestAlgorithms[0]?.algorithmId === OID.sha256 &&
    signer.digestAlgorithm.algorithmId === OID.sha256 &&
    content.eContentType === OID.data &&
    content.eContent === undefined &&
    holder.issuer !== undefined &&
    bytesOf(holder.issuer.toSchema().toBER()).equals(bytesOf(certificate.issuer.toSchema().toBER())) &&
    holder.serialNumber !== undefined &&
    bytesOf(holder.serialNumber.toBER()).equals(bytesOf(certificate.serialNumber.toBER())) &&
    ['1.2.840.10045.4.3.2', '1.2.840.113549.1.1.11', '1.2.840.113549.1.1.1'].includes(signer.signatureAlgorithm.algorithmId)
  );
}

function valueOf(attributes: readonly Attribute[], type: string): unknown {
  const found = attributes.find((attribute) => attribute.type === type);
  if (found === undefined) throw new Error(`no attribute ${type}`);
  return found.values[0];
}

function octets(value: unknown): Buffer {
  if (!(value instanceof OctetString)) throw new Error('not octets');
  return bytesOf(value.valueBlock.valueHexView);
}

/** ESS signing-certificate-v2 (RFC 5035): SHA-256 unless it says otherwise, which we never do. */
function certificateHashOf(attributes: readonly Attribute[]): Buffer {
  const list = (valueOf(attributes, OID.signingCertificate) as Sequence).valueBlock.value[0] as Sequence;
  const parts = (list.valueBlock.value[0] as Sequence).valueBlock.value;
  const [first] = parts;
  if (first instanceof Sequence) {
    const [algorithm] = first.valueBlock.value;
    if (!(algorithm instanceof ObjectIdentifier) || algorithm.valueBlock.toString() !== OID.sha256)
      throw new Error('not SHA-256');
    return octets(parts[1]);
  }
  return octets(first);
}

function timeOf(attributes: readonly Attribute[]): string | null {
  const value = attributes.find(({ type }) => type === OID.signingTime)?.values[0] as { toDate?: () => Date } | undefined;
  return value?.toDate?.().toISOString() ?? null;
}

function asSet(bytes: Buffer): Buffer {
  const set = Buffer.from(bytes);
  set[0] = 0x31;
  return set;
}

function bytesOf(bytes: ArrayBuffer | Uint8Array): Buffer {
  return Buffer.from(bytes instanceof Uint8Array ? new Uint8Array(bytes) : new Uint8Array(bytes));
}
