import { rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { transaction, withWorkspace } from '../../../platform/db/index.ts';
import { ImportTaken, runImport } from '../csv/run-import.ts';
import type { IngestionParts } from '../hooks/parts.ts';
import { unfinishedImports } from '../import.store.ts';

/** Runs every import that waits or was cut off, in every workspace, one after the other; how many came to an end. */
export async function runImports(parts: IngestionParts): Promise<number> {
  const open = await transaction(
    parts.db,
    async (tx) => {
      await withWorkspace(tx, '*');
      return unfinishedImports(tx);
    },
    { readOnly: true },
  );
  let ended = 0;
  for (const { workspace_id: workspaceId, id } of open) {
    try {
      const record = await runImport(parts, workspaceId, id);
      if (record?.state !== 'done' && record?.state !== 'failed') continue;
      ended += 1;
      // Uploaded files have served; those of the command line are not ours.
      const { path } = record.settings;
      if (resolve(dirname(path)) === resolve(parts.importFolder)) await rm(path, { force: true });
    } catch (error) {
      if (!(error instanceof ImportTaken)) throw error;
    }
  }
  return ended;
}
