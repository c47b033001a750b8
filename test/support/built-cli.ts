import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll } from 'vitest';
import { ROOT } from '../architecture/sources.ts';
import { WITH_REQUIRE } from './bundle.ts';

/** Bundles the command line as it is now into one file that Node can run; returns its path. */
export async function builtCli(): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'idp-preflight-cli-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  const outfile = join(directory, 'cli.mjs');
  await build({
    entryPoints: [join(ROOT, 'src/cli/main.ts')],
    bundle: true,
    outfile,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    banner: WITH_REQUIRE,
  });
  return outfile;
}
