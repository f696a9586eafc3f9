import { randomFillSync } from 'node:crypto';
import type { Instant } from '@cordee/core/time';

const pool = Buffer.alloc(8192);
let offset = pool.length;

/** The last instant an id was made for, and how many there were: a random start, so that nothing is told by an id. */
const last = { at: -1, count: 0 };

/**
 * A UUIDv7 (RFC 9562, 6.2, method 1): 48 bits of milliseconds, a counter of 26 bits, 48 random bits. Ids made one after the
 * other for one instant sort in the order they were made in, so that what a process wrote is read back in that order.
 */
export function newUuid(at: Instant): string {
  last.count = at === last.at ? last.count + 1 : randomBytes(4).readUInt32BE() >>> 7;
  last.at = at;
  const time = at.toString(16).padStart(12, '0');
  const high = ((last.count >>> 14) & 0xfff).toString(16).padStart(3, '0');
  const low = ((last.count & 0x3fff) | 0x8000).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${high}-${low}-${randomBytes(6).toString('hex')}`;
}

/** Random bytes out of a pool: asking the system for a few at a time costs more than the rest of an id. */
function randomBytes(count: number): Buffer {
  if (offset + count > pool.length) {
    randomFillSync(pool);
    offset = 0;
  }
  offset += count;
  return pool.subarray(offset - count, offset);
}

/** The instant inside a UUIDv7, or null for any other uuid. */
export function instantOfUuid(uuid: string): Instant | null {
  if (uuid.charAt(14) !== '7') return null;
  return Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16);
}
