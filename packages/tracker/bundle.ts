import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** The most bytes /t.js may weigh after gzip at level 9, everything included. */
export const trackerBudget = 1300;

/** Where `npm run build -w packages/tracker` writes the script. */
export const trackerFile = fileURLToPath(new URL('dist/t.js', import.meta.url));

const source = fileURLToPath(new URL('src/tracker.ts', import.meta.url));

export interface Tracker {
  code: string;
  /** Size of `code` in bytes after gzip at level 9. */
  gzipBytes: number;
}

function weigh(code: string): Tracker {
  return { code, gzipBytes: gzipSync(code, { level: 9 }).length };
}

/** Bundles and minifies the browser script in memory. Needs esbuild, a development dependency, and writes nothing. */
export async function buildTracker(): Promise<Tracker> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
    // Without this the strict setting of the type checker adds a "use strict" that the script does not need.
    tsconfigRaw: {},
    write: false,
    logLevel: 'silent',
  });
  return weigh((outputFiles[0]?.text ?? '').trim());
}

async function modifiedAt(file: string): Promise<number> {
  try {
    return (await stat(file)).mtimeMs;
  } catch {
    return 0;
  }
}

/**
 * The script to serve: the built file when it is at least as recent as its source, otherwise a build in memory.
 * Throws when there is neither a recent file nor esbuild: run `npm run build -w packages/tracker` first.
 */
export async function loadTracker(): Promise<Tracker> {
  const [built, written] = await Promise.all([modifiedAt(trackerFile), modifiedAt(source)]);
  if (built > 0 && built >= written) return weigh(await readFile(trackerFile, 'utf8'));
  return buildTracker();
}
