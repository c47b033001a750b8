import { defineConfig } from 'vitest/config';

const organisations = Number(process.env.ORGANISATIONS ?? 20_000);
const inputs = Number(process.env.INPUTS ?? 100_000);

/**
 * Many more organisations, and changed exports, than `npm test` has time for, in two halves, as there are two cores on
 * most machines.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: ['first', 'second'].map((half) => ({
      test: {
        name: `${half} half`,
        include: ['test/reference/agreement.test.ts', 'test/fuzz/any-input.test.ts'],
        env: { ORGANISATIONS: String(Math.ceil(organisations / 2)), INPUTS: String(Math.ceil(inputs / 2)) },
      },
    })),
  },
});
