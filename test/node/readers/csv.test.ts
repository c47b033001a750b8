import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CsvTable, readCsv } from '../../../src/node/readers/csv.ts';
import { detectDialect } from '../../../src/node/readers/dialect.ts';
import { inMemory } from '../../../src/node/readers/stored-bytes.ts';
import { readEveryWay } from '../../support/in-pieces.ts';

const CHUNK = 1 << 18;
const EMAIL = 'a@example.com';

async function read(text: string): Promise<CsvTable> {
  const utf8 = Buffer.from(text);
  return readEveryWay(utf8, (bytes) => readCsv(bytes, detectDialect(utf8), 'old.csv', () => {}));
}

/** Each record as its lines and cells. */
async function records(text: string): Promise<(readonly [string, readonly string[]])[]> {
  const { rows, lines, endLines } = await read(text);
  expect([lines.length, endLines.length]).toEqual([rows.length, rows.length]);
  return rows.map((cells, index) => [`${lines[index]}-${endLines[index]}`, cells] as const);
}

describe('RFC 4180', () => {
  test('quotes, delimiters and line ends inside quotes are data', async () => {
    const text = 'email,note\r\na,"x, ""y"" z"\r\n"b","1\r\n2\n3\r4"\r\n"",""\r\nc,\r\n';
    expect(await records(text)).toEqual([
      ['2-2', ['a', 'x, "y" z']],
      ['3-6', ['b', '1\r\n2\n3\r4']],
      ['7-7', ['', '']],
      ['8-8', ['c', '']],
    ]);
  });

  test('nothing is trimmed or changed', async () => {
    const text = 'email,note\n a , b\u00A0\n\uFEFFc,\t"\n';
    const { rows, rejections } = await read(text.replace('\t"', '\t'));
    expect(rows).toEqual([
      [' a ', ' b\u00A0'],
      ['\uFEFFc', '\t'],
    ]);
    expect(rejections).toEqual([]);
  });

  test('a last line without a line end', async () => {
    expect(await records('email,note\na,b')).toEqual([['2-2', ['a', 'b']]]);
    expect(await records('email,note\na,"b"')).toEqual([['2-2', ['a', 'b']]]);
    expect(await records('email,note\na,')).toEqual([['2-2', ['a', '']]]);
  });

  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('%s', async (_name, end) => {
    expect(await records(['email,note', 'a,"1', '2"', '', 'b,', ''].join(end))).toEqual([
      ['2-3', ['a', `1${end}2`]],
      ['5-5', ['b', '']],
    ]);
  });

  test('mixed line ends are line ends', async () => {
    expect(await records('email,note\ra,1\nb,2\r\nc,3\rd,4\n\re,5')).toEqual([
      ['2-2', ['a', '1']],
      ['3-3', ['b', '2']],
      ['4-4', ['c', '3']],
      ['5-5', ['d', '4']],
      ['7-7', ['e', '5']],
    ]);
  });

  test.each([';', '\t', '|'])('delimiter %j', async (delimiter) => {
    const row = (...cells: string[]) => cells.join(delimiter);
    const head = delimiter === '|' ? 'sep=|\n' : '';
    const { header, rows } = await read(`${head}${row('email', 'note')}\n${row('a,b', `"x${delimiter}y"`)}\n`);
    expect(header).toEqual(['email', 'note']);
    expect(rows).toEqual([['a,b', `x${delimiter}y`]]);
  });
});

