import { describe, expect, test } from 'vitest';
import { usersFromRecords } from '../../src/loaders/from-records.ts';
import type { UserRecord } from '../../src/model/user.ts';

const alice: UserRecord = { sso: 'alice@example.com' };
const load = (...records: unknown[]) => usersFromRecords('old', records as UserRecord[]);

test('fills what is left out', () => {
  const users = load(alice, {
    scim: ' ',
    active: false,
    line: 9,
    file: 'hr',
    ids: { 'employee-id': '7', x: 'y' },
    z: 1,
  });
  expect(users.length).toBe(2);
  const nobody = { username: null, name: null };
  expect(users.user(0)).toEqual({
    ...{ ...nobody, side: 'old', file: null, line: 1, sso: 'alice@example.com', scim: null, active: true },
    ids: { 'employee-id': null, 'external-id': null, 'immutable-id': null },
  });
  expect(users.user(1)).toEqual({
    ...{ ...nobody, side: 'old', file: 'hr', line: 9, sso: null, scim: null, active: false },
    ids: { 'employee-id': '7', 'external-id': null, 'immutable-id': null },
  });
});

test('values stay as they are', () => {
  const users = load({ sso: ' \uFEFFA@example.com ', scim: null, name: ' A ' });
  expect(users.user(0)).toMatchObject({ sso: ' \uFEFFA@example.com ', scim: null, name: ' A ' });
});

test('nobody is an empty side, not an error of its own', () => {
  expect(load().length).toBe(0);
});

describe('what is no user record', () => {
  test.each([
    ['null', null],
    ['undefined', undefined],
    ['a string', 'alice@example.com'],
    ['an array', ['alice@example.com']],
    ['neither sso nor scim', { name: 'Alice' }],
    ['nothing at all', {}],
    ['sso as a number', { sso: 1 }],
    ['scim as an object', { sso: 'a@example.com', scim: {} }],
    ['active as a word', { sso: 'a@example.com', active: 'false' }],
    ['active as null', { sso: 'a@example.com', active: null }],
    ['ids as text', { sso: 'a@example.com', ids: '7' }],
    ['an id as a number', { sso: 'a@example.com', ids: { 'employee-id': 7 } }],
    ['a name as a number', { sso: 'a@example.com', name: 7 }],
    ['a line between lines', { sso: 'a@example.com', line: 1.5 }],
    ['a line before the first', { sso: 'a@example.com', line: -1 }],
    ['an unknown side', { sso: 'a@example.com', side: 'both' }],
  ])('%s', (_name, record) => {
    expect(() => load(alice, record)).toThrow(
      expect.objectContaining({ name: 'PreflightError', code: 'ERR_INPUT_RECORD', line: 2 }),
    );
  });

  test('an empty place in the array', () => {
    const records = new Array<UserRecord>(3);
    records[0] = alice;
    records[2] = alice;
    expect(() => usersFromRecords('old', records)).toThrow(
      expect.objectContaining({ code: 'ERR_INPUT_RECORD', line: 2 }),
    );
  });

  test.each([null, undefined, 'alice', {}, 7])('%j is no side', (records) => {
    expect(() => usersFromRecords('new', records as unknown as UserRecord[])).toThrow(
      expect.objectContaining({ code: 'ERR_INPUT_RECORD', message: expect.stringContaining('new side') }),
    );
  });
});

test('further addresses and groups are kept', () => {
  const users = load({ ...alice, aliases: ['al@example.com'], groups: ['Sales'] }, alice);
  expect(users.list('aliases', 0)).toEqual(['al@example.com']);
  expect(users.list('groups', 0)).toEqual(['Sales']);
  expect(users.list('aliases', 1)).toEqual([]);
});

describe('a row of the service provider’s list', () => {
  const row = (record: UserRecord) => usersFromRecords('app', [record]).user(0);

  test.each<UserRecord>([
    { sso: 'a@example.com' },
    { scim: 'a@example.com' },
    { sso: 'a@example.com', scim: 'a@example.com' },
    { sso: ' ', scim: 'a@example.com' },
    { sso: 'a@example.com', scim: null },
  ])('has its one email as sso: %j', (record) => {
    expect(row(record)).toMatchObject({ side: 'app', sso: 'a@example.com', scim: null });
  });

  test('may have none', () => {
    expect(row({ sso: null })).toMatchObject({ sso: null, scim: null });
  });

  test('has no second one', () => {
    const rows: UserRecord[] = [{ sso: 'a@example.com' }, { sso: 'a@example.com', scim: 'A@example.com' }];
    expect(() => usersFromRecords('app', rows)).toThrow(
      expect.objectContaining({ code: 'ERR_INPUT_RECORD', line: 2, message: expect.stringContaining('app') }),
    );
    expect(() => usersFromRecords('old', rows)).not.toThrow();
  });
});
