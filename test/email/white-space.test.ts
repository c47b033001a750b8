import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellValue, trimWhiteSpace } from '../../src/email/white-space.ts';

/** The 25 code points of White_Space in PropList.txt. */
const WHITE_SPACE = [
  ...[0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20, 0x85, 0xa0, 0x1680],
  ...[0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a],
  ...[0x2028, 0x2029, 0x202f, 0x205f, 0x3000],
].map((codePoint) => String.fromCodePoint(codePoint));

/** Not drawn, and yet not White_Space. */
const INVISIBLE = ['\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u00AD', '\u180E'];

describe('cellValue', () => {
  test.each([null, undefined, ''])('%j is no value', (cell) => {
    expect(cellValue(cell)).toBeNull();
  });

  test.each(WHITE_SPACE)('a cell of %j only is no value', (space) => {
    expect(cellValue(space)).toBeNull();
    expect(cellValue(`${space} ${space}`)).toBeNull();
  });

  test.each(INVISIBLE)('a cell of %j only is a value: it is sent', (character) => {
    expect(cellValue(character)).toBe(character);
    expect(cellValue(` ${character} `)).toBe(` ${character} `);
  });

  test.each(['\u0000', '\u001F', '\u007F', '\u0080', '0', '-'])('%j is a value', (cell) => {
    expect(cellValue(cell)).toBe(cell);
  });

  test('a value is never trimmed', () => {
    const around = [...WHITE_SPACE, ...INVISIBLE];
    for (const character of around) {
      const cell = `${character}alice@example.com${character}`;
      expect(cellValue(cell)).toBe(cell);
    }
  });
});

describe('trimWhiteSpace', () => {
  test.each(WHITE_SPACE)('takes %j off both ends and leaves it inside', (space) => {
    expect(trimWhiteSpace(`${space}${space}a${space}b${space}${space}`)).toBe(`a${space}b`);
  });

  test.each(INVISIBLE)('leaves %j, which String.prototype.trim need not', (character) => {
    expect(trimWhiteSpace(`${character}a${character}`)).toBe(`${character}a${character}`);
    expect(trimWhiteSpace(` ${character} `)).toBe(character);
  });

  test('leaves nothing to trim, and is part of what it was given', () => {
    const text = fc.string({ unit: fc.constantFrom(...WHITE_SPACE, ...INVISIBLE, 'a', '@') });
    fc.assert(
      fc.property(text, (given) => {
        const trimmed = trimWhiteSpace(given);
        expect(WHITE_SPACE).not.toContain(trimmed.charAt(0));
        expect(WHITE_SPACE).not.toContain(trimmed.charAt(trimmed.length - 1));
        const [before = '', after = ''] = trimmed === '' ? [given] : splitOnce(given, trimmed);
        for (const character of before + after) expect(WHITE_SPACE).toContain(character);
      }),
    );
  });
});

function splitOnce(text: string, part: string): [string, string] {
  const at = text.indexOf(part);
  expect(at).toBeGreaterThanOrEqual(0);
  return [text.slice(0, at), text.slice(at + part.length)];
}
