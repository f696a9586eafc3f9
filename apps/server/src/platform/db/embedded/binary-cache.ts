import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstUnreachable } from './account.ts';
import type { Account } from './account.ts';
import { binariesUnusable } from './failures.ts';

/**
 * A complete copy of the package in a folder the account can reach, made once. The copy is owned by us and writable by
 * nobody else: the programs in it run with access to all data.
 */
export function cachedCopy(packageFolder: string, name: string, account: Account | null, homes = cacheHomes()): string {
  const home = usableHome(homes, account);
  const final = join(home, name);
  if (isTrusted(final) && isComplete(packageFolder, final)) return final;
  const building = mkdtempSync(join(home, '.building-'));
  try {
    cpSync(join(packageFolder, 'native'), join(building, 'native'), { recursive: true, verbatimSymlinks: true });
    openForReading(building);
    rmSync(final, { recursive: true, force: true });
    renameSync(building, final);
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    if (!(isTrusted(final) && isComplete(packageFolder, final))) throw error;
  }
  return final;
}

function cacheHomes(): string[] {
  const uid = process.getuid?.() ?? 0;
  return uid === 0 ? ['/var/cache/cordee', join(tmpdir(), 'cordee-0')] : [join(tmpdir(), `cordee-${uid}`)];
}

function usableHome(homes: readonly string[], account: Account | null): string {
  for (const home of homes) {
    try {
      mkdirSync(home, { recursive: true, mode: 0o755 });
      if (!isTrusted(home)) continue;
      if (account === null || firstUnreachable(home, account) === null) return home;
    } catch {
      continue;
    }
  }
  throw binariesUnusable(homes.join(', '), 'no folder for a copy of the PostgreSQL programs can be made there');
}

function isTrusted(folder: string): boolean {
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isDirectory()) return false;
  return stat.uid === (process.getuid?.() ?? stat.uid) && (stat.mode & 0o022) === 0;
}

/** Cleaners of temporary folders remove files one by one, so each file is looked at. */
function isComplete(packageFolder: string, copy: string): boolean {
  const native = join(packageFolder, 'native');
  return readdirSync(native, { recursive: true, withFileTypes: true }).every((entry) => {
    if (!entry.isFile()) return true;
    const source = join(entry.parentPath, entry.name);
    const target = join(copy, source.slice(packageFolder.length));
    return existsSync(target) && statSync(target).size === statSync(source).size;
  });
}

function openForReading(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    chmodSync(path, entry.isDirectory() || (statSync(path).mode & 0o100) !== 0 ? 0o755 : 0o644);
  }
}
