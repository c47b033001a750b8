import { defineConfig } from 'vitest/config';

/** Many more organisations than `npm test` has time for. */
export default defineConfig({
  test: {
    include: ['test/reference/agreement.test.ts'],
    env: { ORGANISATIONS: process.env.ORGANISATIONS ?? '20000' },
  },
});
