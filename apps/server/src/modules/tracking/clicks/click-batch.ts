import { COPY_SIGNATURE, END_OF_ROWS } from '../../../platform/db/binary-row.ts';
import { copyStatement } from './click-copy.store.ts';
import { encodeRow, LONGEST_ROW, type ClickRow } from './click-row.ts';

/** Who waits for a click: exactly one of the two is called, once. */
export interface Waiter {
  /** The click is durable. */
  committed(): void;
  failed(error: Error): void;
}

const COPY_DATA = 0x64;
const COPY_DONE = Buffer.from([0x63, 0, 0, 0, 4]);
const FIRST_SIZE = 16_384;

/**
 * Clicks of one month that will be committed together. The whole message (statement, rows, end) is laid out as it goes over
 * the wire, so that a batch costs one write and one round trip: the server reads the rows that follow the statement, or
 * skips them if it failed. Several statements in one message are one transaction.
 */
export class ClickBatch {
  readonly month: string;
  readonly waiters: Waiter[] = [];
  readonly #starts: number[] = [];
  readonly #prefix: Buffer;
  #buffer: Buffer;
  #end: number;

  constructor(month: string) {
    this.month = month;
    this.#prefix = prefixOf(month);
    this.#buffer = Buffer.allocUnsafe(FIRST_SIZE);
    this.#end = this.#prefix.copy(this.#buffer);
  }

  get rows(): number {
    return this.waiters.length;
  }

  add(row: ClickRow, waiter: Waiter): void {
    if (this.#end + LONGEST_ROW > this.#buffer.length) this.#grow();
    this.#starts.push(this.#end);
    this.#end = encodeRow(this.#buffer, this.#end, row);
    this.waiters.push(waiter);
  }

  /** The bytes that store all rows. */
  message(): Buffer {
    return sealed(this.#buffer, this.#prefix.length, this.#end);
  }

  /** The bytes that store row `index` alone. */
  messageOf(index: number): Buffer {
    const rows = this.#buffer.subarray(this.#starts[index], this.#starts[index + 1] ?? this.#end);
    const buffer = Buffer.allocUnsafe(this.#prefix.length + rows.length + LONGEST_ROW);
    this.#prefix.copy(buffer);
    rows.copy(buffer, this.#prefix.length);
    return sealed(buffer, this.#prefix.length, this.#prefix.length + rows.length);
  }

  #grow(): void {
    const larger = Buffer.allocUnsafe(this.#buffer.length * 2);
    this.#buffer.copy(larger, 0, 0, this.#end);
    this.#buffer = larger;
  }
}

/** Patches the length of the one CopyData message and appends what ends the rows; `LONGEST_ROW` leaves the room for it. */
function sealed(buffer: Buffer, prefixLength: number, end: number): Buffer {
  const lengthAt = prefixLength - COPY_SIGNATURE.length - 4;
  const rowsEnd = end + END_OF_ROWS.copy(buffer, end);
  buffer.writeInt32BE(rowsEnd - lengthAt, lengthAt);
  return buffer.subarray(0, rowsEnd + COPY_DONE.copy(buffer, rowsEnd));
}

const prefixes = new Map<string, Buffer>();

function prefixOf(month: string): Buffer {
  const known = prefixes.get(month);
  if (known !== undefined) return known;
  const statement = Buffer.from(`Q\0\0\0\0${copyStatement(month)}\0`, 'latin1');
  statement.writeInt32BE(statement.length - 1, 1);
  const prefix = Buffer.concat([statement, Buffer.from([COPY_DATA, 0, 0, 0, 0]), COPY_SIGNATURE]);
  prefixes.set(month, prefix);
  return prefix;
}
