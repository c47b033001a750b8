import { describe, expect, it } from 'vitest';
import { decisionsOf } from '../../src/crosswalk/decisions.ts';
import { PreflightError } from '../../src/errors.ts';
import { filledIn } from './table.ts';

const A = 'ann@example.com';

function read(header: readonly string[], ...rows: readonly (readonly string[])[]) {
  const lines = rows.map((_, index) => index + 3);
  return decisionsOf({ file: 'crosswalk.csv', header, headerLine: 2, rows, lines });
}

/** What is wrong, and where. */
function fault(header: readonly string[], ...rows: readonly (readonly string[])[]): string {
  try {
    read(header, ...rows);
  } catch (thrown) {
    if (!(thrown instanceof PreflightError)) throw thrown;
    return `${thrown.code} ${thrown.file}:${thrown.line} ${thrown.message}`;
  }
  throw new Error('nothing is wrong');
}

describe('the header', () => {
  it('may be in any order and case, and without what is not needed', () => {
    expect(read(['NEW Email', ' old username ', 'Decision'], [A, 'ann', 'same'])).toEqual([
      {
        decision: 'same',
        old: { username: 'ann', ids: {} },
        new: { email: A, ids: {} },
        file: 'crosswalk.csv',
        line: 3,
      },
    ]);
  });

  it('may end in empty columns', () => {
    expect(read(['decision', 'old email', 'new email', '', ''], ['', A, A, '', ' ', ''])).toHaveLength(1);
  });

  it('holds no column that is not known, or twice, and one for the decision', () => {
    expect(fault(['decision', 'old emial'])).toMatch(
      /^ERR_CROSSWALK crosswalk\.csv:2 There is no column "old emial" in a crosswalk\. Known: decision, note, /,
    );
    expect(fault(['decision', 'old email', 'Old Email'])).toBe(
      'ERR_CROSSWALK crosswalk.csv:2 The column "old email" is there twice.',
    );
    expect(fault(['old email', 'new email'])).toMatch(
      /^ERR_CROSSWALK crosswalk\.csv:2 A crosswalk needs a column "decision"/,
    );
  });
});

describe('a row', () => {
  const header = ['decision', 'note', 'old email', 'old employee-id', 'old name', 'new email', 'app email'];

  it('says same, different or nothing yet', () => {
    const words = ['same', ' Same ', 'DIFFERENT', '', ' '];
    expect(read(header, ...words.map((word) => [word, '', A])).map(({ decision }) => decision)).toEqual([
      'same',
      'same',
      'different',
      undefined,
      undefined,
    ]);
    expect(fault(header, ['same', '', A], ['yes', '', A])).toBe(
      'ERR_CROSSWALK crosswalk.csv:4 Unknown decision "yes". Known: same, different; or leave the cell empty.',
    );
  });

  it('without anybody is nothing, unless it decides', () => {
    expect(read(header, ['', 'a note', ''], [], ['', '', ' '])).toEqual([]);
    expect(fault(header, ['same', 'a note'])).toBe(
      'ERR_CROSSWALK crosswalk.csv:3 A row has a decision and names nobody.',
    );
  });

  it('names nobody by a name alone', () => {
    expect(read(header, ['same', '', '', '', 'Ann Lee', A])).toMatchObject([{ decision: 'same', new: { email: A } }]);
    expect(read(header, ['same', '', '', '', 'Ann Lee', A])[0]).not.toHaveProperty('old');
  });

  it('keeps values as they are, without the guard of a spreadsheet', () => {
    const [row] = read(header, ['same', "'=now", `${A} `, "'007", "''t Hooft", '⟨U+003D⟩x@example.com', A]);
    expect(row).toEqual({
      decision: 'same',
      note: '=now',
      old: { email: `${A} `, ids: { 'employee-id': '007' }, name: "'t Hooft" },
      new: { email: '=x@example.com', ids: {} },
      app: A,
      file: 'crosswalk.csv',
      line: 3,
    });
  });

  it('has no value in a cell of which only the guard is left', () => {
    expect(read(header, ["'", "'", A, "'"])[0]).toEqual({ old: { email: A, ids: {} }, file: 'crosswalk.csv', line: 3 });
  });

  it('has no value that stands under no header: a comma may have moved all of them', () => {
    const moved = ['same', '', A, '', 'Lee', ' Ann', A, A];
    expect(fault(header, moved)).toMatch(/^ERR_CROSSWALK crosswalk\.csv:3 Cell 8 stands under no header\./);
    expect(fault(['decision', 'old email', ''], ['', A, 'x'])).toMatch(/Cell 3 stands under no header/);
  });

  it('may be shorter than the header', () => {
    expect(read(header, ['same', '', A])).toHaveLength(1);
  });
});

it('reads back what a template holds', () => {
  expect(filledIn([{ decision: 'same', 'old email': A, 'app email': A, why: 'name-conflict' }])).toEqual([
    { decision: 'same', old: { email: A, ids: {} }, app: A, file: 'crosswalk.csv', line: 2 },
  ]);
});
