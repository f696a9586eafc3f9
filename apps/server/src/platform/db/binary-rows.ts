import type { Instant } from '@cordee/core/time';
import {
  COPY_SIGNATURE,
  END_OF_ROWS,
  writeHex,
  writeInstant,
  writeInteger,
  writeNull,
  writeShort,
  writeText,
  writeUuid,
  writeWord,
} from './binary-row.ts';

const firstSize = 1024;
/** Always free, for the fields between two texts: none of another kind takes more than 24 bytes, and a row has few of them. */
const slack = 640;

/** How long rows in the binary format are when there are none. */
export const NO_ROWS = COPY_SIGNATURE.length + END_OF_ROWS.length;

/** Rows in COPY's binary format, written field by field: half the work of text for both sides, since nothing is spelled or parsed. */
export class BinaryRows {
  #bytes = Buffer.allocUnsafe(firstSize);
  #end = COPY_SIGNATURE.copy(this.#bytes);

  /** Every field of the row is then to be added, in the order of the columns. */
  begin(fields: number): this {
    this.#makeRoom(0);
    this.#end = this.#bytes.writeInt16BE(fields, this.#end);
    return this;
  }

  uuid(uuid: string | null): this {
    this.#end = uuid === null ? writeNull(this.#bytes, this.#end) : writeUuid(this.#bytes, this.#end, uuid);
    return this;
  }

  /** Of eight bytes. */
  long(value: bigint | null): this {
    this.#end = value === null ? writeNull(this.#bytes, this.#end) : writeInteger(this.#bytes, this.#end, value);
    return this;
  }

  /** Of four bytes. */
  word(value: number | null): this {
    this.#end = value === null ? writeNull(this.#bytes, this.#end) : writeWord(this.#bytes, this.#end, value);
    return this;
  }

  /** Of two bytes. */
  short(value: number): this {
    this.#end = writeShort(this.#bytes, this.#end, value);
    return this;
  }

  instant(at: Instant): this {
    this.#end = writeInstant(this.#bytes, this.#end, at);
    return this;
  }

  /** Also an enum's word, and JSON. */
  text(text: string | null): this {
    if (text !== null) this.#makeRoom(text.length * 3);
    this.#end = writeText(this.#bytes, this.#end, text);
    return this;
  }

  /** Bytes that come as hexadecimal digits. */
  hex(digits: string): this {
    this.#end = writeHex(this.#bytes, this.#end, digits);
    return this;
  }

  /** All rows added since they were last taken, from signature to end. */
  take(): Buffer {
    this.#makeRoom(END_OF_ROWS.length);
    const end = this.#end + END_OF_ROWS.copy(this.#bytes, this.#end);
    const taken = this.#bytes.subarray(0, end);
    this.#bytes = Buffer.allocUnsafe(this.#bytes.length);
    this.#end = COPY_SIGNATURE.copy(this.#bytes);
    return taken;
  }

  #makeRoom(bytes: number): void {
    const needed = this.#end + bytes + slack;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, needed));
    this.#bytes.copy(larger, 0, 0, this.#end);
    this.#bytes = larger;
  }
}
