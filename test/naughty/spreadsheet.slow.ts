import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { reconcile, render, type UserRecord } from '../../src/node.ts';
import { linesOf } from '../support/csv-report.ts';
import { openInLibreOffice, type SheetCell } from './libreoffice.ts';
import { NAUGHTY, TEMPTING } from './strings.ts';

/** Languages that disagree about numbers, dates and truth. */
const LANGUAGES = [
  ['English', 1033],
  ['German', 1031],
  ['French', 1036],
  ['Japanese', 1041],
] as const;
/** Columns of ours that are numbers, and may be read as such. */
const NUMBERS = new Set(['line', 'old line', 'new line', 'app line', 'other users']);

/** Users of whom each holds another string in every field. */
function users(side: string): UserRecord[] {
  const at = (index: number, place: number) => NAUGHTY[(index + place * 61) % NAUGHTY.length] ?? '';
  return NAUGHTY.map((text, index) => ({
    file: text === '' ? null : text,
    sso: side === 'app' ? `app-${index}@example.com` : at(index, 1),
    scim: side === 'app' ? null : at(index, 2),
    username: at(index, 3),
    name: at(index, 4),
    ids: { 'employee-id': at(index, 5), 'external-id': at(index, 6), 'immutable-id': at(index, 7) },
    groups: [side === 'old' ? at(index, 8) : 'staff'],
  }));
}

let report = '';
let expected: string[][] = [];

beforeAll(async () => {
  const reconciliation = reconcile({ old: users('old'), new: users('new'), app: users('app') });
  for await (const piece of render('csv', reconciliation)) report += piece;
  expected = parse(report, { bom: true });
});

/** Strings as they are, each in a cell. */
const BARE = TEMPTING.map((text) => `"${text.replaceAll('"', '""')}"\r\n`).join('');

describe.each(LANGUAGES)('LibreOffice in %s', (_, language) => {
  it('takes every value for text, and for no other one than the file holds', async () => {
    const [sheet = [], bare = []] = await openInLibreOffice([report, BARE], { separator: ',', quote: '"', language });
    expect(sheet).toHaveLength(expected.length);
    const header = expected[0] ?? [];
    const wrong = expected.slice(1).flatMap((cells, row) =>
      cells.flatMap((cell, column) => {
        const found = sheet[row + 1]?.[column] ?? { type: '', text: '', formula: null };
        return isRight(found, cell, NUMBERS.has(header[column] ?? '')) ? [] : [{ cell, found }];
      }),
    );
    expect(wrong).toEqual([]);
    // Or the above would say nothing.
    expect(bare.flat().some(({ formula }) => formula !== null)).toBe(true);
    for (const type of ['float', 'date']) expect(bare.flat().some((cell) => cell.type === type)).toBe(true);
  });
});

it('finds no formula where a semicolon separates and quotes do not hold a cell together, as in Excel', async () => {
  const opening = { separator: ';', quote: null, language: 1031 } as const;
  const [sheet = [], bare = []] = await openInLibreOffice([report, '"a","b;=1+1;c"\r\n'], opening);
  expect(sheet).toHaveLength(linesOf(report).length);
  expect(sheet.flat().filter(({ formula }) => formula !== null)).toEqual([]);
  expect(sheet.some((row) => row.length > 1)).toBe(true);
  expect(bare.flat().some(({ formula }) => formula !== null)).toBe(true);
});

function isRight({ type, text, formula }: SheetCell, cell: string, isNumber: boolean): boolean {
  if (formula !== null) return false;
  if (cell === '') return type === '' && text === '';
  return text === cell && (type === 'string' || (isNumber && type === 'float'));
}
