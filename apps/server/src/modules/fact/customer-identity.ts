import { hash } from 'node:crypto';

const blockBytes = 64;

interface Pads {
  readonly inner: Buffer;
  readonly outer: Buffer;
}

/** By key. */
const pads = new WeakMap<Buffer, Pads>();

/**
 * A keyed hash of something that identifies a person, short and opaque: the first 32 hexadecimal digits of HMAC-SHA-256 (RFC
 * 2104), whose padded key is made once: every event of a customer needs one.
 */
export function identityHash(key: Buffer, text: string): string {
  const { inner, outer } = padsOf(key);
  const digest = hash('sha256', Buffer.concat([inner, Buffer.from(text, 'utf8')]), 'buffer');
  return hash('sha256', Buffer.concat([outer, digest]), 'hex').slice(0, 32);
}

function padsOf(key: Buffer): Pads {
  let known = pads.get(key);
  if (known === undefined) {
    const block = Buffer.alloc(blockBytes);
    (key.length > blockBytes ? hash('sha256', key, 'buffer') : key).copy(block);
    known = { inner: block.map((byte) => byte ^ 0x36) as Buffer, outer: block.map((byte) => byte ^ 0x5c) as Buffer };
    pads.set(key, known);
  }
  return known;
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
