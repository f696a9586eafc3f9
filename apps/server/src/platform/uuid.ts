import { randomFillSync } from 'node:crypto';
import type { Instant } from '@cordee/core/time';

const pool = Buffer.alloc(8192);
let offset = pool.length;

/** A UUIDv7 (RFC 9562): 48 bits of milliseconds, then random, so that rows made together stay together in an index. */
export function newUuid(at: Instant): string {
  if (offset + 10 > pool.length) {
    randomFillSync(pool);
    offset = 0;
  }
  const time = at.toString(16).padStart(12, '0');
  const random = pool.toString('hex', offset, offset + 10);
  offset += 10;
  const variant = ((Number.parseInt(random.charAt(3), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-${variant}${random.slice(4, 7)}-${random.slice(7, 19)}`;
}

/** The instant inside a UUIDv7, or null for any other uuid. */
export function instantOfUuid(uuid: string): Instant | null {
  if (uuid.charAt(14) !== '7') return null;
  return Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16);
}
