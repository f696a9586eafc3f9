import { fromBER, type OctetString } from 'asn1js';
import { createHash, timingSafeEqual, verify, X509Certificate } from 'node:crypto';
import { Certificate, TSTInfo } from 'pkijs';
import { signedDataOf } from './read-cms.ts';

const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const HASHES: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/**
 * What a token of an authority (RFC 3161) says of the time of these bytes, in ISO 8601; null when it does not speak of them, or was changed.
 * Whether the authority is to be trusted is for whoever reads it.
 */
export function readTimestamp(token: Buffer, stamped: Buffer): string | null {
  try {
    return read(token, stamped);
  } catch {
    return null;
  }
}

function read(token: Buffer, stamped: Buffer): string | null {
  const signed = signedDataOf(token);
  const [signer] = signed.signerInfos;
  const attributes = signer?.signedAttrs;
  const content = signed.encapContentInfo.eContent;
  if (signer === undefined || attributes === undefined || content === undefined) return null;
  const body = Buffer.from(content.getValue());
  const info = new TSTInfo({ schema: fromBER(new Uint8Array(body)).result });
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  const imprint = HASHES[hashAlgorithm.algorithmId];
  const hash = HASHES[signer.digestAlgorithm.algorithmId];
  if (imprint === undefined || hash === undefined) return null;
  if (!isSame(createHash(imprint).update(stamped).digest(), Buffer.from(hashedMessage.valueBlock.valueHexView))) return null;
  const digest = attributes.attributes.find(({ type }) => type === MESSAGE_DIGEST)?.values[0] as OctetString | undefined;
  if (digest === undefined) return null;
  if (!isSame(createHash(hash).update(body).digest(), Buffer.from(digest.valueBlock.valueHexView))) return null;
  const set = Buffer.from(attributes.encodedValue);
  set[0] = 0x31;
  const signature = Buffer.from(signer.signature.valueBlock.valueHexView);
  const isSigned = (signed.certificates ?? []).some((item) => {
    if (!(item instanceof Certificate)) return false;
    const { publicKey } = new X509Certificate(Buffer.from(item.toSchema(true).toBER()));
    return verify(hash, set, publicKey, signature);
  });
  return isSigned ? info.genTime.toISOString() : null;
}

function isSame(left: Buffer, right: Buffer): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}
