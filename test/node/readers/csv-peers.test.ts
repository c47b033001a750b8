import { Readable } from 'node:stream';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { loadTable } from '../../../src/loaders/load-table.ts';
import { UserColumns } from '../../../src/loaders/user-columns.ts';
import { readTable } from '../../../src/node/readers/read-table.ts';

// Held against another parser, of which no code is in ours: the same cells, or a refusal that is meant.

interface Read {
  readonly rows: readonly (readonly string[])[];
  /** Lines of the records that are rejected, at last when they are mapped: first and last. */
  readonly rejected: readonly (readonly [number, number])[];
}

/** What is read with the first column as the email, and the third, where there is one, as the name. */
async function ours(text: string): Promise<Read> {
  const table = await readTable(Readable.from([Buffer.from(text)]), undefined, 'old.csv');
  const [email = '', , third] = table.header;
  const map = { sso: email, scim: email, ...(third === undefined ? {} : { name: third }) };
  const input = loadTable(table, { side: 'old', profile: 'generic', map }, new UserColumns('old'), new Map());
  expect(input.records).toBe(input.users + input.rejected + input.excluded);
  return {
    rows: [table.header, ...table.rows],
    rejected: input.observations.rejections.map(({ line, endLine }) => [line, endLine] as const),
  };
}

/** Every record as Papa Parse reads it, without those of a single empty cell, such as blank lines. */
function papa(text: string, delimiter: string): { rows: string[][]; errors: number } {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, header: false });
  return { rows: data.filter(isFilled), errors: errors.filter(({ type }) => type === 'Quotes').length };
}

const isFilled = (cells: readonly string[]) => cells.length > 1 || cells[0] !== '';

