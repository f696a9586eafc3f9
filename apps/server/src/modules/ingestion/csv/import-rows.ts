import type { FileHandle } from 'node:fs/promises';
import { boundBulkMemory } from '../../../platform/bulk-memory.ts';
import { transaction, withWorkspace, type Tx } from '../../../platform/db/index.ts';
import { insertRejects, moveCursor, type ImportRecord, type Progress, type RejectedRow } from '../import.store.ts';
import { readAhead, type ReadAhead, type Slice } from './read-ahead.ts';
import { readChunk, type Chunk } from './read-chunk.ts';
import { openScanner, type ScannedRow } from './row-scanner.ts';
import { nothingWritten, type BulkWay, type Way, type WayContext } from './ways.ts';

export interface RunOptions {
  /** After each chunk; `share` of the file, from 0 to 1. */
  readonly onProgress?: (progress: Progress & { readonly share: number }) => void;
  /** Stops after the chunk under way; the import goes on from there next time. */
  readonly signal?: AbortSignal;
  readonly chunkLength?: number;
}

/** Another process imports the same file. */
export class ImportTaken extends Error {
  override readonly name = 'ImportTaken';
}

interface Run<Item> {
  readonly context: WayContext;
  readonly way: Way<Item>;
  readonly file: FileHandle;
  readonly options: RunOptions;
}

/** Where one way of writing left off, and what comes next. */
interface Stand {
  readonly progress: Progress;
  readonly next: 'bulk' | 'look' | 'end' | 'stopped';
}

/**
 * Imports the rows of a file from where it stands: in bulk while they are new and stand alone, else looked at first; each way
 * goes on exactly behind the last chunk the other committed. True when the end was reached.
 */
export async function importRows<Item>(run: Run<Item>): Promise<boolean> {
  const { bulk } = run.way;
  let stand: Stand = { progress: run.context.record, next: bulk === undefined ? 'look' : 'bulk' };
  while (stand.next === 'bulk' || stand.next === 'look') {
    stand =
      stand.next === 'bulk' && bulk !== undefined
        ? await streamChunks(run, bulk, stand.progress)
        : await writeChunks(run, stand.progress);
  }
  return stand.next === 'end';
}

/** Writes chunks while they are read, until the file ends or one needs the other way. */
async function streamChunks<Item>(run: Run<Item>, bulk: BulkWay<Item>, from: Progress): Promise<Stand> {
  const { options } = run;
  const length = options.chunkLength ?? bulk.length;
  const ahead = readAhead(readingOf(run, from), bulk.takes);
  let progress = from;
  try {
    for (;;) {
      const chunk = new StreamedChunk(ahead, length, progress);
      const to = await streamChunk(run, bulk, progress, chunk);
      if (to === null) return { progress, next: 'look' };
      progress = to;
      tell(run, progress);
      boundBulkMemory();
      if (chunk.end === 'file') return { progress, next: 'end' };
      if (options.signal?.aborted === true) return { progress, next: 'stopped' };
      if (chunk.end === 'row') return { progress, next: 'look' };
    }
  } finally {
    await ahead.close();
  }
}

/** Slices that are written together. */
class StreamedChunk<Item> {
  readonly #ahead: ReadAhead<Item>;
  readonly #length: number;
  readonly rejects: RejectedRow[] = [];
  position: number;
  line: number;
  end: Slice<Item>['end'] = null;

  constructor(ahead: ReadAhead<Item>, length: number, from: Progress) {
    this.#ahead = ahead;
    this.#length = length;
    this.position = from.position;
    this.line = from.line;
  }

  async *slices(): AsyncGenerator<readonly Item[]> {
    for (let seen = 0; seen < this.#length && this.end === null;) {
      const { items, rejects, position, line, end } = await this.#ahead.next();
      this.rejects.push(...rejects);
      seen += items.length + rejects.length;
      this.position = position;
      this.line = line;
      this.end = end;
      yield items;
    }
  }
}

