import type { StoredFact } from '@cordee/core/counting';
import type { Instant } from '@cordee/core/time';
import {
  COPY_SIGNATURE,
  END_OF_ROWS,
  writeHex,
  writeInstant,
  writeInteger,
  writeNull,
  writeText,
  writeUuid,
} from '../../platform/db/binary-row.ts';

/** Where the rows go, and the order of their columns: what is alike in many rows first. */
export const factRowTarget =
  'fact_0 (workspace_id, recorded_at, target_seq, awaits, kind, source, seq, external_id, occurred_at, customer_id, currency, amount, body, input_hash, hash)';
const FIELDS = 15;

const fixedBytes = 400;
const firstSize = 160 * 1024;

/**
 * Rows of facts that stand alone, in COPY's binary format: the database takes them in for half of what text costs it, since
 * nothing has to be parsed.
 */
export class FactRows {
  readonly #workspaceId: string;
  readonly #recordedAt: Instant;
  #buffer = Buffer.allocUnsafe(firstSize);
  #end: number;
  /** The fields that were alike in the last row, and of which kind and source it was. */
  #alike: Buffer | null = null;
  #kind = '';
  #source = '';

  constructor(workspaceId: string, recordedAt: Instant) {
    this.#workspaceId = workspaceId;
    this.#recordedAt = recordedAt;
    this.#end = COPY_SIGNATURE.copy(this.#buffer);
  }

  /** `inputHash` and `hash` in hexadecimal. */
  add(fact: StoredFact, inputHash: string, hash: string): void {
    const { kind, source, externalId, body, customerId, currency, amount } = fact;
    if (this.#alike === null || kind !== this.#kind || source !== this.#source) this.#alike = this.#encodeAlike(kind, source);
    this.#makeRoom(fixedBytes + this.#alike.length + (externalId.length + body.length) * 3);
    const buffer = this.#buffer;
    let end = this.#end + this.#alike.copy(buffer, this.#end);
    end = writeInteger(buffer, end, fact.seq);
    end = writeText(buffer, end, externalId);
    end = writeInstant(buffer, end, fact.occurredAt);
    end = customerId === null ? writeNull(buffer, end) : writeUuid(buffer, end, customerId);
    end = writeText(buffer, end, currency);
    end = amount === null ? writeNull(buffer, end) : writeInteger(buffer, end, amount);
    end = writeText(buffer, end, body);
    end = writeHex(buffer, end, inputHash);
    this.#end = writeHex(buffer, end, hash);
  }

  /** Of the rows added since they were last taken. */
  get length(): number {
    return this.#end;
  }

  /** The bytes of those rows. */
  take(): Buffer {
    const taken = this.#buffer.subarray(0, this.#end);
    this.#buffer = Buffer.allocUnsafe(this.#buffer.length);
    this.#end = 0;
    return taken;
  }

  /** What is left, and that nothing follows. */
  takeLast(): Buffer {
    this.#makeRoom(END_OF_ROWS.length);
    this.#end += END_OF_ROWS.copy(this.#buffer, this.#end);
    return this.take();
  }

  #encodeAlike(kind: string, source: string): Buffer {
    const buffer = Buffer.allocUnsafe(fixedBytes + (kind.length + source.length) * 3);
    let end = buffer.writeInt16BE(FIELDS, 0);
    end = writeUuid(buffer, end, this.#workspaceId);
    end = writeInstant(buffer, end, this.#recordedAt);
    end = writeNull(buffer, end);
    end = writeNull(buffer, end);
    end = writeText(buffer, end, kind);
    end = writeText(buffer, end, source);
    this.#kind = kind;
    this.#source = source;
    return buffer.subarray(0, end);
  }

  #makeRoom(bytes: number): void {
    if (this.#end + bytes <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#end + bytes));
    this.#buffer.copy(larger, 0, 0, this.#end);
    this.#buffer = larger;
  }
}
