import { defineConfig } from 'tsup';

const shared = { target: 'node20', splitting: false, sourcemap: false, treeshake: true } as const;

export default defineConfig([
  {
    ...shared,
    entry: { index: 'src/index.ts', node: 'src/node.ts' },
    format: ['esm', 'cjs'],
    dts: true,
    // ESM only: left out of the bundle, require() of the CommonJS door would fail at run time.
    noExternal: ['p-limit'],
  },
  {
    ...shared,
    entry: { cli: 'src/cli/main.ts' },
    format: ['esm'],
    platform: 'node',
    banner: { js: '#!/usr/bin/env node' },
    // One file: a command starts faster than its packages load.
    noExternal: [/.*/],
  },
]);
