import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadUsers } from '../../src/node.ts';
import { runCommand } from '../support/command.ts';
import { workbookOf } from '../support/workbook.ts';

const CSV = 'email,name\nann@example.com,Žofie Lee\n';
/** Windows-1250, in which the bytes mean other letters than in Windows-1252. */
const CENTRAL = Buffer.from('email,name\nann@example.com,\u008eofie Lee\n', 'latin1');
const WORKBOOK = workbookOf([
  { name: 'Notes', rows: { 1: ['email'], 2: ['nobody@example.com'] } },
  { name: 'Users', rows: { 1: ['email', 'name'], 2: ['ann@example.com', 'Žofie Lee'] } },
]);
const MAPS = ['old', 'new'].flatMap((side) => [`--${side}-map`, 'sso=email', `--${side}-map`, 'scim=email']);

const folder = mkdtempSync(join(tmpdir(), 'idp-preflight-reading-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = (name: string) => join(folder, name);
writeFileSync(path('plain.csv'), CSV);
writeFileSync(path('central.csv'), CENTRAL);
writeFileSync(path('users.xlsx'), WORKBOOK);
writeFileSync(path('workbook'), WORKBOOK);

const check = (old: string, next: string, ...args: string[]) =>
  runCommand(['check', '--old', path(old), '--new', path(next), ...MAPS, '--report', 'json', '--all', ...args]);

async function inputsOf(...args: Parameters<typeof check>) {
  const { status, stdout, stderr } = await check(...args);
  if (stdout === '') return { status, stderr };
  const { inputs, people } = JSON.parse(stdout);
  return {
    status,
    encodings: inputs.map(({ encoding }: { encoding: string }) => encoding),
    names: people.map((person: { new: { name: string } | null }) => person.new?.name),
  };
}

describe('--sheet', () => {
  it.each([
    [['--sheet', 'Users'], 'users.xlsx'],
    [['--sheet', 'new=Users'], 'workbook'],
    [['--sheet', 'Notes', '--sheet', 'new=Users'], 'users.xlsx'],
  ])('%j names the sheet that is read', async (args, file) => {
    expect(await inputsOf('plain.csv', file, ...args)).toMatchObject({ status: 0, names: ['Žofie Lee'] });
  });

  it('left out, it is the first', async () => {
    expect((await check('plain.csv', 'users.xlsx')).status).toBe(1);
  });

  it.each([
    [
      ['--sheet', 'Usres'],
      'users.xlsx',
      'There is no sheet "Usres" in this workbook. Did you mean Users? It has: "Notes", "Users".',
    ],
    [['--sheet', 'Users'], 'workbook', 'No file is named .xlsx. Say which side has the sheet: --sheet new=Users.'],
    [['--sheet', 'old=Users'], 'users.xlsx', 'There is no sheet "Users" where there is no workbook (.xlsx):'],
    [['--sheet', 'app=Users'], 'users.xlsx', 'is about --app FILE, which is not given'],
    [['--sheet', 'Users', '--sheet', 'Notes'], 'users.xlsx', '--sheet is given twice'],
    [['--sheet', 'new=Users', '--sheet', 'new=Notes'], 'users.xlsx', '--sheet new= is given twice'],
    [['--sheet', 'new='], 'users.xlsx', '--sheet names nothing'],
  ])('%j is refused', async (args, file, message) => {
    const { status, stderr } = await check('plain.csv', file, ...args);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });
});

describe('--encoding', () => {
  it('overrules the guess, and stands in the report', async () => {
    expect(await inputsOf('plain.csv', 'central.csv')).toMatchObject({
      encodings: ['utf-8', 'windows-1252'],
      names: ['Žofie Lee'],
    });
    const bytes = Buffer.from('email,name\nann@example.com,\u00f8\n', 'latin1');
    writeFileSync(path('hungarian.csv'), bytes);
    expect(await inputsOf('plain.csv', 'hungarian.csv')).toMatchObject({ names: ['ø'] });
    expect(await inputsOf('plain.csv', 'hungarian.csv', '--encoding', 'new=windows-1250')).toMatchObject({
      encodings: ['utf-8', 'windows-1250'],
      names: ['ř'],
    });
  });

  it.each([
    ['latin1', 'windows-1252'],
    ['CP1250', 'windows-1250'],
    ['sjis', 'shift_jis'],
  ])('takes %s for %s', async (name, encoding) => {
    const { inputs } = await loadUsers(path('plain.csv'), { side: 'old', encoding: name });
    expect(inputs[0]?.encoding).toBe(encoding);
  });

  it.each([
    [['--encoding', 'utf-9'], 'Unknown encoding "utf-9". Name one such as utf-8'],
    [['--encoding', 'new=utf-9'], 'Unknown encoding "utf-9"'],
    [['--encoding', 'utf-8', '--encoding', 'utf-8'], 'given twice'],
  ])('%j is refused', async (args, message) => {
    const { status, stderr } = await check('plain.csv', 'plain.csv', ...args);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });
});

describe('elsewhere', () => {
  it('in a config, over which flags win', async () => {
    const config = `old: { files: plain.csv }\nnew: { files: users.xlsx, sheet: Notes, encoding: utf-8 }\n`;
    writeFileSync(path('idp.yaml'), config);
    const run = (...args: string[]) => runCommand(['check', '--config', path('idp.yaml'), ...MAPS, ...args]);
    expect((await run()).status).toBe(1);
    expect((await run('--sheet', 'new=Users')).status).toBe(0);
    expect((await run('--sheet', 'Users')).status).toBe(0);
  });

  it('inspect takes both, and hands them on', async () => {
    const { stdout, status } = await runCommand([
      'inspect',
      path('central.csv'),
      path('users.xlsx'),
      '--sheet',
      'Users',
      '--encoding',
      'windows-1250',
      '--report',
      'json',
    ]);
    expect(status).toBe(0);
    const { next } = JSON.parse(stdout);
    expect(next.args).toEqual(expect.arrayContaining(['--encoding', 'old=windows-1250', '--sheet', 'new=Users']));
    expect((await runCommand(next.args)).status).not.toBe(2);
    const stray = await runCommand(['inspect', path('plain.csv'), '--sheet', 'Users']);
    expect(stray).toMatchObject({ status: 2, stderr: expect.stringContaining('where there is no workbook') });
  });

  it('init writes both into the config', async () => {
    const config = path('drafted.yaml');
    const { status, stderr } = await runCommand([
      'init',
      '--old',
      path('central.csv'),
      '--new',
      path('users.xlsx'),
      '--sheet',
      'Users',
      '--encoding',
      'old=windows-1250',
      '--config',
      config,
    ]);
    expect(stderr).toContain('wrote');
    expect(status).toBe(0);
    expect(readFileSync(config, 'utf8')).toMatch(/encoding: "windows-1250"[\s\S]*sheet: "Users"/);
    expect((await runCommand(['check', '--config', config])).status).not.toBe(2);
  });
});
