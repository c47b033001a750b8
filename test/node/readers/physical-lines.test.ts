import { expect, test } from 'vitest';
import { lineAt, PhysicalLines } from '../../../src/node/readers/physical-lines.ts';
import { inMemory } from '../../../src/node/readers/stored-bytes.ts';
import { inPieces } from '../../support/in-pieces.ts';

function walk(text: string, ends: readonly number[], at = 0, line = 1) {
  const lines = new PhysicalLines(inMemory(Buffer.from(text)), at, line);
  return ends.map((end) => lines.next(end));
}

test('CRLF, LF and a lone CR each end one line', () => {
  expect(walk('a\r\nb\nc\rd', [3, 5, 7, 8]).map(({ line, endLine }) => [line, endLine])).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 4],
  ]);
});

test('a record of several lines ends where its last character stands', () => {
  const text = '"a\r\nb\rc\nd"\r\ne';
  expect(walk(text, [text.length - 1, text.length])).toEqual([
    { start: 0, line: 1, endLine: 4 },
    { start: 12, line: 5, endLine: 5 },
  ]);
});

test('blank lines before a record are not of it', () => {
  expect(walk('a\n\n\r\n\rb\n', [2, 8])).toEqual([
    { start: 0, line: 1, endLine: 1 },
    { start: 6, line: 5, endLine: 5 },
  ]);
});

test('starts where the header does', () => {
  expect(walk('sep=;\nb\n', [8], 6, 2)).toEqual([{ start: 6, line: 2, endLine: 2 }]);
});

test('the line of a byte is one more than the line ends before it', () => {
  const text = Buffer.from('a\r\nb\nc\r\rd');
  expect(Array.from({ length: text.length + 1 }, (_, at) => lineAt(inMemory(text), at))).toEqual([
    1, 1, 1, 2, 2, 3, 3, 4, 5, 5,
  ]);
  expect(Array.from({ length: text.length + 1 }, (_, at) => lineAt(inPieces(text, 1), at))).toEqual([
    1, 1, 1, 2, 2, 3, 3, 4, 5, 5,
  ]);
});
