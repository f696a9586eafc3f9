import type { StartImport } from '@cordee/contract/import';
import { encodeId } from '@cordee/core/ids';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Context } from '../../../platform/context.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { read, write } from '../../../platform/verb.ts';
import { openFile, type OpenedFile } from '../csv/open-file.ts';
import type { IngestionParts } from '../hooks/parts.ts';
import {
  findImport,
  findMapping,
  insertImport,
  programExists,
  saveMapping,
  workspaceFacts,
  type ImportRecord,
} from '../import.store.ts';
import { mustManageIngestion } from '../ingestion.policy.ts';
import { Refusal } from '../../../platform/refusal.ts';

/**
 * Takes a file as it streams in and checks its columns; its rows are imported by a job. Refuses `import_columns` and
 * `unknown_reference` with nothing kept.
 */
export async function startImport(
  context: Context,
  parts: IngestionParts,
  input: StartImport,
  source: Readable,
): Promise<ImportRecord> {
  mustManageIngestion(context.actor);
  const id = newUuid(context.now());
  await mkdir(parts.importFolder, { recursive: true });
  const path = join(parts.importFolder, `${id}.csv`);
  try {
    await pipeline(source, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    return await register(context, input, id, path);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** The same for a file that lies on this machine, which stays where it is. */
export async function registerFile(context: Context, input: StartImport, path: string): Promise<ImportRecord> {
  mustManageIngestion(context.actor);
  return register(context, input, newUuid(context.now()), path);
}

async function register(context: Context, input: StartImport, id: string, path: string): Promise<ImportRecord> {
  const { workspaceId } = context;
  const { kind, fileName, ...settings } = input;
  const { zone, currency } = await read(context, (tx) => workspaceFacts(tx, workspaceId));
  const opened = await openFile({
    path,
    kind,
    settings,
    language: context.language,
    zone,
    currency,
    remembered: (headerHash) => read(context, (tx) => findMapping(tx, workspaceId, kind, headerHash)),
  });
  return write(context, async (tx) => {
    if (settings.programId !== undefined && !(await programExists(tx, workspaceId, settings.programId))) throw unknownProgram();
    await insertImport(tx, workspaceId, { id, kind, fileName, ...importOf(opened), createdAt: context.now() });
    if (settings.mapping !== undefined) {
      await saveMapping(tx, workspaceId, kind, opened.headerHash, settings.mapping, context.now());
    }
    const record = await findImport(tx, workspaceId, id);
    if (record === null) throw new Error('an import was lost while it was kept');
    const after = { kind, fileName, sizeBytes: opened.sizeBytes };
    return { result: record, audit: { action: 'import.started', subject: encodeId('imp', id), after } };
  });
}

function importOf({ settings, sizeBytes, position, line }: OpenedFile) {
  return { settings, sizeBytes, position, line };
}

function unknownProgram(): Refusal {
  return new Refusal('unknown_reference', [
    { path: 'programId', rule: 'known', message: { en: 'Unknown program.', fr: 'Programme inconnu.' } },
  ]);
}
