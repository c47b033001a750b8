import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { OUTCOMES } from '../../src/model/person.ts';
import { ROOT } from '../architecture/sources.ts';
import { runCommand } from '../support/command.ts';

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const EXAMPLES = readFileSync(join(ROOT, 'examples/README.md'), 'utf8');
const DOORS = { 'idp-preflight': 'src/index.ts', 'idp-preflight/node': 'src/node.ts' };

function blocks(text: string, language: string): string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, code = '']) => code);
}

const examples = blocks(README, 'ts');

describe('the examples of library use', () => {
  it('are there', () => {
    expect(examples.length).toBe(3);
  });

  it('compile', () => {
    const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
    options.paths = Object.fromEntries(Object.entries(DOORS).map(([door, file]) => [door, [join(ROOT, file)]]));
    const sources = new Map(examples.map((code, index) => [join(ROOT, `example-${index}.ts`), code]));
    const host = ts.createCompilerHost(options);
    const { getSourceFile, fileExists } = host;
    host.fileExists = (name) => sources.has(name) || fileExists(name);
    host.getSourceFile = (name, language) => {
      const code = sources.get(name);
      return code === undefined ? getSourceFile.call(host, name, language) : ts.createSourceFile(name, code, language);
    };
    const problems = ts.getPreEmitDiagnostics(ts.createProgram([...sources.keys()], options, host));
    expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))).toEqual([]);
  });

  it.each(examples.map((code, index) => ({ code, name: `example ${index + 1}` })))('$name runs', async ({ code }) => {
    const { outputFiles } = await build({
      stdin: { contents: code, resolveDir: ROOT, loader: 'ts' },
      alias: Object.fromEntries(Object.entries(DOORS).map(([door, file]) => [door, join(ROOT, file)])),
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'node',
      target: 'node20',
    });
    const script = outputFiles[0]?.text ?? '';
    const ran = spawnSync(process.execPath, ['--input-type=module', '-'], {
      cwd: ROOT,
      encoding: 'utf8',
      input: script,
    });
    expect(ran.stderr).toBe('');
    expect(ran.status).toBe(0);
    expect(ran.stdout).toMatch(/keeps-account|sign-in-blocked/);
  });
});

describe('the commands', () => {
  const commands = blocks(EXAMPLES, 'sh').flatMap((block) =>
    block.split('\n').filter((line) => line.includes(' check ')),
  );
  const said = [...EXAMPLES.matchAll(/The gate is (?:closed|open) \(exit status (\d)\)/g)].map(([, status]) =>
    Number(status),
  );

  it('of the examples end as they say', async () => {
    expect(commands.length).toBe(2);
    expect(said.length).toBe(commands.length);
    for (const [index, command] of commands.entries()) {
      const args = command
        .replace(/^npx idp-preflight /, '')
        .split(' ')
        .map((word) => (word.endsWith('.csv') ? join(ROOT, word) : word));
      const { status, stdout, stderr } = await runCommand(args);
      expect(status, command).toBe(said[index]);
      // What is left to read where the gate is open, and who would have to be asked without the maps.
      if (status === 0) {
        const warnings = /(\d+) warnings are left to read/.exec(EXAMPLES)?.[1];
        expect(stderr).toContain(`(0 errors, ${warnings} warnings,`);
        const differing = /`userPrincipalName` and `mail` for (\d+)\./.exec(EXAMPLES)?.[1];
        const unmapped = await runCommand(
          args.filter((arg, at) => arg !== '--new-map' && args[at - 1] !== '--new-map'),
        );
        expect(unmapped.stdout).toContain(`for ${differing} active users`);
      }
      expect(stdout).toMatch(status === 0 ? /^GATE OPEN/ : /^GATE CLOSED/);
    }
  });

  it('of the README are scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const named = [...README.matchAll(/npm run ([a-z:]+)/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(0);
    for (const name of [...named, 'test']) expect(scripts).toHaveProperty([name]);
  });
});

describe('the README', () => {
  it('names every flag and every outcome', async () => {
    const { stdout } = await runCommand(['--help']);
    const flags = new Set(stdout.match(/--[a-z-]+/g));
    for (const flag of flags) if (flag !== '--help' && flag !== '--version') expect(README).toContain(flag);
    for (const flag of README.match(/(?<=`)--[a-z-]+/g) ?? []) expect([...flags]).toContain(flag);
    for (const outcome of OUTCOMES) expect(README).toContain(`| \`${outcome}\` |`);
  });

  it('names files that there are', () => {
    for (const name of README.match(/examples\/[\w-]+\.csv/g) ?? [])
      expect(existsSync(join(ROOT, name)), name).toBe(true);
  });
});
