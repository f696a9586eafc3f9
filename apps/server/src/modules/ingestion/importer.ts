import { rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { transaction, withWorkspace } from '../../platform/db/index.ts';
import { ImportTaken } from './csv/import-rows.ts';
import { runImport } from './csv/run-import.ts';
import type { IngestionParts } from './hooks/parts.ts';
import { unfinishedImports } from './import.store.ts';

/** Runs what waits to be imported, one file at a time in this process. */
export interface Importer {
  /** Runs every import that waits or was cut off, in every workspace; how many came to an end. Joins a run under way. */
  run(): Promise<number>;
  /** The same in the background. */
  wake(): void;
  /** Stops after the chunk under way; what is left goes on at the next start. */
  close(): Promise<void>;
}

export function openImporter(parts: IngestionParts): Importer {
  const stop = new AbortController();
  let running: Promise<number> | null = null;
  let isWoken = false;

  function run(): Promise<number> {
    running ??= runAll().finally(() => {
      running = null;
      if (isWoken && !stop.signal.aborted) wake();
    });
    return running;
  }

  async function runAll(): Promise<number> {
    isWoken = false;
    let ended = 0;
    for (const { workspace_id: workspaceId, id } of await unfinished(parts)) {
      if (stop.signal.aborted) break;
      if (await runOne(parts, workspaceId, id, stop.signal)) ended += 1;
    }
    return ended;
  }

  function wake(): void {
    // A file that came while the list was being worked on is found by the next run.
    isWoken = running !== null;
    run().catch(parts.onError);
  }

  return {
    run,
    wake,
    async close() {
      stop.abort();
      await running?.catch(() => 0);
    },
  };
}

function unfinished(parts: IngestionParts) {
  return transaction(
    parts.db,
    async (tx) => {
      await withWorkspace(tx, '*');
      return unfinishedImports(tx);
    },
    { readOnly: true },
  );
}

async function runOne(parts: IngestionParts, workspaceId: string, id: string, signal: AbortSignal): Promise<boolean> {
  try {
    const record = await runImport(parts, workspaceId, id, { signal });
    if (record?.state !== 'done' && record?.state !== 'failed') return false;
    // Uploaded files have served; those of the command line are not ours.
    const { path } = record.settings;
    if (resolve(dirname(path)) === resolve(parts.importFolder)) await rm(path, { force: true });
    return true;
  } catch (error) {
    if (error instanceof ImportTaken) return false;
    throw error;
  }
}
