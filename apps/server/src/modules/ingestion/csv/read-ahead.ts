import { setImmediate } from 'node:timers/promises';
import type { RejectedRow } from '../import.store.ts';
import { readRow, type ScanOptions } from './read-chunk.ts';

/** Some rows of a file, in their order. */
export interface Slice<Item> {
  readonly items: readonly Item[];
  /** Rows that could not be read, with the reason. */
  readonly rejects: readonly RejectedRow[];
  /** Where the row behind them begins. */
  readonly position: number;
  readonly line: number;
  /** Why nothing follows: the end of the file, or a row that is not taken. */
  readonly end: 'file' | 'row' | null;
}

export interface ReadAhead<Item> {
  /** The next rows; after one with an `end`, none. */
  next(): Promise<Slice<Item>>;
  /** Stops reading. */
  close(): Promise<void>;
}

// Small, so that whatever else this process does never waits long for rows.
const sliceLength = 100;
/** Enough to read on while the database finishes a chunk. */
const mostSlices = 80;

/**
 * Reads rows ahead of whoever takes them, so that reading goes on while the database is busy with something else; in constant
 * memory. Stops in front of a row that is not `taken`.
 */
export function readAhead<Item>(options: ScanOptions<Item>, takes: (item: Item) => boolean): ReadAhead<Item> {
  const slices: Slice<Item>[] = [];
  let isClosed = false;
  let fault: { readonly error: unknown } | null = null;
  let wakeReader: (() => void) | null = null;
  let wakeTaker: (() => void) | null = null;

  async function read(): Promise<void> {
    for (;;) {
      if (slices.length >= mostSlices) await new Promise<void>((resolve) => (wakeReader = resolve));
      if (isClosed) return;
      const slice = await readSlice(options, takes);
      slices.push(slice);
      wakeTaker?.();
      if (slice.end !== null) return;
      await setImmediate();
    }
  }

  const reading = read().catch((error: unknown) => {
    fault = { error };
    wakeTaker?.();
  });

  return {
    async next() {
      while (slices.length === 0) {
        if (fault !== null) throw fault.error;
        await new Promise<void>((resolve) => (wakeTaker = resolve));
      }
      const slice = slices.shift();
      if (slice === undefined) throw new Error('nothing was read');
      wakeReader?.();
      return slice;
    },
    async close() {
      isClosed = true;
      wakeReader?.();
      await reading;
    },
  };
}

async function readSlice<Item>(options: ScanOptions<Item>, takes: (item: Item) => boolean): Promise<Slice<Item>> {
  const { scanner } = options;
  const items: Item[] = [];
  const rejects: RejectedRow[] = [];
  let { position, line } = scanner;
  for (let seen = 0; seen < sliceLength;) {
    const row = scanner.next();
    if (row === null) {
      if (await scanner.fill()) continue;
      return { items, rejects, position: scanner.position, line: scanner.line, end: 'file' };
    }
    const outcome = readRow(options, row);
    if (!('item' in outcome)) rejects.push(outcome);
    else if (takes(outcome.item)) items.push(outcome.item);
    else return { items, rejects, position, line, end: 'row' };
    seen += 1;
    position = scanner.position;
    line = scanner.line;
  }
  return { items, rejects, position, line, end: null };
}
