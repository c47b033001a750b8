import { defineConfig, type Options } from 'tsup';

// Packages in CommonJS ask for Node's own modules by `require`, which a module has not.
const REQUIRE =
  "import { createRequire as requireFrom } from 'node:module';\nvar require = requireFrom(import.meta.url);";
const shared = { target: 'node20', sourcemap: false, treeshake: true } as const;

/** A bundle takes of the spreadsheet library what it reads rows with: the rest would be half of the command. */
const readingAlone: NonNullable<Options['esbuildOptions']> = (options) => {
  options.alias = { 'hucre/xlsx': './node_modules/hucre/dist/xlsx/stream-reader.mjs' };
};

export default defineConfig([
  {
    ...shared,
    entry: { index: 'src/index.ts', node: 'src/node.ts' },
    format: ['esm', 'cjs'],
    dts: true,
    // The doors share their chunks: an error thrown behind one is an instance of the class that the other exports.
    splitting: true,
    // import.meta.url in the CommonJS build.
    shims: true,
    // ESM only: left out of the bundle, require() of the CommonJS door would fail at run time.
    noExternal: ['p-limit', 'canonicalize'],
  },
  {
    ...shared,
    entry: { cli: 'src/cli/main.ts' },
    format: ['esm'],
    platform: 'node',
    splitting: false,
    banner: { js: `#!/usr/bin/env node\n${REQUIRE}` },
    // One file: a command starts faster than its packages load.
    noExternal: [/.*/],
    esbuildOptions: readingAlone,
  },
  {
    ...shared,
    // Opened by both doors and the command, from beside themselves.
    entry: { 'load-worker': 'src/node/load-worker.ts' },
    format: ['esm'],
    platform: 'node',
    splitting: false,
    banner: { js: REQUIRE },
    noExternal: [/.*/],
    esbuildOptions: readingAlone,
  },
]);
