import { join } from 'node:path';
import { findSystemPostgres } from '../../apps/server/src/platform/db/embedded/index.ts';

export interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Only in `npm test`. */
  readonly all?: boolean;
  /** Runs by itself, after the others: it takes all processors, or a database. */
  readonly alone?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** Printed instead of running the step. */
  readonly skip?: string;
}

/** What the tools keep from one run to the next; goes with the installed packages. */
export const CACHE = join(import.meta.dirname, '../../node_modules/.cache/cordee');

/**
 * What the server's version cannot change: these files are about processes, terminals and sums, and the SQL they send on the way
 * is sent by others as well. Everything else runs on both servers; `--all-postgres` leaves nothing out.
 */
const ON_ANY_SERVER = [
  // How the embedded server is kept alive.
  '**/db/embedded/**',
  // Start, signals, ports, settings: the tables are those of migrate.test.ts, the first company that of identity.test.ts.
  'apps/server/src/main.test.ts',
  // Arguments, exit codes and what is printed: the work is that of archive, imports, verify and identity, each with its own tests.
  'apps/server/src/cli/cli.test.ts',
  // Random histories: which statements follow each other is chance, the statements are those of the tests beside them.
  '**/*.property.test.ts',
];
const database = ['vitest', 'run', '--project', 'database'] as const;

/** The longest first, so that two at a time end together. */
export function listSteps({ allPostgres = false } = {}): Step[] {
  return [
    { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings', '--report-unused-disable-directives'] },
    types('all', '.'),
    types('core', 'packages/core'),
    { name: 'dead code', command: ['knip', '--no-progress', '--no-config-hints'] },
    types('contract', 'packages/contract'),
    types('tracker', 'packages/tracker'),
    types('web', 'apps/web'),
    { name: 'strings', command: ['node', 'apps/web/build/strings.ts'] },
    { name: 'size of the screens', command: ['node', 'tools/size/main.ts'] },
    { name: 'walls', command: ['node', 'tools/walls/main.ts'] },
    { name: 'documents', command: ['node', 'tools/documents.ts'] },
    { name: 'format', command: ['oxfmt', '--check', '.'] },
    {
      name: 'unit and property tests',
      command: ['vitest', 'run', '--project', 'core', '--project', 'unit', '--project', 'web', '--project', 'web rules'],
      alone: true,
    },
    { name: 'generated files', command: ['node', 'tools/generate.ts', '--check'], all: true, alone: true },
    { name: 'database and end-to-end tests', command: database, all: true, alone: true },
    { name: 'journeys in a browser', command: ['vitest', 'run', '--project', 'browser'], all: true, alone: true },
    systemPostgresStep(allPostgres ? [] : ON_ANY_SERVER),
  ];
}

/** What was found the last time is kept, so that only what a change can reach is looked at again. */
function types(name: string, project: string): Step {
  const kept = `${CACHE}/types-${name}.tsbuildinfo`;
  return { name: `types: ${name}`, command: ['tsc', '-p', project, '--incremental', '--tsBuildInfoFile', kept] };
}

/** The same tests on the machine's own server: the SQL must hold on all of PostgreSQL 15 to 18. */
function systemPostgresStep(leftOut: readonly string[]): Step {
  const step = {
    name: 'database tests on the PostgreSQL of this machine',
    command: [...database, 'apps/server', ...leftOut.flatMap((files) => ['--exclude', files])] as const,
  };
  const folder = findSystemPostgres();
  if (folder === null) return { ...step, all: true, alone: true, skip: 'no PostgreSQL 15 to 18 is installed here' };
  return { ...step, all: true, alone: true, env: { CORDEE_TEST_PG_BIN: folder } };
}
