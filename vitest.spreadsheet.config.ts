import { defineConfig } from 'vitest/config';

/** Opens CSV reports with LibreOffice, and workbooks that it saved with ours; it has to be installed. */
export default defineConfig({
  test: { include: ['test/naughty/**/*.slow.ts'], testTimeout: 300_000, hookTimeout: 60_000 },
});
