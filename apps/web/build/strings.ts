// Checks that every string of the screens is in both languages, and that no catalogue holds one that has gone.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

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
