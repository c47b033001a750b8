import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { writeToString } from 'fast-csv';
import { describe, expect, it } from 'vitest';
import { sentenceCell, shownCell, valueCell } from '../../src/reporters/spreadsheet-cell.ts';
import { LIVE_IN_CSV, looksLikeFormula, textIn, valueIn } from '../support/csv-report.ts';

/** Any text at all, halves of characters too, and often what this is about. */
const anyText = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 }).map((codes) => String.fromCharCode(...codes)),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          "'",
          '=',
          '+',
          '-',
          '@',
          '＝',
          '−',
          ';',
          ',',
          '"',
          ' ',
          '\u00A0',
          '\t',
          '\r',
          '\n',
          '\0',
          '\uD800',
          '\uDC00',
        ],
        ...['⟨', '⟩', '⟨U+0041⟩', 'U+', '1', '00', 'E5', '#', 'TRUE', 'a', '\u202E', '\u2028', '\uFEFF', '\uFFFE'],
      ),
      { maxLength: 8 },
    )
    .map((pieces) => pieces.join('')),
);

async function throughCsv(cell: string): Promise<string> {
  const options = { quoteColumns: true, rowDelimiter: '\r\n', includeEndRowDelimiter: true };
  const [[read = '']] = parse(await writeToString([[cell]], options)) as [[string]];
  return read;
}

describe('a value as a cell', () => {
  it('is had back exactly, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (value) => {
        expect(valueIn(await throughCsv(valueCell(value)))).toBe(value === '' ? null : value);
      }),
      { numRuns: 3000 },
    );
  });

  it('is no formula, and nothing that a terminal obeys or that ends a line', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        for (const cell of [valueCell(value), shownCell(value), sentenceCell(value)]) {
          expect(LIVE_IN_CSV.test(cell)).toBe(false);
          expect(looksLikeFormula(cell)).toBe(false);
          // Behind a semicolon, quotes do not keep it from being one.
          for (const part of cell.split(';').slice(1))
            expect(looksLikeFormula(part.replace(/^["\s]*/, ''))).toBe(false);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('is empty where there is none', () => {
    expect([valueCell(null), valueCell(undefined), shownCell(undefined), sentenceCell(undefined)]).toEqual([
      '',
      '',
      '',
      '',
    ]);
  });

  it.each([
    ['=1+1', "'=1+1"],
    [' =1', "' =1"],
    ['+1', "'+1"],
    ['-1+2', "'-1+2"],
    ['@SUM(1)', "'@SUM(1)"],
    ['＝1+1', "'＝1+1"],
    ['−1', "'−1"],
    ['\uFB291', "'\uFB291"],
    ['⩵1', "'⩵1"],
    ["'=1", "''=1"],
    ["o'neill@example.com", "o'neill@example.com"],
    ["'", "''"],
    ['\t=1', '⟨U+0009⟩=1'],
    ['a\r\nb', 'a⟨U+000D⟩⟨U+000A⟩b'],
    ['a\u202Eb', 'a⟨U+202E⟩b'],
    ['a\u0000b', 'a⟨U+0000⟩b'],
    ['\uD800', '⟨U+D800⟩'],
    ['\u{E0041}', '⟨U+E0041⟩'],
    ['⟨U+0041⟩', '⟨U+27E8⟩U+0041⟩'],
    ['x;=1+1;y', 'x;⟨U+003D⟩1+1;y'],
    ['x; "@SUM(1)"', 'x; "⟨U+0040⟩SUM(1)"'],
    ['x,=y', 'x,=y'],
    ['00123', "'00123"],
    ['1E5', "'1E5"],
    ['2026-01-02', "'2026-01-02"],
    ['Mar 5', "'Mar 5"],
    ['１２３', "'１２３"],
    ['½', "'½"],
    ['TRUE', "'TRUE"],
    ['Wahr', "'Wahr"],
    ['#N/A', "'#N/A"],
    ['ann@example.com', 'ann@example.com'],
    ['4711@example.com', '4711@example.com'],
    ['Ann Lee', 'Ann Lee'],
    ['True Blue', 'True Blue'],
    ['export-2026-01-02.csv', 'export-2026-01-02.csv'],
    ['|calc', '|calc'],
    ['  padded  ', '  padded  '],
  ])('%j is %j', (value, cell) => {
    expect(valueCell(value)).toBe(cell);
    expect(valueIn(cell)).toBe(value);
  });
});

describe('a shown form and a sentence', () => {
  it('keep the brackets that say what is invisible', () => {
    expect(shownCell('alice@x.com⟨U+200B⟩')).toBe('alice@x.com⟨U+200B⟩');
    expect(sentenceCell('alice@x.com⟨U+200B⟩ is no address.')).toBe('alice@x.com⟨U+200B⟩ is no address.');
  });

  it('are guarded where a reader would be misled', () => {
    expect(shownCell('00123')).toBe("'00123");
    expect(sentenceCell('=1 is not a mailbox address.')).toBe("'=1 is not a mailbox address.");
    expect(sentenceCell('2 users share it.')).toBe('2 users share it.');
    expect(textIn(sentenceCell("'Ann' is two people."))).toBe("'Ann' is two people.");
  });
});