describe('what is not RFC 4180', () => {
  test('ragged records are given as they are', async () => {
    expect(await records('email,note\na\nb,1,2\n,\n')).toEqual([
      ['2-2', ['a']],
      ['3-3', ['b', '1', '2']],
      ['4-4', ['', '']],
    ]);
  });

  test.each([
    ['after a closed cell', '"b"b,2'],
    ['before space', '"b" ,2'],
    ['after a closed last cell', 'b,"2"x'],
    ['alone in a quoted cell', '"b"c",2'],
  ])('a stray quote %s: one record is rejected, the next ones are not', async (_name, line) => {
    const { rows, rejections } = await read(`email,note\na,1\n${line}\nc,3\nd,4\n`);
    expect(rejections).toEqual([{ line: 3, endLine: 3, reason: expect.stringContaining('quote') }]);
    expect(rows).toEqual([
      ['a', '1'],
      ['c', '3'],
      ['d', '4'],
    ]);
  });

  test.each([
    ['b"b,2', ['b"b', '2']],
    ['b",2', ['b"', '2']],
    ['b,6"', ['b', '6"']],
    ['b,2""', ['b', '2""']],
  ])('a quote within an unquoted cell stands for itself: %s', async (line, cells) => {
    const { rows, rejections } = await read(`email,note\na,1\n${line}\nc,3\n`);
    expect(rejections).toEqual([]);
    expect(rows).toEqual([['a', '1'], cells, ['c', '3']]);
  });

  test('a quote behind white space at the start of a cell was meant to open it, and is not believed', async () => {
    const { rows, rejections } = await read('email,note\na,1\n "Roe, Bob",b\nc,3\n');
    expect(rejections).toEqual([{ line: 3, endLine: 3, reason: expect.stringContaining('quote') }]);
    expect(rows).toEqual([
      ['a', '1'],
      ['c', '3'],
    ]);
  });

  test('a delimiter that is white space is none before a quote', async () => {
    const head = 'email\tnote\tname\n';
    const { rows, rejections } = await read(`${head}6" pipe\t\t"Ann"\nb\t\t"say ""hi"""\nc\t "x"\t\n`);
    expect(rows).toEqual([
      ['6" pipe', '', 'Ann'],
      ['b', '', 'say "hi"'],
    ]);
    expect(rejections).toEqual([{ line: 4, endLine: 4, reason: expect.stringContaining('quote') }]);
  });

  test('a quoted cell that holds what looks like a record is not believed', async () => {
    const { rows, rejections } = await read('email,note\n"a@example.com,1\nb@example.com,2"\nc,"3\nx@example.com"\n');
    expect(rejections).toEqual([{ line: 2, endLine: 3, reason: expect.stringContaining('quote') }]);
    expect(rows).toEqual([['c', '3\nx@example.com']]);
  });

  test('an unclosed quote is one rejected record, with the lines that it swallows', async () => {
    const { rows, rejections } = await read('email,note\r\na,1\r\nb,"2\r\nc,3\r\n\r\nd,4\r\n');
    expect(rows).toEqual([['a', '1']]);
    expect(rejections).toEqual([{ line: 3, endLine: 6, reason: expect.stringContaining('not closed') }]);
  });

  test('an unclosed quote on the last line', async () => {
    const { rejections } = await read('email,note\na,1\nb,"');
    expect(rejections).toEqual([{ line: 3, endLine: 3, reason: expect.stringContaining('not closed') }]);
  });

  test('a stray quote and an unclosed one are two', async () => {
    const { rows, rejections } = await read('email,note\n"x"y,1\na,1\n\nb,"2\nc,3');
    expect(rows).toEqual([['a', '1']]);
    expect(rejections).toMatchObject([
      { line: 2, endLine: 2 },
      { line: 5, endLine: 6 },
    ]);
  });

  test.each([
    ['not closed', '"email,note\na,1\n'],
    ['after a closed cell', '"email"x,note\na,1\n'],
  ])('a quote of the header %s is an error', async (_name, text) => {
    for (const [head, line] of [['', 1] as const, ['\nsep=,\n', 3] as const]) {
      await expect(read(`${head}${text}`)).rejects.toThrow(
        expect.objectContaining({ name: 'PreflightError', code: 'ERR_INPUT_HEADER', file: 'old.csv', line }),
      );
    }
  });

  test.each(['', '\n', '\r\n\r\n', 'sep=;\n'])('%j is empty', async (text) => {
    await expect(read(text)).rejects.toThrow(expect.objectContaining({ code: 'ERR_INPUT_EMPTY', file: 'old.csv' }));
  });
});

