import { defineConfig } from 'vitest/config';

/** Opens CSV reports with LibreOffice, which has to be installed. */
export default defineConfig({
  test: { include: ['test/naughty/**/*.slow.ts'], testTimeout: 300_000, hookTimeout: 60_000 },
});
