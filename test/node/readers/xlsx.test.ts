import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTable } from '../../../src/node/readers/read-table.ts';
import { sheetsOf } from '../../../src/node/readers/workbook-sheets.ts';
import { loadUsers, type PreflightError, reconcile } from '../../../src/node.ts';
import {
  date,
  error,
  formatted,
  formula,
  number,
  type SheetCell,
  shared,
  truth,
  type WorkbookSheet,
  workbookOf,
  workbookParts,
} from '../../support/workbook.ts';
import { zipOf } from '../../support/zip.ts';

const HEADER = ['email', 'name', 'employeeId', 'status'];
const ANN = ['ann@example.com', 'Ann Lee', 'E1', 'active'];
const users: WorkbookSheet = { name: 'Users', rows: { 1: HEADER, 2: ANN } };

const read = (bytes: Buffer) => readTable(Readable.from([bytes]), undefined, 'users.xlsx');
const fault = (code: string, message: string) =>
  expect.objectContaining({ code, file: 'users.xlsx', message: expect.stringContaining(message) });

/** The lossy cells of a new side whose ids stand in the workbook. */
async function lossyCells(cells: readonly SheetCell[][]) {
  const rows = Object.fromEntries([HEADER, ...cells].map((row, index) => [index + 3, row]));
  const side = await loadUsers(Readable.from([workbookOf([{ name: 'Users', rows }])]), {
    side: 'new',
    file: 'users.xlsx',
    map: { sso: 'email', scim: 'email' },
  });
  const { inputFindings } = reconcile({ old: [{ sso: 'ann@example.com', scim: 'ann@example.com' }], new: side.users });
  return inputFindings
    .filter(({ kind }) => kind === 'lossy-cell')
    .map(({ severity, line, column, message }) => ({ severity, line, column, message }));
}