/** Framing that both read, and alike; the header is `email,note,name` where none is given. */
const ALIKE: Readonly<Record<string, { readonly text: string; readonly delimiter?: string }>> = {
  'one record, no line end': { text: 'email,note,name\nann@example.com,x,Ann' },
  'one record, one line end': { text: 'email,note,name\nann@example.com,x,Ann\n' },
  'a single column': { text: 'email\nann@example.com\nbob@example.com\n' },
  'a header of quoted names, one with the delimiter': { text: '"email","note, long","name"\nann@example.com,x,Ann\n' },
  'a header with a doubled quote': { text: 'email,"the ""note""",name\nann@example.com,x,Ann\n' },
  'every cell quoted': { text: '"email","note","name"\n"ann@example.com","x","Ann"\n' },
  'a delimiter in quotes': { text: 'email,note,name\nann@example.com,"first, second",Ann\n' },
  'nothing but delimiters in quotes': { text: 'email,note,name\nann@example.com,",,,",Ann\n' },
  'a quoted cell first, and one last': { text: 'email,note,name\n"ann@example.com",x,"Ann"\n' },
  'an empty cell between': { text: 'email,note,name\nann@example.com,,Ann\n' },
  'an empty cell at the end': { text: 'email,note,name\nann@example.com,x,\n' },
  'an empty cell at the end of the file': { text: 'email,note,name\nann@example.com,x,' },
  'empty quotes': { text: 'email,note,name\nann@example.com,"","Ann"\n' },
  'empty quotes at the end of the file': { text: 'email,note,name\nann@example.com,x,""' },
  'a record of delimiters': { text: 'email,note,name\n,,\nann@example.com,x,Ann\n' },
  'a doubled quote': { text: 'email,note,name\nann@example.com,"she said ""no""",Ann\n' },
  'a doubled quote first and last': { text: 'email,note,name\nann@example.com,"""no"" or ""yes""",Ann\n' },
  'a quote and nothing else': { text: 'email,note,name\nann@example.com,"""",Ann\n' },
  'two quotes and nothing else': { text: 'email,note,name\nann@example.com,"""""",Ann\n' },
  'a doubled quote before a delimiter in quotes': { text: 'email,note,name\nann@example.com,"a"",""b",Ann\n' },
  'a doubled quote before a line end in quotes': { text: 'email,note,name\nann@example.com,"a""\n""b",Ann\n' },
  'a quote inside a cell without': { text: 'email,note,name\nann@example.com,6" pipe,Ann\n' },
  'a quote at the end of a cell without': { text: 'email,note,name\nann@example.com,pipe 6",Ann\n' },
  'LF in quotes': { text: 'email,note,name\nann@example.com,"one\ntwo\n\nthree",Ann\nbob@example.com,x,Bob\n' },
  'CRLF in quotes': { text: 'email,note,name\r\nann@example.com,"one\r\ntwo",Ann\r\nbob@example.com,x,Bob\r\n' },
  'CR in quotes': { text: 'email,note,name\rann@example.com,"one\rtwo",Ann\rbob@example.com,x,Bob\r' },
  'LF in quotes, CRLF between records': {
    text: 'email,note,name\r\nann@example.com,"one\ntwo",Ann\r\nb@example.com,x,B\r\n',
  },
  'quotes that begin and end with a line end': { text: 'email,note,name\nann@example.com,"\n",Ann\n' },
  'blank lines between and behind': { text: 'email,note,name\n\nann@example.com,x,Ann\n\n\nbob@example.com,y,Bob\n\n' },
  'blank lines of CRLF': { text: 'email,note,name\r\n\r\nann@example.com,x,Ann\r\n\r\n' },
  'spaces and tabs around, which stay': { text: 'email,note,name\n ann@example.com ,\tx\t, Ann\n' },
  'spaces in quotes, which stay': { text: 'email,note,name\nann@example.com,"  x  "," Ann"\n' },
  'a mark that starts a comment elsewhere': { text: 'email,note,name\n#ann@example.com,x,Ann\n//b@example.com,y,B\n' },
  'a backslash, which escapes nothing': {
    text: 'email,note,name\nann@example.com,"C:\\",Ann\nbob@example.com,\\,Bob\n',
  },
  'an apostrophe, which quotes nothing': { text: "email,note,name\nann@example.com,'a,Ann\n" },
  'line separators of Unicode, form feed, vertical tab': {
    text: 'email,note,name\nann@example.com,a\u2028b\u2029c\u0085d\fe\vf,Ann\n',
  },
  'letters of two, three and four bytes': { text: 'email,note,name\nänn@example.com,日本,"😀, ""é"""\n' },
  'numbers, dates, truth and formulas, which stay text': {
    text: 'email,note,name\nann@example.com,007,1e5\nbob@example.com,2024-01-02,TRUE\nc@example.com,=1+1,-0.0\n',
  },
  'names of a prototype': { text: 'email,__proto__,constructor\nann@example.com,toString,__proto__\n' },
  'the same name twice': { text: 'email,note,name,note\nann@example.com,1,Ann,2\n' },
  'more empty cells than names': { text: 'email,note,name\nann@example.com,x,Ann,,\n' },
  'a cell of 3,000 letters': { text: `email,note,name\nann@example.com,"${'x, '.repeat(1000)}",Ann\n` },
  'a thousand columns': { text: `email,${'c,'.repeat(1000)}\nann@example.com,${'1,'.repeat(1000)}\n` },
  'ten thousand records': { text: `email,note,name\n${'ann@example.com,"x\ny",Ann\n'.repeat(10_000)}` },
  'a byte order mark, and one that is text': { text: '\uFEFFemail,note,name\nann@example.com,\uFEFFx,Ann\n' },
  semicolons: { text: 'email;note;name\nann@example.com;1,5;"Lee; Ann"\n', delimiter: ';' },
  'tabs, an empty cell before a quoted one': { text: 'email\tnote\tname\n6" pipe\t\t"Ann"\n', delimiter: '\t' },
  tabs: { text: 'email\tnote\tname\nann@example.com\t"a\tb"\tLee, Ann\n', delimiter: '\t' },
};

