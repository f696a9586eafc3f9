import type { Instant } from '../time/index.ts';
import { hexPair } from './hex.ts';

/** What a derived UUID says: an instant (0 to 2^48 − 1 ms), a position `n` (0 to 4095) and a sequence number (0 to 2^62 − 1). */
export interface SequenceUuid {
  readonly at: Instant;
  readonly n: number;
  readonly seq: bigint;
}

const MAX_AT = 2 ** 48 - 1;
const MAX_N = 4095;
const MAX_SEQ = (1n << 62n) - 1n;
const TWO_24 = 2 ** 24;
const TWO_32 = 2 ** 32;

/**
 * A UUID in the shape of version 7 (RFC 9562) made of its inputs alone: 48 bits of milliseconds, `n`, then `seq`. The same
 * inputs give the same id, so derived rows need no stored one; ids sort by `at`, then `n`, then `seq`. Throws out of range.
 */
export function sequenceUuid(at: Instant, n: number, seq: bigint): string {
  checkSequence(at, n, seq);
  const high = highWord(seq);
  const low = lowWord(seq);
  if (at !== lastStart.at || n !== lastStart.n || high !== lastStart.high)
    lastStart = { at, n, high, text: startText(at, n, high) };
  const end = `${hexPair(low >>> 24)}${hexPair(low >> 16)}${hexPair(low >> 8)}${hexPair(low)}`;
  return lastStart.text + end;
}

/** Facts recorded together, and their numbers, share all but the end of their ids: the last beginning is kept. */
let lastStart = { at: -1, n: -1, high: 0, text: '' };

function startText(at: Instant, n: number, high: number): string {
  const timeHigh = Math.floor(at / TWO_24);
  const timeLow = at % TWO_24;
  return (
    `${hexPair(timeHigh >> 16)}${hexPair(timeHigh >> 8)}${hexPair(timeHigh)}${hexPair(timeLow >> 16)}` +
    `-${hexPair(timeLow >> 8)}${hexPair(timeLow)}-${hexPair(0x70 | (n >> 8))}${hexPair(n)}` +
    `-${hexPair(high >>> 24)}${hexPair(high >> 16)}-${hexPair(high >> 8)}${hexPair(high)}`
  );
}

export function checkSequence(at: Instant, n: number, seq: bigint): void {
  if (!Number.isInteger(at) || at < 0 || at > MAX_AT) throw new RangeError(`instant out of range: ${at}`);
  if (!Number.isInteger(n) || n < 0 || n > MAX_N) throw new RangeError(`position out of range: ${n}`);
  if (seq < 0n || seq > MAX_SEQ) throw new RangeError(`sequence out of range: ${seq}`);
}

// Sequences are small in practice, and a number divides several times faster than a bigint.

/** The variant bits `10` and the upper 30 bits of the sequence, as a signed 32-bit integer. */
export function highWord(seq: bigint): number {
  const high = seq <= Number.MAX_SAFE_INTEGER ? Math.floor(Number(seq) / TWO_32) : Number(seq >> 32n);
  return high | 0x8000_0000;
}

/** The lower 32 bits of the sequence, as a signed 32-bit integer. */
export function lowWord(seq: bigint): number {
  return (seq <= Number.MAX_SAFE_INTEGER ? Number(seq) % TWO_32 : Number(seq & 0xffff_ffffn)) | 0;
}

const SHAPE = /^([0-9a-f]{8})-([0-9a-f]{4})-7([0-9a-f]{3})-([89ab][0-9a-f]{3})-([0-9a-f]{4})([0-9a-f]{8})$/;

/** The inputs of `sequenceUuid`; `null` when the text is not a lower-case UUID of version 7. */
export function parseSequenceUuid(uuid: string): SequenceUuid | null {
  const match = SHAPE.exec(uuid);
  if (match === null) return null;
  const [, timeHigh = '', timeLow = '', position = '', highStart = '', highEnd = '', low = ''] = match;
  const top = Number.parseInt(highStart + highEnd, 16) - 0x80000000;
  return {
    at: Number.parseInt(timeHigh + timeLow, 16),
    n: Number.parseInt(position, 16),
    seq: (BigInt(top) << 32n) | BigInt(Number.parseInt(low, 16)),
  };
}
