// The checks behind `npm run check` (fast, no database) and `npm test` (`--all`). Stops at the end, not at the first failure.
import { spawnSync } from 'node:child_process';
import { findSystemPostgres } from '../apps/server/src/platform/db/embedded/index.ts';

interface Step {
  name: string;
  command: string[];
  all?: boolean;
  env?: Record<string, string>;
  /** Printed instead of running the step. */
  skip?: string;
}

/** The same tests on the machine's own server: the SQL must hold on all of PostgreSQL 15 to 18. */
function systemPostgresStep(): Step {
  const name = 'database tests on the PostgreSQL of this machine';
  const folder = findSystemPostgres();
  const command = ['vitest', 'run', '--project', 'database', 'apps/server'];
  if (folder === null) return { name, command, all: true, skip: 'no PostgreSQL 15 to 18 is installed here' };
  return { name, command, all: true, env: { CORDEE_TEST_PG_BIN: folder } };
}

const steps: Step[] = [
  { name: 'format', command: ['oxfmt', '--check', '.'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'types: core', command: ['tsc', '-p', 'packages/core'] },
  { name: 'types: contract', command: ['tsc', '-p', 'packages/contract'] },
  { name: 'types: tracker', command: ['tsc', '-p', 'packages/tracker'] },
  { name: 'types: all', command: ['tsc', '-p', '.'] },
  { name: 'walls', command: ['node', 'tools/walls/main.ts'] },
  { name: 'dead code', command: ['knip', '--no-progress'] },
  { name: 'unit and property tests', command: ['vitest', 'run', '--project', 'core', '--project', 'unit'] },
  { name: 'generated files', command: ['node', 'tools/generate.ts', '--check'], all: true },
  { name: 'database and end-to-end tests', command: ['vitest', 'run', '--project', 'database'], all: true },
  systemPostgresStep(),
];

const all = process.argv.includes('--all');
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);
const failed: string[] = [];
const started = Date.now();

for (const step of steps) {
  if (step.all === true && !all) continue;
  if (only !== undefined && !step.name.startsWith(only)) continue;
  if (step.skip !== undefined) {
    console.log(`skip ${step.name}: ${step.skip}`);
    continue;
  }
  const stepStarted = Date.now();
  const [command, ...args] = step.command;
  const result = spawnSync(command ?? '', args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...step.env },
  });
  const seconds = ((Date.now() - stepStarted) / 1000).toFixed(1);
  const ok = result.status === 0;
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${step.name} (${seconds} s)`);
  const output = `${result.stdout}${result.stderr}${result.error === undefined ? '' : String(result.error)}`;
  if (!ok) {
    failed.push(step.name);
    console.log(output);
  } else if (step.name.includes('tests')) {
    console.log(output.split('\n').slice(-8).join('\n'));
  }
}

const seconds = ((Date.now() - started) / 1000).toFixed(1);
if (failed.length > 0) {
  console.log(`\n${failed.length} of the checks failed: ${failed.join(', ')} (${seconds} s)`);
  process.exitCode = 1;
} else {
  console.log(`\nall checks passed (${seconds} s)`);
}
