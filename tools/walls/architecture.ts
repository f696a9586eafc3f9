import { readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';

/** A part of the tree and what its files may import. The longest `path` that begins a file's path is its room. */
interface Room {
  readonly path: string;
  readonly rooms: readonly string[];
  /** Rooms of which types may be imported, and nothing else. */
  readonly types?: readonly string[];
  readonly packages: readonly string[];
  readonly because: string;
}

/** A file of a module, by its path; the first kind that matches counts. */
interface Kind {
  readonly name: string;
  readonly files: readonly string[];
  readonly refuses: readonly string[];
  /** Types are refused like values. */
  readonly typesToo?: boolean;
  readonly because: string;
}

/** Folders whose subfolders may not import each other. */
interface Parts {
  readonly path: string;
  readonly because: string;
}

/** Folders in an order: each may import those before it only. */
interface Layers {
  readonly paths: readonly string[];
  readonly because: string;
}

interface Exception {
  readonly file: string;
  readonly because: string;
}

export interface Architecture {
  readonly rooms: Readonly<Record<string, Room>>;
  readonly tests: { readonly rooms: readonly string[]; readonly packages: readonly string[] };
  readonly modulesPath: string;
  readonly modules: Readonly<Record<string, { readonly is: string; readonly mayCall: readonly string[] }>>;
  readonly parts: readonly Parts[];
  readonly layers: readonly Layers[];
  readonly kinds: readonly Kind[];
  /** Where SQL may stand; read by tools/lint/sql-in-stores.ts. */
  readonly sql: { readonly files: readonly string[]; readonly because: string; readonly exceptions: readonly Exception[] };
  readonly faceExports: number;
  readonly names: readonly string[];
  /** What stands today and may only shrink: a file that breaks a rule. */
  readonly exceptions: readonly (Exception & { readonly rule: string })[];
}

export interface Violation {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly sentence: string;
}

export function loadArchitecture(root: string): Architecture {
  return JSON.parse(readFileSync(join(root, 'architecture.json'), 'utf8')) as Architecture;
}

export function matches(path: string, globs: readonly string[]): boolean {
  return globs.some((glob) => matchesGlob(path, glob));
}

export function roomOf({ rooms }: Architecture, file: string): string {
  const fitting = Object.entries(rooms).filter(([, { path }]) => file.startsWith(path));
  return fitting.reduce((best, room) => (room[1].path.length > best[1].path.length ? room : best))[0];
}

/** The module a file belongs to, or null outside the modules. */
export function moduleOf({ modulesPath }: Architecture, file: string): string | null {
  return file.startsWith(modulesPath) ? (file.slice(modulesPath.length).split('/')[0] ?? null) : null;
}
