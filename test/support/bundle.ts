import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../architecture/sources.ts';
import { DOORS } from './doors.ts';

/** What a bundle of modules lacks: packages in CommonJS ask for Node's own modules by `require`. */
export const WITH_REQUIRE = {
  js: "import { createRequire as requireFrom } from 'node:module';\nvar require = requireFrom(import.meta.url);",
};

/** One script that Node can run, of a file or of code, with the doors bundled as they are now. */
export async function bundle(source: { readonly file: string } | { readonly code: string }): Promise<string> {
  const { outputFiles } = await build({
    ...('file' in source
      ? { entryPoints: [join(ROOT, source.file)] }
      : { stdin: { contents: source.code, resolveDir: ROOT, loader: 'ts' as const } }),
    alias: Object.fromEntries(Object.entries(DOORS).map(([door, file]) => [door, join(ROOT, file)])),
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    banner: WITH_REQUIRE,
  });
  return outputFiles[0]?.text ?? '';
}
