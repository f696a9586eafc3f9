// Builds the screens into dist: bundles, each with its compressed twins, and the stamp that says what they were made of.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { fingerprint } from './sources.mjs';

const web = join(import.meta.dirname, '..');
const dist = join(web, 'dist');
// Sources that change while they are bundled must not look built.
const stamp = fingerprint();
await build({ root: web, configFile: join(web, 'vite.config.ts'), logLevel: 'warn' });
for (const name of readdirSync(join(dist, 'assets'))) {
  if (!/\.(js|css|svg)$/.test(name)) continue;
  const file = join(dist, 'assets', name);
  const bytes = readFileSync(file);
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
}
writeFileSync(join(dist, '.stamp'), stamp);
