import { hmacSha256 } from '../../platform/crypto/index.ts';

/** The keyed hash under which the workspace compares e-mail addresses without storing them: 16 bytes in hex. */
export function identityHash(key: Buffer, text: string): string {
  return hmacSha256(key, text).toString('hex', 0, 16);
}
