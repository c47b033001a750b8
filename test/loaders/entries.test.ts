import { describe, expect, test } from 'vitest';
import { Columns } from '../../src/loaders/columns.ts';
import { entriesColumn } from '../../src/loaders/entries.ts';
import { headerKey } from '../../src/loaders/header.ts';
import type { Entries } from '../../src/loaders/profiles/profile.ts';

const WORK: Entries = { title: 'work', kinds: ['primary', 'work', '*'], except: ['home'] };
const HEADER = [
  'emails.0.value',
  'emails.0.type',
  'emails.0.primary',
  'emails.1.value',
  'emails.1.type',
  'emails.1.primary',
];

function read(header: readonly string[], cells: readonly string[], name: string, which?: Entries, isList?: boolean) {
  return entriesColumn(new Columns({ header }), header.map(headerKey), name, which, isList)?.values(cells);
}

describe('of the entries of a list', () => {
  test.each<[string[], string[]]>([
    [['h@example.com', 'home', '', 'w@example.com', 'work', ''], ['w@example.com']],
    [['w@example.com', 'work', '', 'p@example.com', 'other', 'true'], ['p@example.com']],
    [['w@example.com', 'WORK', '', 'p@example.com', 'home', ' True '], ['p@example.com']],
    [['w@example.com', 'work', 'false', 'o@example.com', 'other', 'False'], ['w@example.com']],
    [['o@example.com', '', '', 'h@example.com', 'home', ''], ['o@example.com']],
    [['h@example.com', 'Home', '', '', '', ''], []],
    [[' ', 'work', 'true', 'o@example.com', 'other', ''], ['o@example.com']],
  ])('the best is taken: %j', (cells, values) => {
    expect(read(HEADER, cells, 'emails#value', WORK)).toEqual(values);
  });

  test('equally good ones are all there, in the order of their numbers', () => {
    const header = ['emails.10.value', 'emails.10.type', 'emails.2.value', 'emails.2.type'];
    const cells = ['b@example.com', 'work', 'a@example.com', 'work'];
    expect(read(header, cells, 'emails#value', WORK)).toEqual(['a@example.com', 'b@example.com']);
  });

  test('as a list, all that count are taken', () => {
    const cells = ['h@example.com', 'home', '', 'w@example.com', 'work', 'true'];
    expect(read(HEADER, cells, 'emails#value', WORK, true)).toEqual(['w@example.com']);
    expect(read(HEADER, cells, 'emails#value', undefined, true)).toEqual(['h@example.com', 'w@example.com']);
  });

  test('kinds that are not named do not count', () => {
    const header = ['externalIds.0.type', 'externalIds.0.value', 'externalIds.1.type', 'externalIds.1.value'];
    const number: Entries = { title: 'number', kinds: ['organization'] };
    expect(read(header, ['account', 'X', 'organization', '0042'], 'externalids#value', number)).toEqual(['0042']);
    expect(read(header, ['account', 'X', 'custom', 'Y'], 'externalids#value', number)).toEqual([]);
    expect(read(header, ['', 'X', 'custom', 'Y'], 'externalids#value', { title: '', kinds: [''] })).toEqual(['X']);
  });
});

describe('numbered columns', () => {
  test.each([
    [['alias1', 'alias2'], 'alias#', 'aliasN'],
    [['aliases.0', 'aliases.1'], 'aliases#', 'aliases.N'],
    [['emails[0].value', 'emails[1].value'], 'emails#value', 'emails[N].value'],
  ])('%j are the entries of %s, called %s', (header, name, text) => {
    const found = entriesColumn(new Columns({ header }), header.map(headerKey), name);
    expect(found).toMatchObject({ text, from: [0, 1] });
    expect(found?.values(['a', 'b'])).toEqual(['a', 'b']);
  });

  test.each([[['aliases']], [['alias']], [['aliasx1']], [['aliases0name']], [['aliasesx']], [[]]])(
    '%j are none',
    (header) => {
      expect(entriesColumn(new Columns({ header }), header.map(headerKey), 'aliases#')).toBeNull();
    },
  );

  test('what tells an entry’s kind is a column that is read', () => {
    expect(entriesColumn(new Columns({ header: HEADER }), HEADER.map(headerKey), 'emails#value', WORK)).toMatchObject({
      text: 'work',
      from: [0, 1, 2, 3, 4, 5],
    });
  });
});
