import { describe, expect, it } from 'vitest';
import type { DefectKind } from '../../src/inspect/inspection.ts';
import { inspect } from '../../src/node/inspect.ts';
import { tempFiles } from '../support/temp.ts';
import { inspectionText } from './inspected.ts';

async function defectsOf(content: string, kind: DefectKind) {
  const files = tempFiles({ 'a.csv': content });
  const [found] = (await inspect([files['a.csv']])).files;
  return found?.defects.filter((defect) => defect.kind === kind);
}

const at = (line: number, note: string | RegExp = '', endLine = line) => ({
  line,
  endLine,
  note: typeof note === 'string' ? note : expect.stringMatching(note),
});

describe('defects are told with their lines', () => {
  it('records that could not be read', async () => {
    const found = await defectsOf('email,name\na@x.com,A,more\nb@x.com,B\nc@x.com,"C\nd\n', 'record-rejected');
    expect(found).toMatchObject([{ severity: 'error', count: 2, places: [at(2, /3 cells/), at(4, /quote/, 5)] }]);
  });

  it('headers that stand there twice', async () => {
    const found = await defectsOf('email,dept,dept\na@x.com,1,2\n', 'duplicate-header');
    expect(found).toMatchObject([{ severity: 'warning', column: 'dept', count: 2 }]);
    const read = await defectsOf('email,email\na@x.com,a@x.com\n', 'duplicate-header');
    expect(read).toMatchObject([{ severity: 'error', column: 'email', count: 2 }]);
  });

  it('cells that lost what they held', async () => {
    const found = await defectsOf(
      'email,employeeId,x\na@x.com,1.2E+5,\nb@x.com,7,#N/A\nc@x.com,#REF!,#N/A\n',
      'lossy-cell',
    );
    expect(found).toMatchObject([
      { severity: 'error', column: 'employeeId', count: 2, places: [at(2), at(4)] },
      { severity: 'warning', column: null, count: 2, places: [at(3, /first of 2 in “x”/)] },
    ]);
  });

  it('letters that were lost in an encoding', async () => {
    const found = await defectsOf('email,name\na@x.com,Ann\nb\uFFFD@x.com,Bj\uFFFDrn\n', 'encoding-lossy');
    expect(found).toMatchObject([
      { column: 'email', count: 1, places: [at(3)] },
      { column: 'name', count: 1, places: [at(3)] },
    ]);
  });

  it('words of a status that nobody knows', async () => {
    const found = await defectsOf('email,status\na@x.com,active\nb@x.com,zzz\nc@x.com,zzz\n', 'status-unknown');
    expect(found).toMatchObject([{ column: 'status', count: 2, places: [at(3, 'the first')] }]);
  });

  it('no status, with the column that could be one', async () => {
    const found = await defectsOf('email,Konto aktiv\na@x.com,1\nb@x.com,0\n', 'no-status-column');
    expect(found).toMatchObject([{ message: expect.stringContaining('“Konto aktiv” could be one') }]);
  });

  it('records that are there again', async () => {
    const found = await defectsOf('email,name\na@x.com,A\nb@x.com,B\na@x.com,A\n,\na@x.com,A\n', 'same-record-again');
    expect(found).toMatchObject([{ severity: 'info', count: 2, places: [at(4), at(6)] }]);
  });

  it('addresses that differ in letter case alone', async () => {
    const found = await defectsOf('email,name\na@x.com,A\nA@x.com,B\nb@x.com,B\na@X.com,C\n', 'case-variant');
    expect(found).toMatchObject([{ column: 'email', count: 2, places: [at(3, /as line 2/), at(5, /as line 2/)] }]);
  });

  it('white space, controls and invisible characters in addresses', async () => {
    const found = await defectsOf(
      'email\na@x.com\n\u200Bb@x.com\nc\u0007@x.com\nd@x.com\u2003\n"e @ x.com "\n',
      'hidden-character',
    );
    expect(found).toMatchObject([
      {
        column: 'email',
        count: 4,
        places: [
          at(3, 'U+200B at the start'),
          at(4, 'U+0007 inside'),
          at(5, 'U+2003 at the end'),
          at(6, 'space inside, space at the end'),
        ],
      },
    ]);
  });

  it('what is no address', async () => {
    const found = await defectsOf('email\na@x.com\nnobody\nb@@x.com\n', 'not-an-address');
    expect(found).toMatchObject([{ column: 'email', count: 2, places: [at(3), at(4)] }]);
  });

  it('a round number of records', async () => {
    const rows = (count: number) => `email\n${Array.from({ length: count }, (_, n) => `p${n}@x.com\n`).join('')}`;
    expect(await defectsOf(rows(200), 'round-count')).toHaveLength(1);
    expect(await defectsOf(rows(201), 'round-count')).toHaveLength(0);
  });

  it('one file named twice', async () => {
    const files = tempFiles({ 'a.csv': 'email\na@x.com\n' });
    const found = (await inspect([files['a.csv'], files['a.csv']])).files;
    expect(found.map(({ defects }) => defects.some(({ kind }) => kind === 'same-file'))).toEqual([false, true]);
  });

  it('the first few in text, all with --all, and no more than a thousand places', async () => {
    const rows = Array.from({ length: 1500 }, (_, n) => `p${n}@x.com \n`).join('');
    const files = tempFiles({ 'a.csv': `email\n${rows}` });
    const [found] = (await inspect([files['a.csv']])).files;
    const hidden = found?.defects.find(({ kind }) => kind === 'hidden-character');
    expect(hidden?.count).toBe(1500);
    expect(hidden?.places).toHaveLength(1000);
    expect(await inspectionText([files['a.csv']])).toMatch(/… and\s+1496\s+more/);
    expect(await inspectionText([files['a.csv']], true)).toContain('1001: space at the end');
  });
});
