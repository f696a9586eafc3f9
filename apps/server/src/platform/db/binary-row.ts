import type { Instant } from '@cordee/core/time';

/** What PostgreSQL's binary COPY starts with: signature, no flags, no extension. */
export const COPY_SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
/** What it ends with. */
export const END_OF_ROWS = Buffer.from([0xff, 0xff]);

const EPOCH_2000 = 946_684_800_000;
const TWO_32 = 0x1_0000_0000;

// Each writes one field of a row, length and all, at an offset, and returns where it ends. The caller leaves the room.

export function writeNull(buffer: Buffer, offset: number): number {
  return buffer.writeInt32BE(-1, offset);
}

export function writeUuid(buffer: Buffer, offset: number, uuid: string): number {
  let at = buffer.writeInt32BE(16, offset);
  for (let index = 0; index < 36; index += 2) {
    if (uuid.charCodeAt(index) === 45) index += 1;
    buffer[at] = (hexValue(uuid.charCodeAt(index)) << 4) | hexValue(uuid.charCodeAt(index + 1));
    at += 1;
  }
  return at;
}

function hexValue(code: number): number {
  return code <= 57 ? code - 48 : (code | 32) - 87;
}

export function writeInstant(buffer: Buffer, offset: number, at: Instant): number {
  const micros = (at - EPOCH_2000) * 1000;
  const high = Math.floor(micros / TWO_32);
  buffer.writeInt32BE(8, offset);
  buffer.writeInt32BE(high, offset + 4);
  return buffer.writeUInt32BE(micros - high * TWO_32, offset + 8);
}

export function writeInteger(buffer: Buffer, offset: number, value: bigint): number {
  buffer.writeInt32BE(8, offset);
  return buffer.writeBigInt64BE(value, offset + 4);
}

export function writeWord(buffer: Buffer, offset: number, value: number): number {
  buffer.writeInt32BE(4, offset);
  return buffer.writeInt32BE(value, offset + 4);
}

export function writeShort(buffer: Buffer, offset: number, value: number): number {
  buffer.writeInt32BE(2, offset);
  return buffer.writeInt16BE(value, offset + 4);
}

export function writeText(buffer: Buffer, offset: number, text: string | null): number {
  if (text === null) return writeNull(buffer, offset);
  const length = writeShortAscii(buffer, offset + 4, text) ?? buffer.write(text, offset + 4, 'utf8');
  return buffer.writeInt32BE(length, offset) + length;
}

const shortText = 24;

/** Words and numbers, without asking the engine to encode them; null for all else. */
function writeShortAscii(buffer: Buffer, offset: number, text: string): number | null {
  const { length } = text;
  if (length > shortText) return null;
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 127) return null;
    buffer[offset + index] = code;
  }
  return length;
}

export function writeBytes(buffer: Buffer, offset: number, bytes: Buffer | null): number {
  if (bytes === null) return writeNull(buffer, offset);
  buffer.writeInt32BE(bytes.length, offset);
  return offset + 4 + bytes.copy(buffer, offset + 4);
}

/** Bytes that come as hexadecimal digits. */
export function writeHex(buffer: Buffer, offset: number, digits: string): number {
  const length = buffer.write(digits, offset + 4, 'hex');
  return buffer.writeInt32BE(length, offset) + length;
}