/** One chunk in one transaction with its cursor; null, with nothing written, when it must be looked at first. */
function streamChunk<Item>(
  run: Run<Item>,
  bulk: BulkWay<Item>,
  from: Progress,
  chunk: StreamedChunk<Item>,
): Promise<Progress | null> {
  return inWorkspace(run, async (tx) => {
    const accepted = await bulk.write(tx, chunk.slices());
    if (accepted === null) return null;
    const { position, line, rejects } = chunk;
    return moveTo(run, tx, from, { position, line, accepted, duplicates: 0, rejects });
  });
}

/** Reads one chunk while the one before is written, until the file ends or the rows look fit for bulk. */
async function writeChunks<Item>(run: Run<Item>, from: Progress): Promise<Stand> {
  const { way, options } = run;
  const reading = { ...readingOf(run, from), length: options.chunkLength ?? way.length, endsBefore: way.endsBefore };
  let progress = from;
  let writing: Promise<WrittenChunk> | null = null;
  let left: ScannedRow | null = null;
  let isAtEnd = false;
  try {
    while (!isAtEnd) {
      const chunk: Chunk<Item> & { left: ScannedRow | null } = await readChunk(reading, left);
      left = chunk.left;
      isAtEnd = chunk.atEnd;
      if (writing !== null) {
        const written: WrittenChunk = await writing;
        writing = null;
        progress = written.progress;
        tell(run, progress);
        // What was read meanwhile is read once more.
        if (written.mayStream) return { progress, next: 'bulk' };
      }
      if (options.signal?.aborted === true) return { progress, next: 'stopped' };
      writing = writeChunk(run, progress, chunk);
      boundBulkMemory();
    }
    if (writing !== null) progress = (await writing).progress;
    tell(run, progress);
    return { progress, next: 'end' };
  } finally {
    // Whatever stopped the reading, the chunk under way is not left behind.
    await writing?.catch(() => undefined);
  }
}

interface WrittenChunk {
  readonly progress: Progress;
  readonly mayStream: boolean;
}

/** Writes a chunk and moves the cursor over it in one transaction, so that a killed import goes on exactly behind it. */
async function writeChunk<Item>(run: Run<Item>, from: Progress, chunk: Chunk<Item>): Promise<WrittenChunk> {
  const { way } = run;
  const ahead = (await way.ahead?.(chunk.items)) ?? nothingWritten;
  return inWorkspace(run, async (tx) => {
    const written = (await way.write?.(tx, chunk.items)) ?? nothingWritten;
    const progress = await moveTo(run, tx, from, {
      position: chunk.position,
      line: chunk.line,
      accepted: ahead.accepted + written.accepted,
      duplicates: ahead.duplicates + written.duplicates,
      rejects: [...chunk.rejects, ...ahead.rejects, ...written.rejects],
    });
    return { progress, mayStream: way.bulk !== undefined && written.mayStream === true };
  });
}

interface Done {
  readonly position: number;
  readonly line: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejects: readonly RejectedRow[];
}

/** Keeps the rejected rows and moves the cursor; throws `ImportTaken` when somebody else has moved it. */
async function moveTo<Item>({ context }: Run<Item>, tx: Tx, from: Progress, done: Done): Promise<Progress> {
  const { workspaceId, record } = context;
  const to: Progress = {
    position: done.position,
    line: done.line,
    accepted: from.accepted + done.accepted,
    duplicates: from.duplicates + done.duplicates,
    rejected: from.rejected + done.rejects.length,
  };
  await insertRejects(tx, workspaceId, record.id, done.rejects);
  if (!(await moveCursor(tx, workspaceId, record.id, from, to))) throw new ImportTaken();
  return to;
}

function readingOf<Item>({ context, way, file }: Run<Item>, from: Progress) {
  const { header, places, delimiter } = context.record.settings;
  return {
    scanner: openScanner(file, delimiter, from),
    width: header.length,
    read: way.read,
    columnOf: (field: string) => header[places[field] ?? -1] ?? field,
  };
}

function tell<Item>({ context, options }: Run<Item>, progress: Progress): void {
  const { sizeBytes }: ImportRecord = context.record;
  options.onProgress?.({ ...progress, share: sizeBytes === 0 ? 1 : progress.position / sizeBytes });
}

function inWorkspace<Item, Result>({ context }: Run<Item>, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return transaction(context.parts.db, async (tx) => {
    await withWorkspace(tx, context.workspaceId);
    return work(tx);
  });
}
