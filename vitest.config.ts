import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Begin with the files that take minutes, or one worker ends long after the other. */
class LongestFirst extends BaseSequencer {
  static readonly long = ['e2e/faults/faults.test.ts', 'embedded/start-embedded.test.ts'];

  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = LongestFirst.long.findIndex((part) => moduleId.includes(part));
      return place < 0 ? LongestFirst.long.length : place;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

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
        },
      },
      {
        extends: './apps/web/vite.config.ts',
        test: {
          name: 'web',
          include: ['apps/web/src/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          setupFiles: ['apps/web/test/set-up.ts'],
          pool: 'threads',
        },
      },
      {
        test: {
          name: 'browser',
          include: ['e2e/web/**/*.test.ts'],
          globalSetup: ['e2e/web/global-setup.ts'],
          pool: 'forks',
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
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
