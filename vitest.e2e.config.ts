import { defineConfig } from 'vitest/config';

/** Real service providers, each a process of its own, beside one another: half of the machine for each. */
export default defineConfig({
  test: { include: ['test/e2e/*.slow.ts'], testTimeout: 600_000, hookTimeout: 600_000, maxWorkers: 2 },
});
