import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LoadOptions, loadTable, type SeenRecords } from '../../src/loaders/load-table.ts';
import type { RawTable } from '../../src/loaders/raw-table.ts';
import { UserColumns } from '../../src/loaders/user-columns.ts';
import type { LoadedInput, Rejection } from '../../src/model/input.ts';
import type { User } from '../../src/model/user.ts';
import { rawTable } from './tables.ts';

function load(
  table: RawTable,
  options: Partial<LoadOptions> = {},
  seen: SeenRecords = new Map(),
): { input: LoadedInput; users: User[] } {
  const users = new UserColumns(options.side ?? 'old');
  const input = loadTable(table, { side: 'old', ...options }, users, seen);
  return { input, users: Array.from({ length: users.length }, (_, index) => users.user(index)) };
}

function expectAccount(input: LoadedInput, users: number): void {
  expect(input.users).toBe(users);
  expect(input.users + input.rejected + input.excluded).toBe(input.records);
  expect(input.rejected).toBe(input.observations.rejections.length);
  const reasons = Object.values(input.excludedReasons);
  expect(reasons.reduce((sum, count) => sum + count, 0)).toBe(input.excluded);
}

describe('accounting', () => {
  test('records = users + rejected + excluded, for any rows, rejections and scope', () => {
    const cell = fc.constantFrom('', ' ', 'a@example.com', 'b@example.com', 'Sales', '#N/A', 'M?ller', 'disabled', 'x');
    const rows = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 30 });
    const rejections = fc.array(fc.constant<Rejection>({ line: 3, endLine: 4, reason: 'a quote' }), { maxLength: 3 });
    const glob = fc.constantFrom('*', 'Sales', '?', 'a*');
    const scope = fc.record({
      only: fc.array(fc.record({ column: fc.constant('department'), glob }), { maxLength: 2 }),
      exclude: fc.array(fc.record({ column: fc.constant('email'), glob }), { maxLength: 2 }),
    });
    const side = fc.constantFrom('old' as const, 'new' as const);
    fc.assert(
      fc.property(rows, rows, rejections, scope, side, (first, second, broken, inScope, at) => {
        const header = ['email', 'department', 'status', 'note'];
        const seen: SeenRecords = new Map();
        for (const page of [first, second]) {
          const table = rawTable(header, page, { rejections: broken });
          const { input, users } = load(table, { scope: inScope, side: at }, seen);
          expect(input.records).toBe(page.length + broken.length);
          expectAccount(input, users.length);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('the same record again is excluded, within a file and from page to page of the same header', () => {
    const seen: SeenRecords = new Map();
    const rows = [
      ['a@example.com', 'A'],
      ['a@example.com', 'A'],
      ['A@example.com', 'A'],
    ];
    const first = load(rawTable(['email', 'name'], rows), {}, seen);
    expect(first.input.excludedReasons).toEqual({ 'same-record-again': 1 });
    expect(first.users.map(({ line }) => line)).toEqual([2, 4]);
    const second = load(rawTable(['email', 'name'], [...rows, ['b@example.com', 'B']]), {}, seen);
    expect(second.input.excludedReasons).toEqual({ 'same-record-again': 3 });
    expect(second.users.map(({ sso }) => sso)).toEqual(['b@example.com']);
    expectAccount(second.input, 1);
    const otherHeader = load(rawTable(['email', 'title'], [['a@example.com', 'A']]), {}, seen);
    expect(otherHeader.input.users).toBe(1);
  });
});

describe('ragged rows', () => {
  const header = ['email', 'name', 'note', 'city'];
  const reject = (row: readonly string[], width = header) => load(rawTable(width, [row])).input.rejected === 1;

  test('are read where only unmapped trailing cells are missing, or surplus cells are empty', () => {
    expect(reject(['a@example.com', 'A'])).toBe(false);
    expect(reject(['a@example.com', 'A', '', ''])).toBe(false);
    expect(reject(['a@example.com', 'A', 'x', 'y', '', ''])).toBe(false);
  });

  test('are rejected otherwise, with their lines and a reason', () => {
    expect(reject(['a@example.com'])).toBe(true);
    expect(reject(['a@example.com', 'A', 'x', 'y', 'z'])).toBe(true);
    expect(reject(['a@example.com', 'A', 'x', 'y', ' '])).toBe(true);
    expect(reject(['A', 'x'], ['name', 'note', 'email'])).toBe(true);
    const rows = [['a@example.com', 'A'], ['b@example.com']];
    const { input, users } = load(rawTable(header, rows, { lines: [5, 7], endLines: [6, 9] }));
    expect(input.observations.rejections).toEqual([{ line: 7, endLine: 9, reason: expect.stringContaining('1 cell') }]);
    expect(users).toHaveLength(1);
  });

  test('a plausible column that is missing makes it rejected: it could be what is sent', () => {
    expect(reject(['a@example.com'], ['email', 'username'])).toBe(true);
  });

  test('a column that decides on the scope and is missing makes it rejected: it could be in scope', () => {
    const scope = { only: [{ column: 'city', glob: 'Bonn' }] };
    const rows = [['a@example.com', 'A', '']];
    expect(load(rawTable(header, rows), { scope }).input).toMatchObject({ rejected: 1, excluded: 0 });
    expect(load(rawTable(header, rows)).input).toMatchObject({ users: 1 });
  });

  test('a row of nothing is no user', () => {
    expectAccount(load(rawTable(header, [['', '', '', ''], [''], ['', '', '', '', '', '']])).input, 0);
  });

  test('rejections come in the order of lines', () => {
    const table = rawTable(header, [['a@example.com'], ['b@example.com']], {
      rejections: [{ line: 9, endLine: 9, reason: 'a quote' }],
      lines: [3, 12],
      endLines: [3, 12],
    });
    expect(load(table).input.observations.rejections.map(({ line }) => line)).toEqual([3, 9, 12]);
  });
});

describe('values', () => {
  test('are as decoded; blank and damaged ones are no value', () => {
    const header = ['email', 'scim email', 'employee id', 'name'];
    const rows = [
      [' A@example.com\u00A0', 'System.String[]', '1.2E+11', 'A'],
      ['\u00A0', '#N/A', '0012', ' '],
    ];
    const { users, input } = load(rawTable(header, rows));
    expect(users).toMatchObject([
      { sso: ' A@example.com\u00A0', scim: null, ids: { 'employee-id': null }, name: 'A', line: 2, file: 'old.csv' },
      { sso: null, scim: null, ids: { 'employee-id': '0012' }, name: null, line: 3 },
    ]);
    expect(input.observations.lossy).toEqual([
      { column: 'scim email', mappedTo: 'scim', cells: 2, firstLine: 2, example: 'System.String[]' },
      { column: 'employee id', mappedTo: 'employee-id', cells: 1, firstLine: 2, example: '1.2E+11' },
    ]);
  });

  test('a rounded number counts in columns of ids only', () => {
    const header = ['email', 'employee id', 'external id', 'immutable id', 'username', 'name'];
    const { input, users } = load(rawTable(header, [['a@example.com', ...Array(5).fill('1.23457E+11')]]));
    expect(input.observations.lossy.map(({ mappedTo }) => mappedTo)).toEqual([
      'employee-id',
      'external-id',
      'immutable-id',
    ]);
    expect(users).toMatchObject([{ username: '1.23457E+11', name: '1.23457E+11', ids: { 'external-id': null } }]);
  });

  test('a column that nothing reads is damaged without a key', () => {
    const { input } = load(rawTable(['email', 'groups'], [['a@example.com', 'System.Object[]']]));
    expect(input.observations.lossy).toMatchObject([{ column: 'groups', mappedTo: null }]);
  });

  test('a name of two columns; the display name where one of them is empty', () => {
    const header = ['email', 'first name', 'last name', 'display name'];
    const rows = [
      ['a@example.com', 'Ada', 'Lovelace', 'adal'],
      ['b@example.com', 'Bob', '', 'Bob Builder'],
      ['c@example.com', '', 'Curie', ''],
      ['d@example.com', '', '', ''],
    ];
    const names = load(rawTable(header, rows)).users.map(({ name }) => name);
    expect(names).toEqual(['Ada Lovelace', 'Bob Builder', 'Curie', null]);
  });

  test('a status: unknown words are counted with their first line', () => {
    const header = ['email', 'status'];
    const rows = [
      ['a@example.com', 'Active'],
      ['b@example.com', 'retired'],
      ['c@example.com', ''],
      ['d@example.com', 'retired'],
      ['e@example.com', 'DELETED'],
    ];
    for (const [side, unknown] of [['old', true] as const, ['new', false] as const]) {
      const { users, input } = load(rawTable(header, rows, {}), { side });
      expect(users.map(({ active }) => active)).toEqual([true, unknown, unknown, unknown, false]);
      expect(input.observations.unknownStatuses).toEqual([
        { word: 'retired', count: 2, firstLine: 3 },
        { word: '', count: 1, firstLine: 4 },
      ]);
    }
  });

  test('two status columns that speak against each other are no status', () => {
    const header = ['email', 'status', 'suspended'];
    const rows = [
      ['a@example.com', 'active', 'false'],
      ['b@example.com', 'active', 'true'],
      ['c@example.com', 'active', ''],
    ];
    for (const [side, unknown] of [['old', true] as const, ['new', false] as const]) {
      const { users, input } = load(rawTable(header, rows), { side });
      expect(users.map(({ active }) => active)).toEqual([true, unknown, true]);
      expect(input.observations.unknownStatuses).toMatchObject([{ count: 1, firstLine: 3 }]);
    }
  });

  test('no status column: everybody is active', () => {
    const { users, input } = load(rawTable(['email'], [['a@example.com']]), { side: 'new' });
    expect(users).toMatchObject([{ active: true }]);
    expect(input.observations.unknownStatuses).toEqual([]);
  });

  test('what is out of scope is not looked at', () => {
    const rows = [
      ['a@example.com', 'Sales', 'active'],
      ['#N/A', 'Legal', 'whatever'],
    ];
    const scope = { only: [{ column: 'department', glob: 'sales' }] };
    const { input } = load(rawTable(['email', 'department', 'status'], rows), { scope });
    expect(input).toMatchObject({ users: 1, excluded: 1, excludedReasons: { 'out-of-scope': 1 } });
    expect(input.observations).toMatchObject({ lossy: [], unknownStatuses: [] });
  });
});

describe('mapping', () => {
  const header = ['login', 'firstName', 'lastName', 'email'];
  const rows = [
    ['a@example.com', 'A', 'A', 'a@example.com'],
    ['B@example.com', 'B', 'B', 'b@example.com'],
    ['', 'C', 'C', 'c@example.com'],
    ['d@example.com', 'D', 'D', ''],
  ];

  test('assumed: counts for whom a plausible column holds another value', () => {
    const { input } = load(rawTable(header, rows));
    expect(input.mappingConfirmed).toBe(false);
    expect(input.mapping).toMatchObject({ sso: 'email', scim: 'email', username: 'login', status: null });
    const login = {
      ...{ column: 'login', differing: 2, firstLine: 3 },
      ...{ exampleAssumed: 'b@example.com', examplePlausible: 'B@example.com' },
    };
    expect(input.observations.assumptions).toEqual([
      { attribute: 'sso', column: 'email', plausible: [login] },
      { attribute: 'scim', column: 'email', plausible: [login] },
    ]);
  });

  test('inactive users do not make a guess matter', () => {
    const table = rawTable([...header, 'status'], [['B@example.com', 'B', 'B', 'b@example.com', 'DEPROVISIONED']]);
    const [assumption] = load(table).input.observations.assumptions;
    expect(assumption?.plausible).toMatchObject([{ column: 'login', differing: 0, firstLine: null }]);
  });

  test('confirmed by the user, or not sent', () => {
    const { input, users } = load(rawTable(header, rows), { map: { sso: 'login', scim: '-' } });
    expect(input.mappingConfirmed).toBe(true);
    expect(input.mapping).toMatchObject({ sso: 'login', scim: null });
    expect(input.observations.assumptions).toEqual([]);
    expect(users[1]).toMatchObject({ sso: 'B@example.com', scim: null });
  });

  test('two headers that differ in case, space or punctuation only: which one is meant is a guess', () => {
    const table = rawTable(['email', 'Email'], [['a@example.com', 'b@example.com']]);
    const { duplicateHeaders } = load(table).input.observations;
    expect(duplicateHeaders.map(({ mappedTo }) => mappedTo)).toEqual(expect.arrayContaining(['sso', 'scim']));
    const named = load(table, { map: { sso: 'email', scim: 'Email' } }).input.observations;
    expect(named.duplicateHeaders).toEqual([]);
  });

  test('a header that stands twice is reported with what is read from it', () => {
    const table = rawTable(['email', 'note', 'email ', 'note'], [['a@example.com', '', 'b@example.com', '']]);
    const { input, users } = load(table);
    expect(input.observations.duplicateHeaders).toEqual([
      { column: 'email', count: 2, mappedTo: 'sso' },
      { column: 'note', count: 2, mappedTo: null },
    ]);
    expect(users).toMatchObject([{ sso: 'a@example.com' }]);
  });

  test.each(['__proto__', 'constructor'])('a column called %s can be mapped', (name) => {
    const { users } = load(rawTable([name, 'email'], [['x@example.com', 'a@example.com']]), { map: { sso: name } });
    expect(users).toMatchObject([{ sso: 'x@example.com', scim: 'a@example.com' }]);
  });
});

describe('letters lost in an encoding', () => {
  const table = (more: Partial<RawTable>) =>
    rawTable(['email', 'name', 'note'], [['a@example.com', 'M?ller', 'wo?']], more);

  test('? counts in mapped columns of ASCII files', () => {
    expect(load(table({})).input.observations.undecodable).toEqual([
      { column: 'name', mappedTo: 'name', cells: 1, firstLine: 2, example: 'M?ller' },
    ]);
    expect(load(table({ isAscii: false })).input.observations.undecodable).toEqual([]);
  });

  test('U+FFFD counts in every column, and stays what it is', () => {
    const rows = [['m\uFFFDller@example.com', 'A', '\uFFFD']];
    const damaged = rawTable(['email', 'name', 'note'], rows, { isAscii: false, hasReplacement: true });
    const { input, users } = load(damaged);
    expect(input.observations.undecodable).toMatchObject([
      { column: 'email', mappedTo: 'sso' },
      { column: 'note', mappedTo: null },
    ]);
    expect(users).toMatchObject([{ sso: 'm\uFFFDller@example.com' }]);
  });
});
