import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../architecture/sources.ts';
import { bundle } from '../support/bundle.ts';
import { messages } from '../support/diagnostics.ts';
import { compilerOptions } from '../support/doors.ts';
import { tempDirectory } from '../support/temp.ts';

type Script = typeof import('../../examples/guard/switch.ts');

it('compiles', () => {
  const files = ['switch.ts', 'rehearsal.ts'].map((name) => join(ROOT, 'examples/guard', name));
  const program = ts.createProgram(files, {
    ...compilerOptions(),
    strict: true,
    erasableSyntaxOnly: true,
    noEmit: true,
  });
  expect(messages(files.flatMap((file) => ts.getPreEmitDiagnostics(program, program.getSourceFile(file))))).toEqual([]);
});

describe('the rehearsal', () => {
  const run = async (...args: string[]) => {
    const file = join(tempDirectory(), 'rehearsal.mjs');
    writeFileSync(file, await bundle({ file: 'examples/guard/rehearsal.ts' }));
    return spawnSync(process.execPath, [file, `--examples=${join(ROOT, 'examples')}`, ...args], { encoding: 'utf8' });
  };

  it('touches nothing where the gate is closed', async () => {
    const { status, stdout } = await run();
    expect(stdout).toMatch(/^nothing was touched: The gate is closed: /);
    expect(status).toBe(1);
  });

  it('takes every step in order where it is open', async () => {
    const { status, stdout, stderr } = await run('--fixed');
    expect(stderr).toBe('');
    expect(stdout.replace(/\d{4}-\S+Z/, 'then').split('\n')).toEqual([
      'would disable SCIM pushes on the old identity provider',
      'would wait until then',
      'would set provisioning of Claude to Manual',
      'would set provisioning of Console to Manual',
      'would delete the SCIM directory',
      'would reset the SSO connection',
      'next: step 5, Verify the reset',
      '',
    ]);
    expect(status).toBe(0);
  });
});

describe('switchBehindTheGate', () => {
  const prepared = async (during: (folder: string) => void) => {
    const folder = tempDirectory();
    const file = join(folder, 'switch.mjs');
    writeFileSync(file, await bundle({ file: 'examples/guard/switch.ts' }));
    const { switchBehindTheGate } = (await import(pathToFileURL(file).href)) as Script;
    for (const name of ['okta-users-fixed.csv', 'entra-users-fixed.csv'])
      copyFileSync(join(ROOT, 'examples', name), join(folder, name));
    const taken: string[] = [];
    let time = Date.parse('2026-06-01T12:00:00Z');
    const take = (step: string) => async () => void taken.push(step);
    const done = switchBehindTheGate({
      old: { file: join(folder, 'okta-users-fixed.csv'), sso: 'email', scim: 'email' },
      new: { file: join(folder, 'entra-users-fixed.csv'), sso: 'mail', scim: 'mail' },
      organizations: ['Claude'],
      folder,
      now: () => new Date(time),
      waitUntil: async (until) => {
        during(folder);
        time = until.getTime();
      },
      steps: {
        'disable-old-scim': take('disable'),
        'set-manual': take('manual'),
        'delete-directory': take('delete'),
        'reset-connection': take('reset'),
      },
    });
    return { done, taken, folder };
  };

  it('does not delete anything once an export has changed', async () => {
    const { done, taken, folder } = await prepared((where) =>
      writeFileSync(join(where, 'entra-users-fixed.csv'), 'mail\n'),
    );
    await expect(done).rejects.toMatchObject({ code: 'ERR_RUNBOOK_REFUSED' });
    expect(taken).toEqual(['disable', 'manual']);
    expect(existsSync(join(folder, 'certificate.json'))).toBe(true);
  });

  it('records each step, and by whom', async () => {
    const { done, taken, folder } = await prepared(() => {});
    await done;
    expect(taken).toEqual(['disable', 'manual', 'delete', 'reset']);
    const lines = readFileSync(join(folder, 'journal.jsonl'), 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).by)).toEqual(Array(5).fill('the switch tool'));
  });
});
