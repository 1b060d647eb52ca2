import { defineConfig } from 'vitest/config';

/** The search reads files that are compiled: made anew where a change of its code has made them stale. */
const globalSetup = './scripts/build-lexicon.mjs';

export default defineConfig({
  // The local Discord is tested from its sources, not from what was last built. Node gets these conditions, too, also for
  // `require`: 'import' among them would hand modules to packages that require their parts.
  ssr: { resolve: { conditions: ['source', 'node', 'default'] } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          globalSetup,
          include: ['test/**/*.test.ts', 'packages/*/test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/browser/**'],
          // No test waits on purpose; a machine with other work may take six times as long.
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          globalSetup,
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          globalSetup,
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
