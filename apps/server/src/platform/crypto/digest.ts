import { createHash, createHmac, timingSafeEqual, type BinaryLike } from 'node:crypto';

/** 32 bytes. */
export function sha256(data: BinaryLike): Buffer {
  return createHash('sha256').update(data).digest();
}

/** 32 bytes. */
export function hmacSha256(key: BinaryLike, data: BinaryLike): Buffer {
  return createHmac('sha256', key).update(data).digest();
}

/** Whether both hold the same bytes, in a time that does not tell where they differ. */
export function isSameSecret(left: string | Buffer, right: string | Buffer): boolean {
  return timingSafeEqual(sha256(left), sha256(right));
}
