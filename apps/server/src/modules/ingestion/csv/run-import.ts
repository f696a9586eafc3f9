import { open } from 'node:fs/promises';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { boundBulkMemory } from '../../../platform/bulk-memory.ts';
import { DatabaseUnavailable, transaction, withWorkspace, type Tx } from '../../../platform/db/index.ts';
import { recordAudit } from '../../../platform/verb.ts';
import type { IngestionParts } from '../hooks/parts.ts';
import {
  endImport,
  findImport,
  insertRejects,
  knownPartners,
  moveCursor,
  partnerCodes,
  workspaceFacts,
  type ImportRecord,
  type Progress,
} from '../import.store.ts';
import { readChunk, type Chunk } from './read-chunk.ts';
import { openScanner, type RowScanner, type ScannedRow } from './row-scanner.ts';
import { nothingWritten, withWay, type Way, type WayContext } from './ways.ts';

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

/**
 * Reads an import's file from where it stands to its end, in constant memory, chunk by chunk, reading one while the one before
 * is written. Bad rows are set aside with their reason. Killed at any moment and run again, it goes on exactly behind the last
 * chunk that was committed. Resolves with the import as it then stands, null when there is none.
 */
export async function runImport(
  parts: IngestionParts,
  workspaceId: string,
  importId: string,
  options: RunOptions = {},
): Promise<ImportRecord | null> {
  const record = await inWorkspace(parts, workspaceId, (tx) => findImport(tx, workspaceId, importId));
  if (record === null || record.state === 'done' || record.state === 'failed') return record;
  try {
    const isFinished = await readFile(parts, workspaceId, record, options);
    if (isFinished) await end(parts, workspaceId, importId, null);
  } catch (error) {
    // Another process has it, or the database is away: whoever runs it next goes on.
    if (error instanceof ImportTaken || error instanceof DatabaseUnavailable) throw error;
    parts.onError(error);
    await end(parts, workspaceId, importId, {
      code: 'internal',
      message: error instanceof Error ? error.message : String(error),
    });
  } finally {
    parts.kick(workspaceId);
  }
  return inWorkspace(parts, workspaceId, (tx) => findImport(tx, workspaceId, importId));
}

function inWorkspace<T>(parts: IngestionParts, workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(parts.db, async (tx) => {
    await withWorkspace(tx, workspaceId);
    return work(tx);
  });
}

function end(parts: IngestionParts, workspaceId: string, importId: string, fault: ImportRecord['fault']): Promise<void> {
  const state = fault === null ? 'done' : 'failed';
  return inWorkspace(parts, workspaceId, async (tx) => {
    await endImport(tx, workspaceId, importId, state, parts.now(), fault);
    const record = await findImport(tx, workspaceId, importId);
    if (record === null) return;
    const { kind, fileName, accepted, duplicates, rejected } = record;
    const id = encodeId('imp', importId);
    const after = { id, kind, fileName, state, accepted, duplicates, rejected, fault: fault?.code ?? null };
    await recordAudit(tx, jobContext(parts, workspaceId), { action: 'import.finished', subject: id, after });
  });
}

/** True when the end of the file was reached. */
async function readFile(parts: IngestionParts, workspaceId: string, record: ImportRecord, options: RunOptions): Promise<boolean> {
  const context = await wayContext(parts, workspaceId, record);
  const file = await open(record.settings.path, 'r');
  try {
    const scanner = openScanner(file, record.settings.delimiter, { position: record.position, line: record.line });
    return await withWay(context, (way) => readChunks(context, way, scanner, options));
  } finally {
    await file.close();
  }
}

async function wayContext(parts: IngestionParts, workspaceId: string, record: ImportRecord): Promise<WayContext> {
  const { settings } = record;
  return inWorkspace(parts, workspaceId, async (tx) => {
    const { customerKey } = await workspaceFacts(tx, workspaceId);
    const namesPartners = settings.places['partnerEmail'] !== undefined || settings.places['partnerExternalId'] !== undefined;
    const codes = namesPartners ? await partnerCodes(tx, workspaceId, settings.programId) : new Map<string, string | null>();
    const addsPartners = record.kind === 'partners' || record.kind === 'rewardful_affiliates';
    return {
      parts,
      workspaceId,
      record,
      file: { settings, customerKey, now: parts.now(), partnerCodes: codes },
      actor: jobContext(parts, workspaceId),
      partners: addsPartners ? await knownPartners(tx, workspaceId) : new Map<string, string>(),
    };
  });
}

function jobContext({ db, now }: IngestionParts, workspaceId: string): Context {
  return { actor: { kind: 'system', job: 'import' }, workspaceId, db, now, language: 'en', requestId: 'import' };
}

async function readChunks<Item>(context: WayContext, way: Way<Item>, scanner: RowScanner, options: RunOptions): Promise<boolean> {
  const { record } = context;
  const { header, places } = record.settings;
  const reading = {
    scanner,
    width: header.length,
    read: way.read,
    length: options.chunkLength ?? way.length,
    endsBefore: way.endsBefore,
    columnOf: (field: string) => header[places[field] ?? -1] ?? field,
  };
  let progress: Progress = record;
  let writing: Promise<Progress> | null = null;
  let left: ScannedRow | null = null;
  let isAtEnd = false;
  try {
    while (!isAtEnd) {
      const chunk: Chunk<Item> & { left: ScannedRow | null } = await readChunk(reading, left);
      left = chunk.left;
      isAtEnd = chunk.atEnd;
      if (writing !== null) progress = await settled(writing, record, options);
      writing = null;
      if (options.signal?.aborted === true) return false;
      writing = writeChunk(context, way, progress, chunk);
      boundBulkMemory();
    }
    if (writing !== null) await settled(writing, record, options);
    return true;
  } finally {
    // Whatever stopped the reading, the chunk under way is not left behind.
    await writing?.catch(() => undefined);
  }
}

async function settled(writing: Promise<Progress>, record: ImportRecord, { onProgress }: RunOptions): Promise<Progress> {
  const progress = await writing;
  onProgress?.({ ...progress, share: record.sizeBytes === 0 ? 1 : progress.position / record.sizeBytes });
  return progress;
}

/** Writes a chunk and moves the cursor over it in one transaction, so that a killed import goes on exactly behind it. */
async function writeChunk<Item>(context: WayContext, way: Way<Item>, from: Progress, chunk: Chunk<Item>): Promise<Progress> {
  const { parts, workspaceId, record } = context;
  const ahead = (await way.ahead?.(chunk.items)) ?? nothingWritten;
  return inWorkspace(parts, workspaceId, async (tx) => {
    const written = (await way.write?.(tx, chunk.items)) ?? nothingWritten;
    const rejects = [...chunk.rejects, ...ahead.rejects, ...written.rejects];
    const to: Progress = {
      position: chunk.position,
      line: chunk.line,
      accepted: from.accepted + ahead.accepted + written.accepted,
      duplicates: from.duplicates + ahead.duplicates + written.duplicates,
      rejected: from.rejected + rejects.length,
    };
    await insertRejects(tx, workspaceId, record.id, rejects);
    if (!(await moveCursor(tx, workspaceId, record.id, from, to))) throw new ImportTaken();
    return to;
  });
}