describe('at the border of two chunks', () => {
  const HEAD = 'email,note\n';
  const fill = (length: number) => `${'x'.repeat(length - 3)},1\n`;

  test.each([
    ['CRLF', 'a,1\r\nb,2\r\n', ['a', '1'], ['b', '2']],
    ['CR', 'a,1\rb,2\r', ['a', '1'], ['b', '2']],
    ['CR and blank line', 'a,1\r\r\nb,2', ['a', '1'], ['b', '2']],
    ['a quoted quote', 'a,"x""y"\r\nb,""""', ['a', 'x"y'], ['b', '"']],
    ['a quoted line end', 'a,"x\r\ny"\r\nb,"\r\n"\r\n', ['a', 'x\r\ny'], ['b', '\r\n']],
    ['a letter of four bytes', 'a,\u{1F600}\r\n\u{1F600},\u00E9', ['a', '\u{1F600}'], ['\u{1F600}', '\u00E9']],
  ])('%s is read as anywhere else', async (_name, tail, first, second) => {
    const here = await records(`${HEAD}${fill(100)}${tail}`);
    expect(here.slice(1).map(([, cells]) => cells)).toEqual([first, second]);
    for (let before = 0; before <= Buffer.byteLength(tail); before += 1) {
      const text = `${HEAD}${fill(CHUNK - HEAD.length - before)}${tail}`;
      const there = await records(text);
      expect(there.slice(1), `${before} bytes before the border`).toEqual(here.slice(1));
      expect(there[0]?.[0]).toBe('2-2');
    }
  });

  test('every record of a long file has its line', async () => {
    const ends = ['\r\n', '\n', '\r'];
    const count = 60_000;
    const rows = Array.from({ length: count }, (_, index) => `user${index}@example.com,"a\r\nb"${ends[index % 3]}`);
    const { lines, endLines } = await read(`${HEAD}${rows.join('')}`);
    expect(lines).toHaveLength(count);
    for (let index = 0; index < count; index += 1) {
      if (lines[index] !== 2 * index + 2 || endLines[index] !== 2 * index + 3) expect.fail(`record ${index}`);
    }
  });
});

/** Lines by looking at the text from its start, for every offset anew. */
function lineAt(text: string, offset: number): number {
  return 1 + (text.slice(0, offset).match(/\r\n|\n|\r/g)?.length ?? 0);
}

describe('any well-formed file', () => {
  const end = fc.constantFrom('\n', '\r\n', '\r');
  const content = fc.string({
    unit: fc.constantFrom('a', ' ', ',', ';', '"', '\n', '\r', '\r\n', 'é', '\u{1F600}', '\uFEFF', "'", '\t'),
    maxLength: 6,
  });
  const cell = fc.tuple(content, fc.boolean()).map(([value, isQuoted]) => ({
    value,
    written: isQuoted || /[",;\t\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value,
  }));
  const record = fc.record({
    blank: fc.array(end, { maxLength: 2 }),
    cells: fc.array(cell, { minLength: 1, maxLength: 4 }),
    end,
  });

  test('has the cells, lines and end lines that a naive reader finds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(record, { maxLength: 8 }), end, fc.boolean(), async (list, headEnd, hasLastEnd) => {
        let text = `email,note,x${headEnd}`;
        const expected: (readonly [number, number, string[]])[] = [];
        const starts: (readonly [number, number, string[]])[] = [];
        list.forEach(({ blank, cells, end: ending }, index) => {
          const line = cells.map(({ written }) => written).join(',');
          text += blank.join('');
          if (line === '') return;
          const start = text.length;
          text += line;
          starts.push([start, text.length - 1, cells.map(({ value }) => value)]);
          if (index < list.length - 1 || hasLastEnd) text += ending;
        });
        for (const [start, last, values] of starts) expected.push([lineAt(text, start), lineAt(text, last), values]);
        const { rows, lines, endLines, rejections } = await read(text);
        expect(rejections).toEqual([]);
        expect(rows.map((cells, index) => [lines[index], endLines[index], cells])).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });
});

test('progress goes up to the last byte', async () => {
  const utf8 = Buffer.from(`email,note\n${`${EMAIL},1\n`.repeat(40_000)}`);
  const seen: number[] = [];
  await readCsv(inMemory(utf8), detectDialect(utf8), 'old.csv', (_records, bytes) => seen.push(bytes));
  expect(seen.length).toBeGreaterThan(1);
  expect([...seen].sort((a, b) => a - b)).toEqual(seen);
  expect(seen.at(-1)).toBe(utf8.length);
});
