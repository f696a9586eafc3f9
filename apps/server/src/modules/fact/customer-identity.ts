import { createHmac } from 'node:crypto';

/** A keyed hash of something that identifies a person, short and opaque: 32 hexadecimal digits. */
export function identityHash(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex').slice(0, 32);
}

/** The customer's opaque id: the same for the same external id within a workspace, meaningless outside it (a UUIDv8, RFC 9562). */
export function customerIdOf(key: Buffer, externalId: string): string {
  const hex = identityHash(key, `customer:${externalId}`);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** Hash of an e-mail address as people mean it: without surrounding space and capitals. */
export function emailHashOf(key: Buffer, email: string): string {
  return identityHash(key, `email:${email.trim().toLowerCase()}`);
}
