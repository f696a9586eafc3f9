import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const DEBIAN_HOME = '/usr/lib/postgresql';
const OLDEST = 15;
const NEWEST = 18;

/** Folder with the programs of a PostgreSQL 15 to 18 installed on this machine (`pg_config` of the PATH first, then the newest), or null. */
export function findSystemPostgres(): string | null {
  return [configured(), ...debianFolders()].find((folder) => folder !== null && isUsable(folder)) ?? null;
}

function configured(): string | null {
  try {
    return execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return null;
  }
}

function debianFolders(): string[] {
  if (!existsSync(DEBIAN_HOME)) return [];
  const majors = readdirSync(DEBIAN_HOME).map(Number).filter(Number.isInteger);
  return majors.toSorted((left, right) => right - left).map((major) => join(DEBIAN_HOME, String(major), 'bin'));
}

function isUsable(folder: string): boolean {
  if (!existsSync(join(folder, 'initdb')) || !existsSync(join(folder, 'postgres'))) return false;
  try {
    const text = execFileSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' });
    const major = Number(/(\d+)\.\d+/.exec(text)?.[1]);
    return major >= OLDEST && major <= NEWEST;
  } catch {
    return false;
  }
}
