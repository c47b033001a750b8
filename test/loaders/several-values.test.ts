import { describe, expect, test } from 'vitest';
import { joinList } from '../../src/loaders/list-cell.ts';
import { type LoadOptions, loadTable } from '../../src/loaders/load-table.ts';
import type { RawTable } from '../../src/loaders/raw-table.ts';
import { UserColumns } from '../../src/loaders/user-columns.ts';
import { rawTable } from './tables.ts';

function load(table: RawTable, options: Partial<LoadOptions> = {}) {
  const users = new UserColumns(options.side ?? 'old');
  const input = loadTable(table, { side: 'old', ...options }, users, new Map());
  return { input, users: Array.from({ length: users.length }, (_, index) => users.record(index)) };
}

const lists = (header: readonly string[], ...rows: (string | string[])[][]) =>
  rawTable(
    header,
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : joinList(cell)))),
    { hasLists: true, format: 'ldif', delimiter: null },
  );

describe('of several values of a field of one value', () => {
  const table = lists(
    ['dn', 'mail', 'employeeNumber', 'uid', 'cn', 'nsAccountLock'],
    ['a', ['a@example.com', 'al@example.com'], ['1', '2'], ['a@example.com', 'a'], ['A A', 'AA'], ''],
    ['b', ['b@example.com', 'b@example.com'], '3', 'b@example.com', 'B B', ['FALSE', 'TRUE']],
    ['c', ['', ' ', 'c@example.com'], '4', 'c@example.com', 'C C', ''],
    ['d', ['d@example.com', 'D@example.com'], '5', 'd@example.com', 'D D', 'TRUE'],
  );

  test('the first is used', () => {
    const { users } = load(table);
    expect(users).toMatchObject([
      { sso: 'a@example.com', scim: 'a@example.com', username: 'a@example.com', name: 'A A', active: true },
      { sso: 'b@example.com', active: true },
      { sso: 'c@example.com' },
      { sso: 'd@example.com', active: false },
    ]);
    expect(users.map(({ ids }) => ids['employee-id'])).toEqual(['1', '3', '4', '5']);
  });

  test('another one is plausible, for active users', () => {
    const [sso, scim] = load(table).input.observations.assumptions;
    const further = {
      ...{ column: 'mail (further values)', differing: 1, firstLine: 2 },
      ...{ exampleAssumed: 'a@example.com', examplePlausible: 'al@example.com' },
    };
    expect(sso).toMatchObject({ attribute: 'sso', column: 'mail', plausible: expect.arrayContaining([further]) });
    expect(scim).toMatchObject({ attribute: 'scim', column: 'mail', plausible: expect.arrayContaining([further]) });
  });

  test('that is so even where the user named the column', () => {
    const { input } = load(table, { map: { sso: 'mail', scim: '-' } });
    expect(input.mappingConfirmed).toBe(true);
    expect(input.observations.assumptions).toEqual([
      expect.objectContaining({
        attribute: 'sso',
        column: 'mail',
        plausible: [expect.objectContaining({ column: 'mail (further values)', differing: 1 })],
      }),
    ]);
  });

  test('nothing is said where nobody has several', () => {
    const single = lists(['dn', 'mail'], ['a', 'a@example.com'], ['b', ['b@example.com', 'b@example.com']]);
    expect(load(single, { map: { sso: 'mail', scim: 'mail' } }).input.observations.assumptions).toEqual([]);
    const plausible = load(single).input.observations.assumptions.map((assumption) => assumption.plausible);
    expect(plausible).toEqual([[], []]);
  });

  test('any of a plausible column counts', () => {
    const table = lists(['dn', 'mail', 'uid'], ['a', 'a@example.com', ['a@example.com', 'aa']]);
    const [assumption] = load(table).input.observations.assumptions;
    expect(assumption?.plausible).toEqual([
      expect.objectContaining({ column: 'uid', differing: 1, examplePlausible: 'aa' }),
    ]);
  });

  test('in CSV the separator is a character like any other', () => {
    const value = joinList(['a@example.com', 'b@example.com']);
    const { users, input } = load(rawTable(['email'], [[value]]));
    expect(users).toMatchObject([{ sso: value }]);
    expect(input.observations.assumptions.map(({ plausible }) => plausible)).toEqual([[], []]);
  });
});

