import { describe, expect, test } from 'vitest';
import { type LoadOptions, loadTable } from '../../src/loaders/load-table.ts';
import { detectProfile } from '../../src/loaders/profiles/index.ts';
import type { RawTable } from '../../src/loaders/raw-table.ts';
import { UserColumns } from '../../src/loaders/user-columns.ts';
import { rawTable } from './tables.ts';

function load(table: RawTable, options: Partial<LoadOptions> = {}) {
  const users = new UserColumns('app');
  const input = loadTable(table, { side: 'app', ...options }, users, new Map());
  return { input, users: Array.from({ length: users.length }, (_, index) => users.record(index)) };
}

const CLAUDE = ['Name', 'Email', 'Role', 'Status', 'Seat Tier'];

describe('a list of members', () => {
  test('has one email, kept as sso, and nothing that only an IdP knows', () => {
    const header = [...CLAUDE, 'Employee ID', 'Groups', 'Username', 'Aliases'];
    const row = ['A A', 'a@example.com', 'User', 'Active', 'Standard', '1', 'Sales', 'aa', 'x@example.com'];
    const { users, input } = load(rawTable(header, [row]));
    expect(users).toMatchObject([
      {
        ...{ side: 'app', sso: 'a@example.com', scim: null, username: null, name: 'A A', active: true },
        ...{ ids: { 'employee-id': null, 'external-id': null, 'immutable-id': null }, aliases: [], groups: [] },
      },
    ]);
    expect(input.mapping).toEqual({
      ...{ sso: 'Email', scim: null, username: null, name: 'Name', status: 'Status', groups: null, aliases: null },
      ...{ 'employee-id': null, 'external-id': null, 'immutable-id': null },
    });
  });

  test('has accounts that are inactive, pending and so on; only what is removed is none', () => {
    const words = ['Active', 'Inactive', 'Pending', 'Suspended', 'Removed', 'deleted', 'Deactivated', 'on leave'];
    const rows = words.map((word, index) => ['', `${index}@example.com`, 'User', word, '']);
    const { users, input } = load(rawTable(CLAUDE, rows));
    expect(users.map(({ active }) => active)).toEqual([true, true, true, true, false, false, false, true]);
    expect(input.observations.unknownStatuses).toEqual([{ word: 'on leave', count: 1, firstLine: 9 }]);
  });

  test('may say in a column of its own who is gone', () => {
    const header = ['email', 'status', 'deleted', 'Removed'];
    const rows = [
      ['a@example.com', 'invited', 'false', ''],
      ['b@example.com', 'invited', 'true', ''],
      ['c@example.com', 'suspended', '', 'yes'],
      ['d@example.com', 'active', 'true', ''],
    ];
    const { users, input } = load(rawTable(header, rows));
    expect(users.map(({ active }) => active)).toEqual([true, false, false, true]);
    // Active and deleted at once: which of them is meant is not known, so that it is an account.
    expect(input.observations.unknownStatuses).toMatchObject([{ count: 1, firstLine: 5 }]);
  });

  test('without a status has accounts only', () => {
    expect(load(rawTable(['email'], [['a@example.com']])).users).toMatchObject([{ active: true }]);
  });
});

describe('lists of other service providers', () => {
  test('Slack', () => {
    const header =
      'username,email,status,billing-active,has-2fa,has-sso,userid,fullname,displayname,expiration-timestamp';
    const rows = ['Member', 'Primary Owner', 'Invited Member', 'Deactivated', 'Bot'].map((status, index) => [
      ...[`handle${index}`, `${index}@example.com`, status, '1', '0', '0', `U${index}`, `Name ${index}`, '', ''],
    ]);
    const { users, input } = load(rawTable(header.split(','), rows));
    expect(users.map(({ active }) => active)).toEqual([true, true, true, false]);
    expect(users[0]).toMatchObject({ sso: '0@example.com', name: 'Name 0' });
    expect(input).toMatchObject({ profile: 'slack-members-csv', excludedReasons: { 'not-a-person': 1 } });
    expect(input.observations).toMatchObject({ assumptions: [], unknownStatuses: [] });
  });

  test('Atlassian', () => {
    const header = ['User id', 'User name', 'email', 'User status', 'Added to org', 'Org role'];
    const rows = ['Active', 'Suspended', 'Deactivated'].map((status, index) => [
      ...[`${index}`, 'Anna Lopez', `${index}@example.com`, status, '', ''],
    ]);
    const { users, input } = load(rawTable(header, rows));
    expect(users.map(({ active }) => active)).toEqual([true, true, false]);
    expect(input.mapping).toMatchObject({ sso: 'email', status: 'User status' });
    expect(input.observations.assumptions).toEqual([]);
  });

  test.each([
    [
      ['Member email', 'Full name', 'Membership status'],
      { sso: 'Member email', name: 'Full name', status: 'Membership status' },
    ],
    [['User Email', 'Removed'], { sso: 'User Email', name: null, status: 'Removed' }],
    [
      ['Primary Email Address', 'First Name', 'Last Name'],
      { sso: 'Primary Email Address', name: 'First Name + Last Name' },
    ],
    [['emails.0.value', 'userName', 'active'], { sso: 'primary or work email', status: 'active' }],
  ])('%j', (header, mapping) => {
    const { input } = load(rawTable(header, [header.map(() => 'a@example.com')]));
    expect(input.mapping).toMatchObject(mapping);
  });

  test('SCIM, as the service provider itself lists its users', () => {
    const header = ['userName', 'emails.0.value', 'emails.0.type', 'active'];
    const table = rawTable(header, [['aa', 'a@example.com', 'work', 'false']], { hasLists: true, format: 'json' });
    const { users, input } = load(table);
    expect(input.profile).toBe('scim2-listresponse');
    expect(users).toMatchObject([{ sso: 'a@example.com', scim: null, active: true }]);
  });
});

