import { configDefaults, defineConfig } from 'vitest/config';

/** These make names that are never used twice, and keep count of them in a module of their own. */
const COUNTING = ['test/golden/**/*.test.ts', 'test/tenant/**/*.test.ts'];
const usual = { testTimeout: 60_000 };

export default defineConfig({
  test: {
    globalSetup: 'test/e2e/not-run.ts',
    projects: [
      // A module that is loaded once for all files saves a quarter of the time.
      {
        test: {
          ...usual,
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...COUNTING],
          isolate: false,
        },
      },
      { test: { ...usual, name: 'apart', include: COUNTING } },
    ],
  },
});
