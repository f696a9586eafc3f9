import type { Instant } from '../time/index.ts';

/** What a derived UUID says: an instant (0 to 2^48 − 1 ms), a position `n` (0 to 4095) and a sequence number (0 to 2^62 − 1). */
export interface SequenceUuid {
  readonly at: Instant;
  readonly n: number;
  readonly seq: bigint;
}

const MAX_AT = 2 ** 48 - 1;
const MAX_N = 4095;
const MAX_SEQ = (1n << 62n) - 1n;

/**
 * A UUID in the shape of version 7 (RFC 9562) made of its inputs alone: 48 bits of milliseconds, `n`, then `seq`. The same
 * inputs give the same id, so derived rows need no stored one; ids sort by `at`, then `n`, then `seq`. Throws out of range.
 */
export function sequenceUuid(at: Instant, n: number, seq: bigint): string {
  if (!Number.isInteger(at) || at < 0 || at > MAX_AT) throw new RangeError(`instant out of range: ${at}`);
  if (!Number.isInteger(n) || n < 0 || n > MAX_N) throw new RangeError(`position out of range: ${n}`);
  if (seq < 0n || seq > MAX_SEQ) throw new RangeError(`sequence out of range: ${seq}`);
  const time = at.toString(16).padStart(12, '0');
  const top = Number(seq >> 32n);
  const high = (0x80000000 + top).toString(16);
  const low = Number(seq & 0xffffffffn)
    .toString(16)
    .padStart(8, '0');
  const position = (0x7000 + n).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-${position}-${high.slice(0, 4)}-${high.slice(4)}${low}`;
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
