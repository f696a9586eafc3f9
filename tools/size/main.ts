// Checks the first load of both shells against their budgets. Needs `npm run build -w apps/web`, which `npm run check` does before.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { budgets } from './budgets.ts';
import { firstLoad, sentBytes, type Manifest } from './first-load.ts';

const dist = join(import.meta.dirname, '../../apps/web/dist');
const manifestFile = join(dist, '.vite/manifest.json');
if (!existsSync(manifestFile)) throw new Error('the screens are not built: run `npm run build -w apps/web`');
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest;
for (const { shell, modules, budget } of budgets) {
  const files = firstLoad(manifest, modules);
  const bytes = sentBytes(dist, files);
  console.log(`${shell}: ${(bytes / 1000).toFixed(1)} kB of ${budget / 1000} kB, ${files.length} files (gzip)`);
  if (bytes > budget) {
    console.error(`${shell} is ${bytes - budget} bytes over its budget: load what is not on the first screen later.`);
    process.exitCode = 1;
  }
}
