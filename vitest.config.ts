import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
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
          exclude: ['**/*.unit.test.ts', '**/node_modules/**'],
          globalSetup: ['apps/server/test/global-setup.ts'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