describe('a sheet', () => {
  test('is a table like any other; a line is the number of its row', async () => {
    const bytes = workbookOf([
      { name: 'Users', rows: { 3: HEADER, 4: ANN, 7: ['bob@example.com', 'Bob Roe', 'E2', 'active'] } },
    ]);
    expect(await read(bytes)).toMatchObject({
      format: 'xlsx',
      encoding: 'utf-8',
      delimiter: null,
      header: HEADER,
      headerLine: 3,
      rows: [ANN, ['bob@example.com', 'Bob Roe', 'E2', 'active']],
      lines: [4, 7],
      endLines: [4, 7],
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
  });

  test('is the first that is not hidden', async () => {
    const hidden: WorkbookSheet = { name: 'Old', state: 'hidden', rows: { 1: ['email'], 2: ['x@example.com'] } };
    const bytes = workbookOf([
      hidden,
      { ...hidden, name: 'Lists', state: 'veryHidden' },
      users,
      { ...hidden, name: 'Z' },
    ]);
    expect((await read(bytes)).rows).toEqual([ANN]);
  });

  test('that was read is told, with the others that nobody named', async () => {
    const notes: WorkbookSheet = { name: 'Notes', rows: { 2: ['exported in May'] } };
    const listed: WorkbookSheet = { name: 'Listed', rows: { 1: ['About'], 2: ['', ' bob@example.com'] } };
    const more = Array.from({ length: 15 }, (_, index) => ({ ...notes, name: `N${index}` }));
    const bytes = workbookOf([
      users,
      { ...users, name: 'Hidden', state: 'hidden' },
      { name: 'Empty', rows: { 1: [formatted] } },
      notes,
      { name: 'Header', rows: { 1: ['Work email', 'x'] } },
      { name: 'Format', rows: { 1: ['id', 'userPrincipalName', 'displayName'] } },
      listed,
      ...more,
    ]);
    const { sheet, otherSheets } = await read(bytes);
    expect(sheet).toBe('Users');
    const seen = new Map(otherSheets?.map(({ name, holds }) => [name, holds]));
    expect([...seen.keys()].slice(0, 5)).toEqual(['Notes', 'Header', 'Format', 'Listed', 'N0']);
    expect(Object.fromEntries(seen)).toMatchObject({ Notes: 'other', Listed: 'users', N10: 'other', N11: 'unknown' });
    const named = await readTable(Readable.from([bytes]), undefined, 'users.xlsx', false, { sheet: 'Listed' });
    expect(named).toMatchObject({ sheet: 'Listed', otherSheets: [] });
  });

  test('cells are as they are stored', async () => {
    const cells: SheetCell[] = [
      ' a@example.com\u00a0',
      '\tx\n',
      '#N/A',
      error('#N/A'),
      truth(true),
      truth(false),
      number('1.5'),
      number('-0.25'),
      number('10234'),
      date('45413'),
      date('45413.75'),
      formula(' r '),
      shared(0),
      shared(1),
      '',
      'z',
    ];
    const header = cells.map((_, index) => `c${index}`);
    const { rows } = await read(
      workbookOf(
        [{ name: 'A', rows: { 1: header, 2: cells } }],
        [' s ', '<r><t>ri</t></r><r><t xml:space="preserve">ch </t></r>'],
      ),
    );
    expect(rows).toEqual([
      [
        ' a@example.com\u00a0',
        '\tx\n',
        '#N/A',
        '#N/A',
        'TRUE',
        'FALSE',
        '1.5',
        '-0.25',
        '10234',
        '2024-05-01',
        '2024-05-01T18:00:00',
        ' r ',
        ' s ',
        'rich ',
        '',
        'z',
      ],
    ]);
  });

  test('a row that is shorter has empty cells, one that is only formatted is none', async () => {
    const bytes = workbookOf([
      { name: 'A', rows: { 1: HEADER, 2: ['ann@example.com'], 3: [formatted, formatted], 4: [...ANN, '', 'surplus'] } },
    ]);
    expect(await read(bytes)).toMatchObject({
      rows: [
        ['ann@example.com', '', '', ''],
        [...ANN, '', 'surplus'],
      ],
      lines: [2, 4],
    });
  });

  test('any texts come back exactly', async () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .filter((value) => !/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(value));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
        async (rows) => {
          const filled = rows.filter((cells) => cells.some((cell) => cell !== ''));
          fc.pre(filled.length > 0);
          const sheet = Object.fromEntries([['a', 'b', 'c'], ...filled].map((row, index) => [index + 1, row]));
          expect((await read(workbookOf([{ name: 'A', rows: sheet }]))).rows).toEqual(filled);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('what a spreadsheet has made of ids', () => {
  test.each([
    ['a number that has lost digits', number('123456789012345678'), 'error', '1.2345678901234568E+17'],
    ['a rounded number', '1.23E+05', 'error', '1.23E+05'],
    ['a date', date('45413'), 'error', '2024-05-01'],
    ['an error', error('#N/A'), 'error', '#N/A'],
    ['a number', number('10234'), 'warning', '10234'],
  ] as const)('%s', async (_name, cell, severity, example) => {
    const found = await lossyCells([ANN, ['bob@example.com', 'Bob Roe', cell, 'active']]);
    expect(found).toEqual([
      { severity, line: 5, column: 'employeeId', message: expect.stringContaining(`“${example}”`) },
    ]);
  });

  test('texts that look like numbers are texts', async () => {
    expect(await lossyCells([['ann@example.com', 'Ann Lee', '00123', 'active']])).toEqual([]);
  });

  test('numbers and dates that are no ids, or that nothing reads, are no loss', async () => {
    const header = ['email', 'name', 'created', 'logins'];
    const side = await loadUsers(
      Readable.from([
        workbookOf([{ name: 'A', rows: { 1: header, 2: ['ann@example.com', 'Ann', date('45413'), number('3')] } }]),
      ]),
      { side: 'new', map: { sso: 'email', scim: 'email' } },
    );
    expect(side.inputs[0]?.observations).toMatchObject({ lossy: [], numbers: [] });
  });
});

describe('what is not read', () => {
  const parts = workbookParts([users]);
  const without = (name: string) => parts.filter((part) => part.name !== name);
  const replaced = (name: string, content: string) =>
    zipOf(parts.map((part) => (part.name === name ? { name, content } : part)));

  test.each([
    ['an empty sheet', workbookOf([{ name: 'Nothing', rows: {} }]), 'ERR_INPUT_EMPTY', 'sheet "Nothing" is empty'],
    ['a header alone', workbookOf([{ name: 'A', rows: { 1: HEADER } }]), 'ERR_INPUT_EMPTY', 'no records'],
    [
      'no visible sheet',
      workbookOf([{ ...users, state: 'hidden' }]),
      'ERR_INPUT_EMPTY',
      'No sheet of this workbook is visible',
    ],
    ['people in place of a header', workbookOf([{ name: 'A', rows: { 1: ANN } }]), 'ERR_INPUT_HEADER', 'no header'],
    ['a workbook without its sheet', zipOf(without('xl/worksheets/sheet1.xml')), 'ERR_INPUT_BINARY', 'damaged'],
    [
      'a sheet that is cut off',
      replaced('xl/worksheets/sheet1.xml', `${String(parts.at(-1)?.content).slice(0, 300)}<c r="`),
      'ERR_INPUT_',
      '',
    ],
    [
      'rows out of order',
      replaced(
        'xl/worksheets/sheet1.xml',
        '<worksheet><sheetData><row r="2"><c t="b"><v>1</v></c></row><row r="1"><c t="b"><v>1</v></c></row></sheetData></worksheet>',
      ),
      'ERR_INPUT_BINARY',
      'row 1 follows row 2',
    ],
    ['a part that is there twice', zipOf([...parts, ...parts.slice(-1)]), 'ERR_INPUT_BINARY', 'twice'],
    [
      'OpenDocument',
      zipOf([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
        { name: 'content.xml', content: '' },
      ]),
      'ERR_INPUT_BINARY',
      '.ods',
    ],
    [
      'a binary workbook',
      zipOf([
        { name: '[Content_Types].xml', content: '' },
        { name: 'xl/workbook.bin', content: '' },
      ]),
      'ERR_INPUT_BINARY',
      '.xlsb',
    ],
    [
      'a text of a megabyte',
      workbookOf([{ name: 'A', rows: { 1: ['email'], 2: ['x'.repeat(2 ** 20 + 1)] } }]),
      'ERR_INPUT_TOO_LARGE',
      'single text',
    ],
    [
      'too many texts',
      replaced('xl/sharedStrings.xml', `<sst>${'<si><t></t></si>'.repeat(310_000)}</sst>`),
      'ERR_INPUT_TOO_LARGE',
      '250,000 different texts',
    ],
    [
      'texts of too many characters',
      replaced('xl/sharedStrings.xml', `<sst>${`<si><t>${'x'.repeat(30_000)}</t></si>`.repeat(1200)}</sst>`),
      'ERR_INPUT_TOO_LARGE',
      '24 MiB of different texts',
    ],
    [
      'a row without end',
      replaced(
        'xl/worksheets/sheet1.xml',
        `<worksheet><sheetData><row r="1">${'<c/>'.repeat(4_300_000)}</row></sheetData></worksheet>`,
      ),
      'ERR_INPUT_TOO_LARGE',
      'single row',
    ],
  ] as const)('%s', async (_name, bytes, code, message) => {
    const thrown = await read(bytes).catch((cause: PreflightError) => cause);
    expect(thrown).toEqual(fault(expect.stringContaining(code) as unknown as string, message));
  });
});

describe('parts under other names', () => {
  const parts = workbookParts([users]);
  const changed = (changes: Readonly<Record<string, (content: string) => string>>, ...more: typeof parts) =>
    zipOf([
      ...parts.map(({ name, content }) => ({ name, content: changes[name]?.(String(content)) ?? content })),
      ...more,
    ]);
  const LIST = 'xl/_rels/workbook.xml.rels';
  const texts = `<sst>${'<si><t></t></si>'.repeat(310_000)}</sst>`;

  test.each([
    ['a list of texts among the sheets', (list: string) => list.replace('sharedStrings.xml', 'worksheets/sheet2.xml')],
    [
      'a list of texts that is also called a sheet',
      (list: string) =>
        list
          .replace('sharedStrings.xml', './worksheets/../worksheets/sheet2.xml')
          .replace(
            '</Relationships>',
            '<Relationship Id="x" Type="http://x/worksheet" Target="worksheets/sheet2.xml"/></Relationships>',
          ),
    ],
    ['styles among the sheets', (list: string) => list.replace('"styles.xml"', "'&#119;orksheets/sheet2.xml'")],
  ])('%s is limited like any other', async (_name, change) => {
    const bytes = changed({ [LIST]: change }, { name: 'xl/worksheets/sheet2.xml', content: texts });
    await expect(read(bytes)).rejects.toThrow(fault('ERR_INPUT_TOO_LARGE', 'different texts'));
  });

  test.each([
    [
      'a list of relations that can be understood in two ways',
      { [LIST]: (list: string) => list.replace('</Relationships>', '<!-- <Relationship/> --></Relationships>') },
      'list of relations',
    ],
    [
      'an attribute that stands twice',
      { [LIST]: (list: string) => list.replace(' Target="styles.xml"', ' Target="a.xml" Target="styles.xml"') },
      'list of relations',
    ],
    [
      'another list of sheets',
      { '_rels/.rels': (list: string) => list.replace('xl/workbook.xml', 'xl/other.xml') },
      'listed in "xl/other.xml"',
    ],
  ])('%s is refused', async (_name, changes, message) => {
    await expect(read(changed(changes))).rejects.toThrow(fault('ERR_INPUT_BINARY', message));
  });

  test('all parts together are limited', async () => {
    const large = Buffer.alloc(100 * 2 ** 20, 'x');
    const more = ['a', 'b', 'c'].map((name) => ({ name: `xl/media/${name}.png`, content: large }));
    await expect(read(zipOf([...parts, ...more]))).rejects.toThrow(fault('ERR_INPUT_TOO_LARGE', '256 MiB'));
  });

  test('what is not held may have any number of tags', async () => {
    const bytes = changed({}, { name: 'xl/comments1.xml', content: texts.repeat(2) });
    expect((await read(bytes)).rows).toEqual([ANN]);
  });
});

test('the sheets of a workbook, whatever quotes and prefixes it is written with', () => {
  const xml = `<x:workbook><x:sheets><x:sheet r:id='rId1' name='A &amp; "B"' /><x:sheet name="&#x41;&gt;" state="hidden" r:id="rId2"></x:sheet><x:sheet name="no link"/></x:sheets></x:workbook>`;
  expect(sheetsOf(xml)).toEqual([
    { name: 'A & "B"', index: 0, isHidden: false, relation: 'rId1' },
    { name: 'A>', index: 1, isHidden: true, relation: 'rId2' },
  ]);
});
