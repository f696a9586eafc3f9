// Installs what the lockfile asks for when it is not there yet. Runs on any Node >= 20, before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampFile = join(root, 'node_modules', '.cordee-install');
const quiet = process.argv.includes('--quiet');

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function isInstalled() {
  if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== lockHash()) return false;
  return existsSync(join(root, 'node_modules', '.bin', 'node'));
}

function fail(message) {
  console.error(`cordee: ${message}`);
  process.exit(1);
}

const major = Number(process.versions.node.split('.')[0]);
if (major < 20) fail(`Node ${process.versions.node} is too old. Install Node 20 or newer, then run the command again.`);

// Not `npm ci`: the lockfile pins every version, but may lack the native binaries of platforms it was not written on.
if (!isInstalled()) {
  if (!quiet) console.log('cordee: installing dependencies (about half a minute, once)…');
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm]] : ['npm', []];
  const result = spawnSync(command, [...args, 'install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'],
    shell: !npm && process.platform === 'win32',
  });
  if (result.status !== 0) {
    fail(
      '`npm install` failed. Check that the npm registry can be reached and that the disk is not full, then run the command again.',
    );
  }
  writeFileSync(stampFile, lockHash());
}

// Without --quiet too: whoever serves needs the screens. A fingerprint of their sources says whether they are current.
const { isBuilt } = await import('../apps/web/build/sources.mjs');
if (!isBuilt()) {
  if (!quiet) console.log('cordee: building the screens (a few seconds, when they changed)…');
  const node = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  const built = spawnSync(node, [join(root, 'apps', 'web', 'build', 'build.ts')], {
    cwd: root,
    stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (built.status !== 0) fail('the screens could not be built; the lines above say why.');
}
