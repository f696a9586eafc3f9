import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { firstLoad, sentBytes } from './first-load.ts';

const manifest = {
  'index.html': { file: 'a.js', imports: ['_shared.js'] },
  'src/screen.tsx': { file: 'b.js', imports: ['index.html', '_shared.js', '_more.js'] },
  '_shared.js': { file: 'shared.js', imports: ['_more.js'] },
  '_more.js': { file: 'more.js' },
  'src/later.tsx': { file: 'later.js' },
};

test('what is imported counts once, what is loaded later does not', () => {
  expect(firstLoad(manifest, ['index.html', 'src/screen.tsx']).toSorted()).toEqual(['a.js', 'b.js', 'more.js', 'shared.js']);
});

test('a module that is no longer there is told, not counted as nothing', () => {
  expect(() => firstLoad(manifest, ['src/gone.tsx'])).toThrow('src/gone.tsx is not in the manifest');
});

test('the compressed files are weighed', () => {
  const dist = mkdtempSync(join(tmpdir(), 'cordee-size-'));
  writeFileSync(join(dist, 'a.js.gz'), Buffer.alloc(30));
  writeFileSync(join(dist, 'b.js.gz'), Buffer.alloc(12));
  expect(sentBytes(dist, ['a.js', 'b.js'])).toBe(42);
  rmSync(dist, { recursive: true });
});
