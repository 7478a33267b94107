import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

// No test changes a module, so modules are loaded once a worker: of the unit tests 106 s instead of 179 s on two cores.
const isolate = false;

// Every test sees the same day; tests of other days name theirs.
const env = { BUILD_DATE: '2026-11-22', TZ: 'America/Los_Angeles' };

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // Vitest keeps one core for itself otherwise, which on two cores is half of them.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        // Several start whole commands, which takes long when all cores are busy.
        test: {
          name: 'unit',
          isolate,
          include: ['test/unit/**/*.test.{ts,tsx}'],
          env,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          isolate,
          include: ['test/site/**/*.test.ts'],
          env,
          testTimeout: 120_000,
          hookTimeout: 400_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          isolate,
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/serve-demo.ts'],
          env,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // A test that passes only at the second try is printed as such; it must not hold up a whole release.
          retry: 1,
        },
      },
    ],
  },
});
