import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What Vite writes of each chunk (build.manifest). */
export interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

export type Manifest = Readonly<Record<string, Chunk>>;

/** Every script a browser needs before these modules can run: them and what they import, each once. */
export function firstLoad(manifest: Manifest, modules: readonly string[]): string[] {
  const files = new Set<string>();
  const add = (name: string) => {
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`${name} is not in the manifest of the build: was it renamed?`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const imported of chunk.imports ?? []) add(imported);
  };
  for (const name of modules) add(name);
  return [...files];
}

/** Bytes as sent to a browser that takes gzip: the larger of the two forms we serve. */
export function sentBytes(dist: string, files: readonly string[]): number {
  return files.reduce((sum, file) => sum + readFileSync(join(dist, `${file}.gz`)).length, 0);
}
