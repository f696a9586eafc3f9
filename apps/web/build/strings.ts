// Checks that every string of the screens is in both languages, that no catalogue holds one that has gone, and that none is translated
// in two ways: the catalogues of a language are one in the browser, and the last one loaded would win.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatter } from '@lingui/format-po';

const web = join(import.meta.dirname, '..');
const lingui = join(web, '../../node_modules/@lingui/cli/dist/lingui.js');
for (const check of [
  ['sync', '--clean'],
  ['missing', '--mode', 'catalog'],
]) {
  const { status } = spawnSync(process.execPath, [lingui, 'check', ...check, '--workers', '1', '--verbose'], {
    cwd: web,
    stdio: 'inherit',
  });
  if (status !== 0) {
    console.error('Run `npm run strings -w apps/web`, then write what is missing in apps/web/locales/fr.');
    process.exitCode = 1;
  }
}

const folder = join(web, 'locales/fr');
const ways = new Map<string, Map<string, string>>();
for (const file of readdirSync(folder)) {
  const context = { locale: 'fr', sourceLocale: 'en', filename: file };
  const strings = await formatter().parse(readFileSync(join(folder, file), 'utf8'), context);
  for (const { message = '', context: use = '', translation = '' } of Object.values(strings)) {
    const key = `${message} ${use === '' ? '' : `(${use})`}`.trim();
    ways.set(key, (ways.get(key) ?? new Map<string, string>()).set(translation, file));
  }
}
for (const [key, found] of ways) {
  if (found.size < 2) continue;
  const each = [...found].map(([translation, file]) => `“${translation}” in ${file}`).join(', ');
  console.error(`“${key}” is ${each}: translate it once, or say with a context what it is about.`);
  process.exitCode = 1;
}
