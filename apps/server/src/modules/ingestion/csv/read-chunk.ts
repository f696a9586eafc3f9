import { setImmediate } from 'node:timers/promises';
import type { RejectedRow } from '../import.store.ts';
import { decodeField } from './decode-field.ts';
import { RowReject } from './read-values.ts';
import type { RowScanner, ScannedRow } from './row-scanner.ts';
import { checkWidth } from './row-view.ts';

/** A row that was read: what it says, and where it stands for the case that it is refused later. */
export interface ReadItem<Item> {
  readonly item: Item;
  readonly line: number;
  readonly raw: string;
}

export interface Chunk<Item> {
  readonly items: readonly ReadItem<Item>[];
  readonly rejects: readonly RejectedRow[];
  /** Where the row behind the chunk begins. */
  readonly position: number;
  readonly line: number;
  readonly atEnd: boolean;
}

export interface RowOptions<Item> {
  readonly width: number;
  readonly read: (fields: readonly string[]) => Item;
  /** What our field is called in the file. */
  readonly columnOf: (field: string) => string;
}

export interface ScanOptions<Item> extends RowOptions<Item> {
  readonly scanner: RowScanner;
}

export interface ChunkOptions<Item> extends ScanOptions<Item> {
  /** At most so many rows, good or bad. */
  readonly length: number;
  /** Whether the chunk must end before this item. */
  readonly endsBefore?: ((item: Item) => boolean) | undefined;
}

// Reading is done in short slices: the chunk before is being written meanwhile, and the database must never wait for its rows.
const slice = 50;

/** Reads the next rows of a file, those that cannot be read with the reason. */
export async function readChunk<Item>(
  options: ChunkOptions<Item>,
  left: ScannedRow | null,
): Promise<Chunk<Item> & { left: ScannedRow | null }> {
  const { scanner, length } = options;
  const items: ReadItem<Item>[] = [];
  const rejects: RejectedRow[] = [];
  let held = left;
  let seen = 0;
  while (seen < length) {
    const before = { position: scanner.position, line: scanner.line };
    const row = held ?? scanner.next();
    if (row === null) {
      if (await scanner.fill()) continue;
      return { items, rejects, position: scanner.position, line: scanner.line, atEnd: true, left: null };
    }
    const outcome = readRow(options, row);
    if ('item' in outcome && options.endsBefore?.(outcome.item) === true && items.length > 0) {
      // The chunk ends in front of this row, which begins the next one.
      return { items, rejects, ...before, atEnd: false, left: row };
    }
    held = null;
    if ('item' in outcome) items.push({ item: outcome.item, line: row.line, raw: row.raw });
    else rejects.push(outcome);
    seen += 1;
    if (seen % slice === 0) await setImmediate();
  }
  return { items, rejects, position: scanner.position, line: scanner.line, atEnd: false, left: null };
}

/** What a row says, or why it is set aside. */
export function readRow<Item>(options: RowOptions<Item>, row: ScannedRow): { item: Item } | RejectedRow {
  try {
    if (row.broken) throw new RowReject('quote', '', '');
    checkWidth(row.fields, options.width);
    return { item: options.read(row.fields) };
  } catch (error) {
    if (!(error instanceof RowReject)) throw error;
    const column = error.field === '' ? null : options.columnOf(error.field);
    return {
      line: row.line,
      column,
      code: error.code,
      raw: shown(row.raw),
      value: error.value === '' ? null : shown(error.value),
    };
  }
}

export function shown(raw: string): string {
  return decodeField(raw.slice(0, 10_000), 'auto') ?? raw;
}
