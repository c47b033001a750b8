import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

/** These keep count, in a module of their own, of names that are never used twice, or work in a folder of their own. */
const APART = ['test/golden/**/*.test.ts', 'test/migration/**/*.test.ts', 'test/tenant/**/*.test.ts'];
/** So long that only what hangs takes longer, on a machine that is busy with other things too. */
const usual = { testTimeout: 180_000 };

export default defineConfig({
  test: {
    // By itself it leaves one core alone, which on two cores leaves one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    globalSetup: 'test/e2e/not-run.ts',
    projects: [
      // A module that is loaded once for all files saves a quarter of the time.
      {
        test: {
          ...usual,
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...APART],
          isolate: false,
        },
      },
      { test: { ...usual, name: 'apart', include: APART } },
    ],
  },
});
