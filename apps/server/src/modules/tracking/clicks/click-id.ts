import { randomFillSync } from 'node:crypto';
import type { Instant } from '@cordee/core/time';

/**
 * A UUIDv7 in the parts that are needed: its bits go into the row, its TypeID into the address. Made without ever writing the
 * uuid as text, which alone would cost more than the rest of the redirect's own work.
 */
export interface ClickId {
  readonly at: Instant;
  /** Bits 48 to 63 (version and randomness), 64 to 95 (variant and randomness), 96 to 127. */
  readonly high: number;
  readonly middle: number;
  readonly low: number;
  /** `clk_…` */
  readonly text: string;
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const PAIRS: readonly string[] = Array.from(
  { length: 1024 },
  (_, value) => ALPHABET.charAt(value >> 5) + ALPHABET.charAt(value & 31),
);
const TWO_30 = 0x4000_0000;

const randomness = new Uint32Array(1536);
let used = randomness.length;
let last = { at: -1, start: '' };

export function newClickId(at: Instant): ClickId {
  if (used + 3 > randomness.length) {
    randomFillSync(randomness);
    used = 0;
  }
  const high = 0x7000 | ((randomness[used] ?? 0) & 0xfff);
  const middle = (0x8000_0000 | ((randomness[used + 1] ?? 0) & 0x3fff_ffff)) >>> 0;
  const low = randomness[used + 2] ?? 0;
  used += 3;
  if (last.at !== at) last = { at, start: startOf(at) };
  const text =
    last.start +
    pair(high >>> 6) +
    pair((high << 4) | (middle >>> 28)) +
    pair(middle >>> 18) +
    pair(middle >>> 8) +
    pair((middle << 2) | (low >>> 30)) +
    pair(low >>> 20) +
    pair(low >>> 10) +
    pair(low);
  return { at, high, middle, low, text };
}

/** The digits of the 48 bits of the time, the same for every id of a millisecond. */
function startOf(at: Instant): string {
  const upper = Math.floor(at / TWO_30);
  return `clk_${PAIRS[upper >>> 10] ?? ''}${pair(upper)}${pair(at >>> 20)}${pair(at >>> 10)}${pair(at)}`;
}

function pair(bits: number): string {
  return PAIRS[bits & 1023] ?? '';
}

/** Writes the sixteen bytes; returns where they end. */
export function writeClickId(buffer: Buffer, offset: number, id: ClickId): number {
  buffer.writeUIntBE(id.at, offset, 6);
  buffer.writeUInt16BE(id.high, offset + 6);
  buffer.writeUInt32BE(id.middle, offset + 8);
  return buffer.writeUInt32BE(id.low, offset + 12);
}