/** Where the two are not of one mind, or nothing can be believed: what ours does instead, and why. */
const OTHERWISE: Readonly<Record<string, Read & { readonly text: string; readonly why: string }>> = {
  'a record that is too short': {
    text: 'email,note,name\nann@example.com,x\nbob@example.com,y,Bob\n',
    rows: [
      ['email', 'note', 'name'],
      ['ann@example.com', 'x'],
      ['bob@example.com', 'y', 'Bob'],
    ],
    rejected: [[2, 2]],
    why: 'a cell of a column that is read is missing: which one, nobody can tell',
  },
  'a record that is too long': {
    text: 'email,note,name\nann@example.com,x,Ann,more\nbob@example.com,y,Bob\n',
    rows: [
      ['email', 'note', 'name'],
      ['ann@example.com', 'x', 'Ann', 'more'],
      ['bob@example.com', 'y', 'Bob'],
    ],
    rejected: [[2, 2]],
    why: 'a delimiter too many shifts cells into the wrong column',
  },
  'a quote that is never closed': {
    text: 'email,note,name\nann@example.com,x,Ann\nbob@example.com,"y,Bob\ncid@example.com,z,Cid\n',
    rows: [
      ['email', 'note', 'name'],
      ['ann@example.com', 'x', 'Ann'],
    ],
    rejected: [[3, 4]],
    why: 'it takes what follows with it: one record, which says which lines',
  },
  'a quote that is never closed, and nothing else': {
    text: 'email,note,name\nann@example.com,x,Ann\n"',
    rows: [
      ['email', 'note', 'name'],
      ['ann@example.com', 'x', 'Ann'],
    ],
    rejected: [[3, 3]],
    why: 'a quote is something, so that it is no blank line',
  },
  'letters behind a closing quote': {
    text: 'email,note,name\nann@example.com,"x"y,Ann\nbob@example.com,y,Bob\n',
    rows: [
      ['email', 'note', 'name'],
      ['bob@example.com', 'y', 'Bob'],
    ],
    rejected: [[2, 2]],
    why: 'the quote was not doubled, or the delimiter is missing',
  },
  'a space behind a closing quote': {
    text: 'email,note,name\nann@example.com,"x" ,Ann\nbob@example.com,y,Bob\n',
    rows: [
      ['email', 'note', 'name'],
      ['bob@example.com', 'y', 'Bob'],
    ],
    rejected: [[2, 2]],
    why: 'Papa Parse drops the space; it may have been part of the value',
  },
  'a space before an opening quote': {
    text: 'email,note,name\nann@example.com, "x",Ann\nbob@example.com,y,Bob\n',
    rows: [
      ['email', 'note', 'name'],
      ['bob@example.com', 'y', 'Bob'],
    ],
    rejected: [[2, 2]],
    why: 'Papa Parse keeps space and quotes; a delimiter in them would have been taken for one',
  },
  'a quoted cell that holds a whole record': {
    text: 'email,note,name\n"ann@example.com,x,Ann\nbob@example.com,y,Bob",z,Cid\ncid@example.com,z,Cid\n',
    rows: [
      ['email', 'note', 'name'],
      ['cid@example.com', 'z', 'Cid'],
    ],
    rejected: [[2, 3]],
    why: 'two quotes in the wrong place would hide Bob',
  },
  'mixed line ends': {
    text: 'email,note,name\r\nann@example.com,x,Ann\nbob@example.com,y,Bob\rcid@example.com,z,Cid\n\rd@example.com,,D',
    rows: [
      ['email', 'note', 'name'],
      ['ann@example.com', 'x', 'Ann'],
      ['bob@example.com', 'y', 'Bob'],
      ['cid@example.com', 'z', 'Cid'],
      ['d@example.com', '', 'D'],
    ],
    rejected: [],
    why: 'Papa Parse takes the first that it finds, and leaves the others in cells',
  },
  'lines before the header': {
    text: '\n\nsep=|\n#TYPE Some.Type\nemail|note|name\nann@example.com|a,b|Ann\n',
    rows: [
      ['email', 'note', 'name'],
      ['ann@example.com', 'a,b', 'Ann'],
    ],
    rejected: [],
    why: 'Excel and PowerShell write them, and Papa Parse does not know them',
  },
};

describe('framing that Papa Parse reads alike', () => {
  test.each(Object.entries(ALIKE))('%s', async (_name, { text, delimiter = ',' }) => {
    const peer = papa(text, delimiter);
    expect(peer.errors).toBe(0);
    expect(peer.rows.length).toBeGreaterThan(1);
    expect(await ours(text)).toEqual({ rows: peer.rows, rejected: [] });
  });
});

describe('framing that is not believed, or that Papa Parse reads otherwise', () => {
  test.each(Object.entries(OTHERWISE))('%s', async (_name, { text, rows, rejected, why }) => {
    expect(why).not.toBe('');
    expect(await ours(text)).toEqual({ rows, rejected });
    const peer = papa(text, ',');
    // Else the case is in the wrong table.
    if (peer.errors === 0 && rejected.length === 0) expect(peer.rows).not.toEqual(rows);
  });
});

test.each([',', ';', '\t'])(
  'whatever Papa Parse finds nothing wrong with is read alike, with %j',
  async (delimiter) => {
    const piece = fc.constantFrom(
      'a',
      'bc',
      'é',
      '""',
      '"',
      delimiter,
      delimiter,
      '|',
      '\n',
      `"x${delimiter}y"`,
      '"1\n2"',
      '\\',
    );
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { minLength: 1, maxLength: 24 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        async (pieces, end) => {
          const head = ['email', 'note', 'c', 'd'].join(delimiter);
          const text = `${head}\nann@example.com\n${pieces.join('')}`.replaceAll('\n', end);
          const peer = papa(text, delimiter);
          if (peer.errors > 0) return;
          const { rows, rejections } = await readTable(Readable.from([Buffer.from(text)]));
          expect(rejections).toEqual([]);
          expect(rows.filter(isFilled)).toEqual(peer.rows.slice(1));
          compared += 1;
        },
      ),
      { numRuns: 1000 },
    );
    expect(compared).toBeGreaterThan(200);
  },
);
