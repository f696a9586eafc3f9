import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { makePassword, writeState } from './data-folder.ts';
import type { DataFolder } from './data-folder.ts';
import { initialisationFailed } from './failures.ts';
import { runProgram } from './programs.ts';
import { DEFAULT_SETTINGS, commandLine, localeArguments } from './settings.ts';

export const SUPERUSER = 'cordee';

/** Builds the cluster aside and moves it into place whole, so that an interrupted first start leaves nothing half made. */
export async function initialise(folder: DataFolder, binaries: Binaries, account: Account | null, sync: boolean): Promise<void> {
  writeState(folder, {});
  const password = makePassword(folder);
  const passwordForInitdb = join(folder.root, `.initdb-${process.pid}`);
  rmSync(folder.unfinished, { recursive: true, force: true });
  mkdirSync(folder.unfinished, { mode: 0o700 });
  writeFileSync(passwordForInitdb, `${password}\n`, { mode: 0o600 });
  if (account !== null) {
    chownSync(folder.unfinished, account.uid, account.gid);
    chownSync(passwordForInitdb, account.uid, account.gid);
  }
  try {
    const args = ['-D', folder.unfinished, `--username=${SUPERUSER}`, `--pwfile=${passwordForInitdb}`];
    args.push('--encoding=UTF8', '--data-checksums', '--auth=scram-sha-256', ...localeArguments(binaries.major));
    if (!sync) args.push('--no-sync');
    const made = await runProgram(binaries.initdb, args, account);
    if (made.code !== 0) throw initialisationFailed(folder.root, made.output);
    writeState(folder, { walCompression: await walCompression(folder, binaries, account) });
    renameSync(folder.unfinished, folder.cluster);
  } finally {
    rmSync(passwordForInitdb, { force: true });
    if (existsSync(folder.unfinished)) rmSync(folder.unfinished, { recursive: true, force: true });
  }
}

/** lz4 where this build knows it; PostgreSQL would refuse to start otherwise. */
async function walCompression(folder: DataFolder, binaries: Binaries, account: Account | null): Promise<string> {
  const settings = commandLine({ ...DEFAULT_SETTINGS, wal_compression: 'lz4' });
  const answer = await runProgram(binaries.postgres, ['-D', folder.unfinished, ...settings, '-C', 'wal_compression'], account);
  return answer.code === 0 ? 'lz4' : 'on';
}
