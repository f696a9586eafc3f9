import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** What each workspace shows to the others: `exports` of its package.json, by name, with paths from the root. */
export type Packages = ReadonlyMap<string, Readonly<Record<string, string>>>;

export function readPackages(root: string): Packages {
  const packages = new Map<string, Record<string, string>>();
  for (const file of globSync('{packages,apps}/*/package.json', { cwd: root })) {
    const { name, exports = {} } = JSON.parse(readFileSync(join(root, file), 'utf8')) as {
      name: string;
      exports?: string | object;
    };
    const entries: [string, string][] = typeof exports === 'string' ? [['.', exports]] : Object.entries(exports);
    packages.set(name, Object.fromEntries(entries.map(([key, path]) => [key, posix.join(dirname(file), path)])));
  }
  return packages;
}

/** A path from the root, the name of a package that is not ours, or null when it leads nowhere. */
export function resolveImport(root: string, from: string, written: string, packages: Packages): string | null {
  if (written.startsWith('.')) return existing(root, posix.join(dirname(from), written));
  const name = written.split('/', written.startsWith('@') ? 2 : 1).join('/');
  if (name === '') return null;
  const exports = packages.get(name);
  if (exports === undefined) return written.startsWith('node:') ? written : name;
  const rest = `.${written.slice(name.length)}`;
  const path = exports[rest] ?? exports['./*']?.replace('*', rest.slice('./'.length));
  return path === undefined ? null : existing(root, path);
}

function existing(root: string, path: string): string | null {
  return existsSync(join(root, path)) ? path : null;
}
