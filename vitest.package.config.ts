import { defineConfig } from 'vitest/config';

/** Packs the built package, installs it elsewhere, and uses it on every supported version of Node. */
export default defineConfig({
  test: { include: ['test/package/**/*.slow.ts'], testTimeout: 300_000, hookTimeout: 600_000 },
});
