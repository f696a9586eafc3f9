import { hexPair } from './hex.ts';
import type { Prefix } from './prefixes.ts';

// TypeID 0.3: the 128 bits in 26 base-32 digits (Crockford's alphabet, lower case), most significant first; the two spare bits
// are the top ones, so the first digit is at most 7. Two hex digits make the first two digits, then five hex digits make four.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const DIGITS = 26;

// A character outside the alphabet is -1: shifted or combined, it keeps the sign bit, so one test at the end finds it.
const DIGIT_VALUES = valuesOf(ALPHABET);
const HEX_VALUES = valuesOf('0123456789abcdef');
HEX_VALUES.set(HEX_VALUES.subarray(97, 103), 65);

const DIGIT_PAIRS: readonly string[] = Array.from(
  { length: 1024 },
  (_, value) => ALPHABET.charAt(value >> 5) + ALPHABET.charAt(value & 31),
);

/** The typed, sortable text of a UUID: `prt_01h2xcejqtf2nbrexx3vqjhp41` (TypeID). Throws when `uuid` is not a UUID. */
export function encodeId(prefix: Prefix, uuid: string): string {
  const head = (hexAt(uuid, 0) << 4) | hexAt(uuid, 1);
  const first = fiveHexAt(uuid, 2, 3, 4, 5, 6);
  const second = fiveHexAt(uuid, 7, 9, 10, 11, 12);
  const third = fiveHexAt(uuid, 14, 15, 16, 17, 19);
  const fourth = fiveHexAt(uuid, 20, 21, 22, 24, 25);
  const fifth = fiveHexAt(uuid, 26, 27, 28, 29, 30);
  const sixth = fiveHexAt(uuid, 31, 32, 33, 34, 35);
  if ((head | first | second | third | fourth | fifth | sixth) < 0 || uuid.length !== 36 || !hasHyphens(uuid)) {
    throw new RangeError(`not a UUID: ${JSON.stringify(uuid)}`);
  }
  return joinId(prefix, head, first, second, third, fourth, fifth, sixth);
}

/** The UUID (lower case) behind an id of that prefix; `null` for another prefix, another length, case or alphabet. */
export function decodeId(prefix: Prefix, text: string): string | null {
  const start = prefix.length + 1;
  if (text.length !== start + DIGITS || text.charCodeAt(prefix.length) !== 95 || !text.startsWith(prefix)) return null;
  const head = (digitAt(text, start) << 5) | digitAt(text, start + 1);
  const first = fourDigitsAt(text, start + 2);
  const second = fourDigitsAt(text, start + 6);
  const third = fourDigitsAt(text, start + 10);
  const fourth = fourDigitsAt(text, start + 14);
  const fifth = fourDigitsAt(text, start + 18);
  const sixth = fourDigitsAt(text, start + 22);
  if ((head | first | second | third | fourth | fifth | sixth) < 0 || head > 255) return null;
  return (
    `${hexPair(head)}${hexPair(first >> 12)}${hexPair(first >> 4)}${hexPair(((first & 15) << 4) | (second >> 16))}` +
    `-${hexPair(second >> 8)}${hexPair(second)}-${hexPair(third >> 12)}${hexPair(third >> 4)}` +
    `-${hexPair(((third & 15) << 4) | (fourth >> 16))}${hexPair(fourth >> 8)}` +
    `-${hexPair(fourth)}${hexPair(fifth >> 12)}${hexPair(fifth >> 4)}` +
    `${hexPair(((fifth & 15) << 4) | (sixth >> 16))}${hexPair(sixth >> 8)}${hexPair(sixth)}`
  );
}

function hexAt(uuid: string, index: number): number {
  return HEX_VALUES[uuid.charCodeAt(index)] ?? -1;
}

function fiveHexAt(uuid: string, a: number, b: number, c: number, d: number, e: number): number {
  return (hexAt(uuid, a) << 16) | (hexAt(uuid, b) << 12) | (hexAt(uuid, c) << 8) | (hexAt(uuid, d) << 4) | hexAt(uuid, e);
}

function digitAt(text: string, index: number): number {
  return DIGIT_VALUES[text.charCodeAt(index)] ?? -1;
}

function fourDigitsAt(text: string, index: number): number {
  return (
    (digitAt(text, index) << 15) | (digitAt(text, index + 1) << 10) | (digitAt(text, index + 2) << 5) | digitAt(text, index + 3)
  );
}

function digitPair(value: number): string {
  return DIGIT_PAIRS[value & 1023] ?? '';
}

function hasHyphens(uuid: string): boolean {
  return uuid.charCodeAt(8) === 45 && uuid.charCodeAt(13) === 45 && uuid.charCodeAt(18) === 45 && uuid.charCodeAt(23) === 45;
}

function valuesOf(alphabet: string): Int8Array {
  const values = new Int8Array(128).fill(-1);
  for (let value = 0; value < alphabet.length; value += 1) values[alphabet.charCodeAt(value)] = value;
  return values;
}

/** The text for 128 bits cut into a head of 8 and six groups of 20, most significant first. */
export function joinId(
  prefix: Prefix,
  head: number,
  first: number,
  second: number,
  third: number,
  fourth: number,
  fifth: number,
  sixth: number,
): string {
  return (
    `${prefix}_${digitPair(head)}${digitPair(first >> 10)}${digitPair(first)}${digitPair(second >> 10)}${digitPair(second)}` +
    `${digitPair(third >> 10)}${digitPair(third)}${digitPair(fourth >> 10)}${digitPair(fourth)}` +
    `${digitPair(fifth >> 10)}${digitPair(fifth)}${digitPair(sixth >> 10)}${digitPair(sixth)}`
  );
}
