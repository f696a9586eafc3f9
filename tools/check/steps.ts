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

/** How the embedded server is kept alive is no matter of SQL. */
const EMBEDDED = '**/db/embedded/**';
const database = ['vitest', 'run', '--project', 'database'] as const;

/** The longest first, so that two at a time end together. */
export function listSteps(): Step[] {
  return [
    { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings', '--report-unused-disable-directives'] },
    { name: 'types: all', command: ['tsc', '-p', '.'] },
    { name: 'types: core', command: ['tsc', '-p', 'packages/core'] },
    { name: 'dead code', command: ['knip', '--no-progress', '--no-config-hints'] },
    { name: 'types: contract', command: ['tsc', '-p', 'packages/contract'] },
    { name: 'types: tracker', command: ['tsc', '-p', 'packages/tracker'] },
    { name: 'types: web', command: ['tsc', '-p', 'apps/web'] },
    { name: 'strings', command: ['node', 'apps/web/build/strings.ts'] },
    { name: 'size of the screens', command: ['node', 'tools/size/main.ts'] },
    { name: 'walls', command: ['node', 'tools/walls/main.ts'] },
    { name: 'documents', command: ['node', 'tools/documents.ts'] },
    { name: 'format', command: ['oxfmt', '--check', '.'] },
    {
      name: 'unit and property tests',
      command: ['vitest', 'run', '--project', 'core', '--project', 'unit', '--project', 'web'],
      alone: true,
    },
    { name: 'generated files', command: ['node', 'tools/generate.ts', '--check'], all: true, alone: true },
    { name: 'database and end-to-end tests', command: database, all: true, alone: true },
    { name: 'journeys in a browser', command: ['vitest', 'run', '--project', 'browser'], all: true, alone: true },
    systemPostgresStep(),
  ];
}

/** The same tests on the machine's own server: the SQL must hold on all of PostgreSQL 15 to 18. */
function systemPostgresStep(): Step {
  const step = {
    name: 'database tests on the PostgreSQL of this machine',
    command: [...database, 'apps/server', '--exclude', EMBEDDED] as const,
  };
  const folder = findSystemPostgres();
  if (folder === null) return { ...step, all: true, alone: true, skip: 'no PostgreSQL 15 to 18 is installed here' };
  return { ...step, all: true, alone: true, env: { CORDEE_TEST_PG_BIN: folder } };
}
