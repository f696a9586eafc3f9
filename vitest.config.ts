import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Begin with the files that take minutes, or one worker ends long after the other. */
class LongestFirst extends BaseSequencer {
  static readonly long = [
    'e2e/web/every-screen.test.ts',
    'journeys/whole-partnership.test.ts',
    'journeys/invoices.test.ts',
    'journeys/programs.test.ts',
    'journeys/approvals.test.ts',
    'e2e/faults/faults.test.ts',
    'src/main.test.ts',
    'test/routes.test.ts',
    'debt/debt.property.test.ts',
    'invoice/invoice.test.ts',
    'embedded/start-embedded.test.ts',
  ];

  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = LongestFirst.long.findIndex((part) => moduleId.includes(part));
      return place < 0 ? LongestFirst.long.length : place;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

/** It is there for what hangs: on a busy machine the quickest test may take seconds. */
const testTimeout = 30_000;

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'core',
          include: ['packages/core/src/**/*.test.ts', 'packages/contract/src/**/*.test.ts'],
          pool: 'threads',
          isolate: false,
          testTimeout,
        },
      },
      {
        extends: './apps/web/vite.config.ts',
        test: {
          name: 'web',
          include: ['apps/web/src/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['apps/web/test/set-up.ts'],
          pool: 'threads',
          isolate: false,
          testTimeout,
        },
      },
      {
        // What decides without a page is given none, unless its first line asks for it: to make one takes longer than these tests.
        extends: './apps/web/vite.config.ts',
        test: {
          name: 'web rules',
          include: ['apps/web/src/**/*.test.ts'],
          setupFiles: ['apps/web/test/language.ts'],
          pool: 'threads',
          isolate: false,
          testTimeout,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['e2e/web/**/*.test.ts'],
          globalSetup: ['e2e/web/global-setup.ts'],
          pool: 'forks',
          // A browser that has read the screens once shows them in half the time: the files of a worker share it.
          isolate: false,
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'unit',
          include: [
            'tools/**/*.test.ts',
            'packages/tracker/**/*.test.ts',
            'apps/server/src/**/*.unit.test.ts',
            'bench/**/*.test.ts',
          ],
          pool: 'threads',
          testTimeout,
        },
      },
      {
        test: {
          name: 'database',
          include: ['apps/server/**/*.test.ts', 'e2e/**/*.test.ts'],
          exclude: ['**/*.unit.test.ts', 'e2e/web/**', '**/node_modules/**'],
          globalSetup: ['apps/server/test/global-setup.ts'],
          pool: 'forks',
          // Loading the server takes longer than most files: their state is in the database, each in its own workspace.
          isolate: false,
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
