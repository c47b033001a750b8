import { join } from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { isCore, ROOT, sources } from './sources.ts';

/** What every runtime has and the ES2022 library does not declare. */
const EVERYWHERE =
  'declare class URL { constructor(url: string); readonly hostname: string; }\n' +
  'declare class TextEncoder { encode(text: string): Uint8Array; }\n' +
  'declare class TextDecoder { constructor(label: string, options: { fatal: boolean; ignoreBOM: boolean }); decode(bytes: Uint8Array): string; }\n';

it('type-checks with no types but those of every runtime', () => {
  const globals = join(ROOT, 'everywhere.d.ts');
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts'],
    types: [],
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    noEmit: true,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === globals || fileExists(name);
  host.getSourceFile = (name, language) =>
    name === globals ? ts.createSourceFile(name, EVERYWHERE, language) : getSourceFile.call(host, name, language);
  const core = sources().filter(({ path }) => isCore(path));
  const program = ts.createProgram([globals, ...core.map(({ path }) => join(ROOT, 'src', path))], options, host);
  const problems = ts.getPreEmitDiagnostics(program).map(({ messageText, file, start }) => {
    const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start ?? 0).line + 1;
    return `${file?.fileName}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
  expect(problems).toEqual([]);
});

it('bundles for a browser', async () => {
  const { outputFiles, warnings } = await build({
    entryPoints: [join(ROOT, 'src/index.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
  });
  expect(warnings).toEqual([]);
  expect(outputFiles[0]?.text).not.toMatch(/from ["']node:/);
});
