import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { posixWord } from '../../src/inspect/posix-word.ts';
import { inspect } from '../../src/node/inspect.ts';
import { ROOT } from '../architecture/sources.ts';
import { EXPORTED } from '../loaders/exported/index.ts';
import { tempDirectory, tempFiles } from '../support/temp.ts';
import { exitStatus } from './inspected.ts';

const EXPORTS = join(ROOT, 'fixtures/exports');

/** The words that a shell makes of a line. */
function shellWords(line: string, shell = 'sh'): string[] {
  const script = `set -- ${line}\nfor word do printf '%s\\0' "$word"; done`;
  return execFileSync(shell, ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
}

describe('the command to type next', () => {
  const idps = EXPORTED.filter(({ side }) => side !== 'app').map(({ file }) => join(EXPORTS, file));
  const members = EXPORTED.filter(({ side }) => side === 'app').map(({ file }) => join(EXPORTS, file));

  it.each(idps)('of %s and every other export runs', async (old) => {
    for (const next of idps) {
      const answer = (await inspect([old, next])).next;
      expect(answer?.isComplete, next).toBe(true);
      const { status, stderr } = await exitStatus(answer?.args ?? []);
      expect([0, 1], `${next}: ${stderr}`).toContain(status);
    }
  });

  it.each(idps)('of %s with a list of members runs, whatever the order', async (old) => {
    const [next = '', list = ''] = [join(EXPORTS, 'generic/staff-unicode-text.txt'), members[0]];
    for (const files of [
      [list, old, next],
      [old, list, next],
      [old, next, list],
    ]) {
      const answer = (await inspect(files)).next;
      expect(answer?.args.filter((word) => /^--(?:old|new|app)$/.test(word))).toEqual(['--old', '--new', '--app']);
      const { status, stderr } = await exitStatus(answer?.args ?? []);
      expect([0, 1], stderr).toContain(status);
    }
  });

  it('is the same as a line for a shell', async () => {
    for (const old of idps) {
      const answer = (await inspect([old, idps[0] ?? ''])).next;
      expect(shellWords(answer?.line ?? '')).toEqual(['idp-preflight', ...(answer?.args ?? [])]);
    }
  });

  it('asks for the other file where there is one only, and says so', async () => {
    const answer = (await inspect([idps[0] ?? ''])).next;
    expect(answer).toMatchObject({ isComplete: false });
    expect(answer?.args.slice(-2)).toEqual(['--new', 'FILE']);
    expect(answer?.questions.map(({ about }) => about)).toContain('other-file');
  });

  it('asks for the exports where there are members only', async () => {
    const answer = (await inspect(members)).next;
    expect(answer).toMatchObject({ isComplete: false });
    expect(answer?.args.slice(0, 5)).toEqual(['check', '--old', 'FILE', '--new', 'FILE']);
  });

  it('leaves a third export out, and says so', async () => {
    const [a = '', b = '', c = ''] = idps;
    const answer = (await inspect([a, b, c])).next;
    expect(answer?.args).not.toContain(c);
    expect(answer?.questions).toContainEqual(expect.objectContaining({ about: 'unused-file', file: c }));
  });

  it('takes files with one header for pages where there is another export', async () => {
    const files = tempFiles({
      'a1.csv': 'email,name\nann@example.com,Ann Lee\n',
      'a2.csv': 'email,name\nbob@example.com,Bob Roe\n',
      'b.csv': 'mail,displayName\nann@example.com,Ann Lee\nbob@example.com,Bob Roe\n',
    });
    const inspection = await inspect([files['a1.csv'], files['b.csv'], files['a2.csv']]);
    expect(inspection.next?.args).toEqual([
      'check',
      ...['--old', files['a1.csv'], '--old', files['a2.csv'], '--old-map', 'sso=email', '--old-map', 'scim=email'],
      ...['--new', files['b.csv'], '--new-map', 'sso=mail', '--new-map', 'scim=mail'],
    ]);
    expect(inspection.overlaps).toHaveLength(1);
    expect(inspection.overlaps[0]?.emails[0]).toMatchObject({ inBoth: 2, onlyOld: 0, onlyNew: 0 });
    expect((await exitStatus(inspection.next?.args ?? [])).status).toBe(0);
  });

  it.each([
    '-dash.csv',
    '--old',
    "it's.csv",
    'two words.csv',
    '$(echo x).csv',
    '`id`.csv',
    'a\\b"c.csv',
    'new\nline.csv',
    'ends in a line end\n',
    'esc\u001B[31m.csv',
    'zero\u200Bwidth.csv',
    'no-break\u00A0space.csv',
    '~.csv',
    '=ls',
    'Zoë*?[x].csv',
    '!!.csv',
  ])('names a file called %j', async (name) => {
    const directory = tempDirectory();
    mkdirSync(join(directory, 'in'));
    writeFileSync(join(directory, 'in', name), 'email,name\nann@example.com,Ann Lee\n');
    writeFileSync(join(directory, 'in', 'b.csv'), 'mail,name\nann@example.com,Ann Lee\n');
    const here = process.cwd();
    process.chdir(join(directory, 'in'));
    try {
      const answer = (await inspect([name, 'b.csv'])).next;
      expect(answer?.isComplete).toBe(true);
      expect(answer?.line).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u00A0\u200B]/);
      // A line end at the end of a name is beyond the oldest shells.
      const shell = name.endsWith('\n') ? 'bash' : 'sh';
      expect(shellWords(answer?.line ?? '', shell)).toEqual(['idp-preflight', ...(answer?.args ?? [])]);
      expect(await exitStatus(answer?.args ?? [])).toMatchObject({ status: 0 });
    } finally {
      process.chdir(here);
    }
  });

  it('maps columns with any name', async () => {
    for (const column of ["it's = the, mail", ' mail ', 'm\u200Bail', '$mail', 'mäil "x"', '-map', '--', 'a\tb']) {
      const text = `"${column.replaceAll('"', '""')}",name\nann@example.com,Ann Lee\n`;
      const files = tempFiles({ 'a.csv': text, 'b.csv': text });
      const answer = (await inspect([files['a.csv'], files['b.csv']])).next;
      expect(answer?.isComplete, column).toBe(true);
      expect(shellWords(answer?.line ?? '')).toEqual(['idp-preflight', ...(answer?.args ?? [])]);
      expect(await exitStatus(answer?.args ?? []), column).toMatchObject({ status: 0 });
    }
  });

  it('names another column where the usual one is empty', async () => {
    const files = tempFiles({
      'a.csv': 'email,login,name\n,ann@example.com,Ann Lee\n',
      'b.csv': 'email,name\nann@example.com,Ann Lee\n',
    });
    const answer = (await inspect([files['a.csv'], files['b.csv']])).next;
    expect(answer?.args).toContain('sso=login');
    expect(answer?.questions.map(({ about }) => about)).toContain('which-column');
    expect((await exitStatus(answer?.args ?? [])).status).toBe(0);
  });

  it('leaves a column to be filled in where nothing is an address', async () => {
    const files = tempFiles({ 'a.csv': 'x,y\n1,2\n', 'b.csv': 'email\nann@example.com\n' });
    const { next, files: inspected } = await inspect([files['a.csv'], files['b.csv']]);
    expect(next).toMatchObject({ isComplete: false });
    expect(next?.args).toContain('sso=COLUMN');
    expect(inspected[0]?.defects.map(({ kind }) => kind)).toContain('no-email-column');
  });

  it('names no column whose name stands there twice', async () => {
    const files = tempFiles({
      'a.csv': 'email,email,name\n,ann@example.com,Ann Lee\n',
      'b.csv': 'email,name\nann@example.com,Ann Lee\n',
    });
    const answer = (await inspect([files['a.csv'], files['b.csv']])).next;
    const { status, stderr } = await exitStatus(answer?.args ?? []);
    expect([0, 1], stderr).toContain(status);
  });

  it('maps ids under unusual headers that pair people, and asks', async () => {
    const rows = (header: string, form: (n: number) => string) =>
      `${header}\n${Array.from({ length: 8 }, (_, n) => `p${n}@example.com,${form(n)},P${n} Q${n}\n`).join('')}`;
    const files = tempFiles({
      'a.csv': rows('email,Personalnummer,name', (n) => `00${n + 417}`),
      'b.csv': rows('mail,employeeId,name', (n) => `${n + 417}`),
    });
    const answer = (await inspect([files['a.csv'], files['b.csv']])).next;
    expect(answer?.args).toContain('employee-id=Personalnummer');
    expect(answer?.args).not.toContain('employee-id=employeeId');
    expect(answer?.questions.map(({ about }) => about)).toContain('which-id');
    expect((await exitStatus(answer?.args ?? [])).status).toBe(0);
  });
});

describe('a word for a POSIX shell', () => {
  it('is what it was', () => {
    const text = fc.string({ unit: 'binary', maxLength: 12 }).filter((word) => !/\0|\n$|[\uD800-\uDFFF]/u.test(word));
    const tricky = fc.string({
      unit: fc.constantFrom(...`'"\\$\`!*?~=#&|;<>(){}[] \t\n%-a`),
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            text,
            tricky.filter((word) => !word.endsWith('\n')),
          ),
          { minLength: 1, maxLength: 30 },
        ),
        (words) => {
          expect(shellWords(words.map(posixWord).join(' '))).toEqual(words);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is the word itself where nothing in it is special', () => {
    for (const word of ['okta.csv', '../a/b_c.csv', 'sso=email', '--old', '-']) expect(posixWord(word)).toBe(word);
  });
});

it('uses shells that are there', () => {
  expect(spawnSync('sh', ['-c', 'true']).status).toBe(0);
  expect(dirname(EXPORTS)).toContain('fixtures');
});
