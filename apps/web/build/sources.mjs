// The fingerprint of everything the screens are made of. Plain JavaScript: tools/bootstrap.mjs asks it on any Node.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const root = join(web, '../..');
const stampFile = join(web, 'dist', '.stamp');
const parts = ['src', 'locales', 'build', 'index.html', 'vite.config.ts', 'lingui.config.ts', 'package.json'].map((part) =>
  join(web, part),
);

/** True when `dist` was made of the sources as they stand. */
export function isBuilt() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprint();
}

export function fingerprint() {
  const hash = createHash('sha256');
  for (const file of [
    ...parts,
    join(root, 'packages/core/src'),
    join(root, 'packages/contract/src'),
    join(root, 'package-lock.json'),
  ].flatMap(filesIn)) {
    hash.update(relative(root, file).replaceAll('\\', '/')).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesIn(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)))
    .filter((file) => !/\.test\.tsx?$/.test(file));
}
