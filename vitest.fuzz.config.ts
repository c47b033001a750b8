import { defineConfig } from 'vitest/config';

const organisations = Number(process.env.ORGANISATIONS ?? 20_000);

/** Many more organisations than `npm test` has time for, in two halves, as there are two cores on most machines. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: ['first', 'second'].map((half) => ({
      test: {
        name: `${half} half`,
        include: ['test/reference/agreement.test.ts'],
        env: { ORGANISATIONS: String(Math.ceil(organisations / 2)) },
      },
    })),
  },
});
