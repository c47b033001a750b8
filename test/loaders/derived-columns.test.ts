import { describe, expect, test } from 'vitest';
import { type LoadOptions, loadTable } from '../../src/loaders/load-table.ts';
import type { RawTable } from '../../src/loaders/raw-table.ts';
import { UserColumns } from '../../src/loaders/user-columns.ts';
import { rawTable } from './tables.ts';

function load(table: RawTable, options: Partial<LoadOptions> = {}) {
  const users = new UserColumns('old');
  const input = loadTable(table, { side: 'old', ...options }, users, new Map());
  return { input, users: Array.from({ length: users.length }, (_, index) => users.user(index)) };
}

const M365 = ['User principal name', 'Object Id', 'Block credential', 'Proxy addresses', 'Note'];
const SMTP_ELSE_UPN = 'Proxy addresses (primary, SMTP:), else User principal name';

describe('the primary address of Microsoft 365, else the user principal name', () => {
  const rows = [
    ['a@example.com', '1', 'False', 'SMTP:a@example.com+smtp:x@example.com', ''],
    ['b@example.com', '2', 'False', 'smtp:x@example.com+SMTP:B@example.com', ''],
    ['c@example.com', '3', 'False', '', ''],
    ['d@example.com', '4', 'False', 'System.String[]', ''],
  ];

  test('is what is sent, and the user principal name is plausible', () => {
    const { users, input } = load(rawTable(M365, rows));
    expect(users.map(({ sso }) => sso)).toEqual(['a@example.com', 'B@example.com', 'c@example.com', 'd@example.com']);
    expect(users.map(({ scim }) => scim)).toEqual(users.map(({ sso }) => sso));
    expect(input.mapping).toMatchObject({ sso: SMTP_ELSE_UPN, scim: SMTP_ELSE_UPN, username: 'User principal name' });
    const upn = {
      ...{ column: 'User principal name', differing: 1, firstLine: 3 },
      ...{ exampleAssumed: 'B@example.com', examplePlausible: 'b@example.com' },
    };
    expect(input.observations.assumptions).toEqual([
      expect.objectContaining({ attribute: 'sso', column: SMTP_ELSE_UPN, plausible: [upn] }),
      expect.objectContaining({ attribute: 'scim', column: SMTP_ELSE_UPN, plausible: [upn] }),
    ]);
  });

  test('damage of a column that it is made of is damage of what is sent', () => {
    expect(load(rawTable(M365, rows)).input.observations.lossy).toMatchObject([
      { column: 'Proxy addresses', mappedTo: 'sso', cells: 1, firstLine: 5 },
    ]);
    const twice = rawTable(
      [...M365, 'Proxy Addresses'],
      [['a@example.com', '', 'False', 'SMTP:a@example.com', '', '']],
    );
    const mapped = load(twice).input.observations.duplicateHeaders.map(({ mappedTo }) => mappedTo);
    expect(mapped).toContain('sso');
  });

  test('a record that is too short for it is rejected', () => {
    const short = [...rows, ['e@example.com', '5', 'False'], ['f@example.com', '6', 'False', '']];
    expect(load(rawTable(M365, short)).input).toMatchObject({ users: 5, rejected: 1 });
  });

  test('is the user principal name where there are no proxy addresses', () => {
    const header = ['User principal name', 'Object Id', 'Block credential'];
    const { input } = load(rawTable(header, [['a@example.com', '1', 'False']]));
    expect(input.mapping).toMatchObject({ sso: 'User principal name', aliases: null });
  });

  test('can be named by its title, which a report shows', () => {
    const { input, users } = load(rawTable(M365, rows), { map: { sso: SMTP_ELSE_UPN, scim: 'user principal name' } });
    expect(input).toMatchObject({
      mappingConfirmed: true,
      mapping: { sso: SMTP_ELSE_UPN, scim: 'User principal name' },
    });
    expect(users[1]).toMatchObject({ sso: 'B@example.com', scim: 'b@example.com' });
  });
});

describe('a column of proxy addresses that the user named', () => {
  const header = ['mail', 'proxyAddresses'];
  const rows = [
    ['a@example.com', 'smtp:x@example.com;SMTP:A@example.com'],
    ['b@example.com', 'smtp:x@example.com'],
    ['c@example.com', ''],
  ];

  test.each(['proxyAddresses', 'Proxy addresses', 'proxyAddresses (primary, SMTP:)'])(
    'as %j: its primary one',
    (named) => {
      const { users, input } = load(rawTable(header, rows), { map: { sso: named } });
      expect(users.map(({ sso }) => sso)).toEqual(['A@example.com', null, null]);
      expect(users.map(({ scim }) => scim)).toEqual(['a@example.com', 'b@example.com', 'c@example.com']);
      expect(input.mapping).toMatchObject({ sso: 'proxyAddresses (primary, SMTP:)', scim: 'mail' });
    },
  );

  test('is a list where it is named as aliases', () => {
    const users = new UserColumns('old');
    loadTable(rawTable(header, rows), { side: 'old', map: { aliases: 'proxyAddresses' } }, users, new Map());
    expect([0, 1, 2].map((index) => users.list('aliases', index))).toEqual([
      ['x@example.com', 'A@example.com'],
      ['x@example.com'],
      [],
    ]);
  });

  test('and is plausible beside mail where nobody was named', () => {
    const [assumption] = load(rawTable(header, rows)).input.observations.assumptions;
    expect(assumption).toMatchObject({
      column: 'mail',
      plausible: [{ column: 'proxyAddresses (primary, SMTP:)', differing: 1, firstLine: 2 }],
    });
  });
});

describe('the id that Entra Connect takes', () => {
  const header = ['DN', 'sAMAccountName', 'mail', 'objectGUID', 'mS-DS-ConsistencyGuid'];
  const row = (guid: string, consistency: string) => ['CN=A', 'a', 'a@example.com', guid, consistency];

  test('is ms-DS-ConsistencyGuid, else objectGUID, record by record', () => {
    const { users, input } = load(rawTable(header, [row('G1', 'C1'), row('G2', ''), row('', 'C3')]));
    expect(users.map(({ ids }) => ids['immutable-id'])).toEqual(['C1', 'G2', 'C3']);
    expect(input.mapping['immutable-id']).toBe('mS-DS-ConsistencyGuid, else objectGUID');
  });
});

test('without any of them a table has the columns of its header', () => {
  const { input } = load(rawTable(['email', 'name'], [['a@example.com', 'A']]));
  expect(input.mapping).toMatchObject({ sso: 'email', scim: 'email', name: 'name', aliases: null, groups: null });
});