describe('its email column', () => {
  test('needs no confirming where there is one', () => {
    const { input } = load(rawTable(CLAUDE, [['', 'a@example.com', '', 'Active', '']]));
    expect(input.observations.assumptions).toEqual([]);
    expect(input.mappingConfirmed).toBe(false);
  });

  test('is a guess where another one holds another address; a name of a user is none', () => {
    const header = ['email', 'username', 'work email'];
    const rows = [
      ['a@example.com', 'aa', 'a@example.com'],
      ['b@example.com', 'b@example.com', 'B@example.com'],
    ];
    const { input } = load(rawTable(header, rows));
    expect(input.observations.assumptions).toEqual([
      expect.objectContaining({
        attribute: 'sso',
        column: 'email',
        plausible: expect.arrayContaining([
          expect.objectContaining({
            column: 'work email',
            differing: 1,
            firstLine: 3,
            examplePlausible: 'B@example.com',
          }),
          expect.objectContaining({ column: 'username', differing: 0 }),
        ]),
      }),
    ]);
    expect(load(rawTable(header, [rows[0] ?? []])).input.observations.assumptions).toEqual([]);
  });

  test('is named as email', () => {
    const { input, users } = load(rawTable(['email', 'login'], [['a@example.com', 'b@example.com']]), {
      map: { email: 'login', name: '-' },
    });
    expect(users).toMatchObject([{ sso: 'b@example.com', scim: null }]);
    expect(input).toMatchObject({ mappingConfirmed: true, mapping: { sso: 'login', scim: null } });
    expect(input.observations.assumptions).toEqual([]);
  });

  test.each<Partial<LoadOptions>>([{}, { map: { email: '-' } }, { map: { name: 'who' } }])(
    'that is missing is asked for by its flag: %j',
    (options) => {
      expect(() => load(rawTable(['who', 'when'], [['a', 'b']]), options)).toThrow(
        expect.objectContaining({
          code: 'ERR_NO_EMAIL_COLUMN',
          message: expect.stringContaining('--app-map email=COLUMN'),
        }),
      );
    },
  );

  test('a column that is not there names the flag', () => {
    expect(() => load(rawTable(CLAUDE, []), { map: { email: 'mail address' } })).toThrow(
      expect.objectContaining({ code: 'ERR_UNKNOWN_COLUMN', message: expect.stringContaining('--app-map email') }),
    );
  });
});

test.each([
  ['app', { sso: 'Email' }],
  ['app', { groups: 'Role' }],
  ['old', { email: 'Email' }],
  ['new', { nonsense: 'Email' }],
] as const)('a key that the %s side has not is a mistake: %j', (side, map) => {
  const options = { side, map: map as LoadOptions['map'] };
  expect(() => loadTable(rawTable(CLAUDE, []), options, new UserColumns(side), new Map())).toThrow(
    expect.objectContaining({ code: 'ERR_USAGE', message: expect.stringContaining(`--${side}-map`) }),
  );
});

test('the export of Claude’s members is told from a table with some of its columns', () => {
  expect(detectProfile(CLAUDE).id).toBe('claude-members-csv');
  expect(detectProfile(['Name', 'Email', 'Role', 'Status']).id).toBe('generic');
});
