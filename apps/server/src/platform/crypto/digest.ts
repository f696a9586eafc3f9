import { createHmac, hash, timingSafeEqual } from 'node:crypto';

type Data = string | Uint8Array;

/** 32 bytes. */
export function sha256(data: Data): Buffer {
  return hash('sha256', data, 'buffer');
}

/** 32 bytes. */
export function hmacSha256(key: Data, data: Data): Buffer {
  return createHmac('sha256', key).update(data).digest();
}

/** Whether both hold the same bytes, in a time that does not tell where they differ. */
export function isSameSecret(left: Data, right: Data): boolean {
  return timingSafeEqual(sha256(left), sha256(right));
}
