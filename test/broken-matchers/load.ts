/** Loads the library with some of its source replaced; nothing is written anywhere. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import type * as library from '../../src/index.ts';
import type { Broken } from './broken.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** @throws Error where a snippet is not in its file once: the source has moved on, and nothing would be broken. */
export async function loadBroken({ what, changes }: Broken): Promise<typeof library> {
  const changed = new Set<string>();
  const replace: Plugin = {
    name: 'replace',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        let source = await readFile(path, 'utf8');
        for (const { file, snippet, instead } of changes) {
          if (path !== `${ROOT}${file}`) continue;
          if (source.split(snippet).length !== 2) throw new Error(`${what}: not once in ${file}: ${snippet}`);
          source = source.replace(snippet, () => instead);
          changed.add(snippet);
        }
        return { contents: source, loader: 'ts' };
      });
    },
  };
  const { outputFiles } = await build({
    entryPoints: [`${ROOT}src/index.ts`],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'silent',
    plugins: [replace],
  });
  if (changed.size < changes.length)
    throw new Error(`${what}: a file that is to be changed is not part of the library`);
  const [output] = outputFiles;
  return import(`data:text/javascript;base64,${Buffer.from(output?.contents ?? '').toString('base64')}`);
}
