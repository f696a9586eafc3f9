import type { StartImport } from '@cordee/contract/import';
import { basename, resolve } from 'node:path';
import type { Context } from '../../../platform/context.ts';
import type { RunOptions } from '../csv/import-rows.ts';
import { runImport } from '../csv/run-import.ts';
import type { IngestionParts } from '../hooks/parts.ts';
import type { ImportRecord } from '../import.store.ts';
import { registerFile } from './start-import.ts';

/** A file on this machine, imported from start to end, for the command line. Refuses what `startImport` refuses. */
export async function importFile(
  context: Context,
  parts: IngestionParts,
  input: Omit<StartImport, 'fileName'> & { readonly path: string },
  options: RunOptions = {},
): Promise<ImportRecord> {
  const { path, ...settings } = input;
  const { id } = await registerFile(context, { ...settings, fileName: basename(path).slice(0, 200) }, resolve(path));
  const done = await runImport(parts, context.workspaceId, id, options);
  if (done === null) throw new Error('an import was lost while it ran');
  return done;
}
