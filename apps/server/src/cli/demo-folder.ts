import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PlatformError, startEmbedded } from '../platform/db/index.ts';

/** Says that a folder was made by the demo and may be emptied by it. */
const MARK = 'demo.json';

/** `demo` in the data folder unless the data folder was chosen: a demo never touches an installation. */
export function demoFolderOf(dataFolder: string): string {
  return dataFolder === resolve('data') ? join(dataFolder, 'demo') : dataFolder;
}

/** Empties the folder of an earlier demo. Refuses one with anything else in it, and one whose server is in use. */
export async function clearDemoFolder(folder: string): Promise<void> {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  if (!existsSync(join(folder, MARK))) throw notOurs(folder);
  await stopLeftOver(folder);
  rmSync(folder, { recursive: true });
}

export function markDemoFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, MARK), `${JSON.stringify({ by: 'cordee demo' })}\n`);
}

/** A demo that was killed leaves its PostgreSQL running: the last one out stops it. */
async function stopLeftOver(folder: string): Promise<void> {
  const dataDir = join(folder, 'postgres');
  const living = () => existsSync(join(dataDir, 'cluster', 'postmaster.pid'));
  if (!living()) return;
  await (await startEmbedded({ dataDir })).stop();
  if (living()) throw inUse(folder);
}

function notOurs(folder: string): PlatformError {
  return new PlatformError({
    code: 'data_folder_not_demo',
    sentence: {
      en: `${folder} was not made by the demo, which would empty it.`,
      fr: `${folder} n’a pas été créé par la démonstration, qui le viderait.`,
    },
    hint: {
      en: 'Give another folder with --data, or leave --data out.',
      fr: 'Donnez un autre dossier avec --data, ou omettez --data.',
    },
  });
}

function inUse(folder: string): PlatformError {
  return new PlatformError({
    code: 'data_folder_busy',
    sentence: { en: `A demo is running in ${folder}.`, fr: `Une démonstration tourne dans ${folder}.` },
    hint: {
      en: 'Stop it, or give another folder with --data.',
      fr: 'Arrêtez-la, ou donnez un autre dossier avec --data.',
    },
  });
}
