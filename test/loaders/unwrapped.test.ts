import { describe, expect, test } from 'vitest';
import { loadTable } from '../../src/loaders/load-table.ts';
import { profileById } from '../../src/loaders/profiles/index.ts';
import type { RawTable } from '../../src/loaders/raw-table.ts';
import { unwrapped } from '../../src/loaders/unwrapped.ts';
import { UserColumns } from '../../src/loaders/user-columns.ts';
import { rawTable } from './tables.ts';

function ssoOf(table: RawTable, profile?: string): (string | null)[] {
  const users = new UserColumns('new');
  loadTable(table, { side: 'new', profile }, users, new Map());
  return Array.from({ length: users.length }, (_, index) => users.user(index).sso);
}

describe('Auth0 writes an apostrophe before every text', () => {
  const header = ['user_id', 'email', 'email_verified'];

  test('which is taken off, one and no more, and off nothing that has none', () => {
    const rows = [
      ["'auth0|1", "'a@example.com", 'true'],
      ["'auth0|2", "''b@example.com", 'true'],
      ["'auth0|3", '', 'true'],
      ["'auth0|4", "'c'd@example.com", 'false'],
    ];
    expect(ssoOf(rawTable(header, rows))).toEqual(['a@example.com', "'b@example.com", null, "c'd@example.com"]);
  });

  test('in records in which user_id has one: elsewhere it is a part of the address', () => {
    const rows = [
      ['auth0|1', "'a@example.com", 'true'],
      ["'auth0|2", "'b@example.com", 'true'],
    ];
    expect(ssoOf(rawTable(header, rows))).toEqual(["'a@example.com", 'b@example.com']);
  });

  test('in no other format, though every address begins with one: that may be what was loaded by mistake', () => {
    const rows = [
      ["'a@example.com", "'auth0"],
      ["'b@example.com", "'auth0"],
    ];
    expect(ssoOf(rawTable(['email', 'provider'], rows))).toEqual(["'a@example.com", "'b@example.com"]);
  });

  test('without user_id in columns that have one everywhere, where the user says that it is Auth0’s', () => {
    const table = rawTable(
      ['email', 'provider', 'name'],
      [
        ["'a@example.com", "'auth0", "'Ann"],
        ["'b@example.com", "'auth0", "Ben 'o"],
        ['', "'auth0", ''],
      ],
    );
    expect(ssoOf(table, 'auth0-export-csv')).toEqual(['a@example.com', 'b@example.com', null]);
    const { rows } = unwrapped(table, profileById('auth0-export-csv'));
    expect(rows[0]).toEqual(['a@example.com', 'auth0', "'Ann"]);
    const mixed = rawTable(['email'], [["'a@example.com"], ['b@example.com']]);
    expect(ssoOf(mixed, 'auth0-export-csv')).toEqual(["'a@example.com", 'b@example.com']);
  });
});

describe('Oracle puts cells that begin like a formula in single quotes', () => {
  test.each([
    ["'@a@example.com'", '@a@example.com'],
    ["'+a@example.com'", '+a@example.com'],
    ["'-a@example.com'", '-a@example.com'],
    ["'=a@example.com'", '=a@example.com'],
    ["'|a@example.com'", '|a@example.com'],
    ["'%a@example.com'", '%a@example.com'],
    ["'+a'b@example.com'", "+a'b@example.com"],
    // Not both, or nothing that Oracle would wrap.
    ["'+a@example.com", "'+a@example.com"],
    ["+a@example.com'", "+a@example.com'"],
    ["'a@example.com'", "'a@example.com'"],
    ["o'a@example.com", "o'a@example.com"],
  ])('%s is %s', (cell, value) => {
    const header = ['Work Email', 'Primary Email Type', 'First Name', 'Last Name'];
    expect(ssoOf(rawTable(header, [[cell, 'Work', 'A', 'A']]))).toEqual([value]);
  });

  test('in CSV alone', () => {
    const header = ['userName', 'emails.0.value', 'meta.resourceType'];
    const table = rawTable(header, [["'+a@example.com'", "'+a@example.com'", 'User']], { format: 'json' });
    expect(unwrapped(table, profileById('scim-flattened-csv'))).toBe(table);
  });
});