describe('lists', () => {
  test('of JSON and LDIF are taken value by value', () => {
    const table = lists(
      ['email', 'groups', 'proxyAddresses'],
      ['a@example.com', ['Sales, Retail', 'A;B', 'Sales, Retail'], ['SMTP:a@example.com', 'smtp:al@example.com']],
      ['b@example.com', 'One, Two', ['X400:c=US;a= ;p=Example;s=B;', 'smtp:b+1@example.com']],
      ['c@example.com', '', ''],
    );
    const { users, input } = load(table);
    expect(users).toMatchObject([
      { groups: ['Sales, Retail', 'A;B'], aliases: ['al@example.com'] },
      { groups: ['One, Two'], aliases: ['b+1@example.com'] },
      { groups: [], aliases: [] },
    ]);
    expect(input.mapping).toMatchObject({ groups: 'groups', aliases: 'proxyAddresses' });
  });

  test('of CSV are taken apart', () => {
    const header = ['email', 'Groups', 'Email aliases'];
    const { users } = load(rawTable(header, [['a@example.com', 'Sales;Oslo', 'al@example.com a@example.com']]));
    expect(users).toMatchObject([{ groups: ['Sales', 'Oslo'], aliases: ['al@example.com'] }]);
  });

  test('in numbered columns are put together, as Duo writes them', () => {
    const header = ['username', 'realname', 'alias1', 'alias2', 'email', 'status', 'group1', 'group2'];
    const rows = [['a', 'A A', 'a@example.org', 'DOMAIN\\a', 'a@example.com', 'active', 'Sales, North', 'Oslo']];
    const { users, input } = load(rawTable(header, rows));
    expect(users).toMatchObject([{ aliases: ['a@example.org'], groups: ['Sales, North', 'Oslo'] }]);
    expect(input.mapping).toMatchObject({ aliases: 'aliasN', groups: 'groupN' });
  });

  test('GAM’s columns of counts are no lists', () => {
    const header = ['primaryEmail', 'orgUnitPath', 'Groups', 'Groups.0', 'Groups.1', 'aliases', 'aliases.0'];
    const rows = [['a@example.com', '/', '2', 'x@example.com', 'y@example.com', '1', 'al@example.com']];
    const { users, input } = load(rawTable(header, rows));
    expect(users).toMatchObject([{ groups: ['x@example.com', 'y@example.com'], aliases: ['al@example.com'] }]);
    expect(input.mapping).toMatchObject({ groups: 'Groups.N', aliases: 'aliases.N' });
  });

  test('groups of Graph, where they were asked for', () => {
    const header = ['userPrincipalName', 'mail', 'memberOf.0.displayName', 'memberOf.1.displayName'];
    const table = rawTable(header, [['a@example.com', 'a@example.com', 'Sales', 'Oslo']], {
      hasLists: true,
      format: 'json',
    });
    expect(load(table).users).toMatchObject([{ groups: ['Sales', 'Oslo'] }]);
  });

  test('a column of which nothing is left is none; one that lost some of it is damaged', () => {
    const header = ['email', 'groups', 'aliases'];
    const lost = load(rawTable(header, [['a@example.com', 'System.Object[]', 'System.String[]']]));
    expect(lost.input.mapping).toMatchObject({ groups: null, aliases: null });
    expect(lost.input.observations.lossy.map(({ mappedTo }) => mappedTo)).toEqual([null, null]);
    const rows = [
      ['a@example.com', 'System.Object[]', ''],
      ['b@example.com', 'Sales', ''],
    ];
    const partly = load(rawTable(header, rows));
    expect(partly.users.map(({ groups }) => groups)).toEqual([[], ['Sales']]);
    expect(partly.input.observations.lossy).toMatchObject([{ column: 'groups', mappedTo: 'groups' }]);
    const named = load(rawTable(header, [['a@example.com', 'System.Object[]', '']]), { map: { groups: 'groups' } });
    expect(named.input.observations.lossy).toMatchObject([{ column: 'groups', mappedTo: 'groups' }]);
  });

  test('the user names their column, or says that there is none', () => {
    const header = ['email', 'aliases', 'Other addresses', 'groups', 'Teams'];
    const rows = [['a@example.com', 'x@example.com', 'y@example.com z@example.com', 'Sales', 'Red|Blue']];
    const named = load(rawTable(header, rows), { map: { aliases: 'other addresses', groups: 'Teams' } });
    expect(named.users).toMatchObject([{ aliases: ['y@example.com', 'z@example.com'], groups: ['Red', 'Blue'] }]);
    expect(named.input.mapping).toMatchObject({ aliases: 'Other addresses', groups: 'Teams' });
    const none = load(rawTable(header, rows), { map: { aliases: '-', groups: '-' } });
    expect(none.users).toMatchObject([{ aliases: [], groups: [] }]);
    expect(none.input.mapping).toMatchObject({ aliases: null, groups: null });
  });

  test.each(['secondEmail', 'Recovery Email', 'Secondary email', 'Personal email', 'recoveryEmail'])(
    '%s is nobody’s alias',
    (header) => {
      const { users } = load(rawTable(['email', header], [['a@example.com', 'private@example.net']]));
      expect(users).toMatchObject([{ aliases: [] }]);
    },
  );

  test('a list that is missing at the end of a record makes it ragged', () => {
    const rows = [['a@example.com', 'Sales'], ['b@example.com']];
    expect(load(rawTable(['email', 'groups'], rows)).input).toMatchObject({ users: 1, rejected: 1 });
  });
});
