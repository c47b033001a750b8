import { describe, expect, test } from 'vitest';
import { resolveMapping, type UserMap } from '../../src/loaders/mapping.ts';
import { detectProfile, profileById } from '../../src/loaders/profiles/index.ts';
import { MAP_KEYS } from '../../src/model/input.ts';
import { rawTable } from './tables.ts';

function mappingOf(header: readonly string[], map: UserMap = {}, rows: readonly (readonly string[])[] = []) {
  return resolveMapping(rawTable(header, rows, { file: 'new.csv' }), detectProfile(header), map, 'new');
}

const OKTA = ['login', 'firstName', 'lastName', 'email', 'employeeNumber', 'status'];
const ENTRA = [
  'userPrincipalName',
  'displayName',
  'surname',
  'mail',
  'givenName',
  'id',
  'accountEnabled',
  'employeeId',
];

describe('the default of a profile', () => {
  test('Okta sends email, and login is plausible', () => {
    const { columns, assumed, plausible, nameParts } = mappingOf(OKTA);
    expect(columns).toMatchObject({ sso: 3, scim: 3, username: 0, 'employee-id': 4, status: 5, 'external-id': -1 });
    expect(assumed).toEqual(['sso', 'scim']);
    expect(plausible).toEqual([0]);
    expect(nameParts).toEqual([1, 2]);
  });

  test('Entra sends mail, and the UPN is plausible; its object id is nothing that pairs', () => {
    const { columns, plausible } = mappingOf(ENTRA);
    expect(columns).toMatchObject({ sso: 3, scim: 3, username: 0, 'employee-id': 7, name: 1, status: 6 });
    expect(columns['external-id']).toBe(-1);
    expect(columns['immutable-id']).toBe(-1);
    expect(plausible).toEqual([0]);
  });

  test('any other table by the usual names', () => {
    const { columns, plausible } = mappingOf(['UPN', 'E-Mail Address [Required]', 'Full Name', 'Suspended']);
    expect(columns).toMatchObject({ sso: 1, scim: 1, username: 0, name: 2, status: 3 });
    expect(new Set(plausible)).toEqual(new Set([0, 1]));
  });

  test('separate columns for SSO and SCIM', () => {
    expect(mappingOf(['SCIM email', 'SSO email', 'email']).columns).toMatchObject({ sso: 1, scim: 0 });
  });

  test('of several columns with a usual name the first in which anybody has a value', () => {
    const header = ['email', 'mail', 'work email'];
    const rows = [
      ['', ' ', 'c@example.com'],
      ['', 'b@example.com', ''],
    ];
    expect(mappingOf(header, {}, rows).columns).toMatchObject({ sso: 1, scim: 1 });
    expect(mappingOf(header, {}, [['', '', '']]).columns).toMatchObject({ sso: 0, scim: 0 });
    expect(mappingOf(header, { sso: 'email' }, rows).columns).toMatchObject({ sso: 0, scim: 1 });
  });

  test.each(['Recovery Email', 'secondEmail', 'Personal Email'])('%s is never an email that is sent', (header) => {
    expect(() => mappingOf([header, 'name'])).toThrow(expect.objectContaining({ code: 'ERR_NO_EMAIL_COLUMN' }));
    const { columns, plausible } = mappingOf([header, 'email']);
    expect(columns).toMatchObject({ sso: 1, scim: 1 });
    expect(plausible).not.toContain(0);
  });
});

describe('the word of the user', () => {
  test('goes before the profile, is not assumed, and leaves the rest to it', () => {
    const { columns, assumed } = mappingOf(OKTA, { sso: 'login' });
    expect(columns).toMatchObject({ sso: 0, scim: 3, 'employee-id': 4 });
    expect(assumed).toEqual(['scim']);
    expect(mappingOf(OKTA, { sso: 'LOGIN', scim: 'email' }).assumed).toEqual([]);
  });

  test('- is not sent, and that is not assumed', () => {
    const { columns, assumed } = mappingOf(OKTA, { scim: '-', status: '-' });
    expect(columns).toMatchObject({ sso: 3, scim: -1, status: -1 });
    expect(assumed).toEqual(['sso']);
  });

  test('a named name is not put together of two columns', () => {
    const header = [...OKTA, 'displayName'];
    expect(mappingOf(header, { name: 'displayName' })).toMatchObject({ nameParts: null, columns: { name: 6 } });
    expect(mappingOf(header, { name: '-' })).toMatchObject({ nameParts: null, columns: { name: -1 } });
    expect(mappingOf(header).nameParts).toEqual([1, 2]);
  });

  test('every key can be named, and not sent', () => {
    const header = ['email', 'x'];
    for (const key of MAP_KEYS) {
      expect(mappingOf(header, { [key]: 'x' }).columns[key]).toBe(1);
      expect(mappingOf(['email', 'scim', 'x'], { [key]: '-' }).columns[key]).toBe(-1);
    }
  });

  test('a column that is not there names the flag', () => {
    expect(() => mappingOf(OKTA, { 'employee-id': 'hr' })).toThrow(
      expect.objectContaining({
        code: 'ERR_UNKNOWN_COLUMN',
        message: expect.stringContaining('--new-map employee-id'),
      }),
    );
  });

  test('a column called - can not be meant', () => {
    expect(mappingOf(['-', 'email'], { sso: '-' }).columns.sso).toBe(-1);
  });
});

describe('without any email', () => {
  const noEmail = expect.objectContaining({ code: 'ERR_NO_EMAIL_COLUMN', file: 'new.csv' });

  test('says which columns there are', () => {
    expect(() => mappingOf(['id', 'who'])).toThrow(noEmail);
    expect(() => mappingOf(['id', 'who'])).toThrow('"who"');
    expect(() => mappingOf(OKTA, { sso: '-', scim: '-' })).toThrow(noEmail);
  });

  test('one of two is enough', () => {
    expect(mappingOf(['id', 'who'], { scim: 'who' }).columns).toMatchObject({ sso: -1, scim: 1 });
  });
});

test.each(['__proto__', 'constructor', 'toString'])('a column called %s is a column', (name) => {
  const { columns } = mappingOf([name, 'email'], { sso: name });
  expect(columns).toMatchObject({ sso: 0, scim: 1 });
  expect(mappingOf([name, 'email']).columns).toMatchObject({ sso: 1, scim: 1, username: -1, name: -1, status: -1 });
});

describe('profiles', () => {
  test('detected by all of their identifying columns, whatever their spelling and order', () => {
    expect(detectProfile(['Email', 'LAST NAME', 'First_Name', 'Login', 'x']).id).toBe('okta-csv-import-template');
    expect(detectProfile(ENTRA).id).toBe('entra-portal-download-users');
    expect(detectProfile(['email', 'lastName', 'firstName']).id).toBe('generic');
    expect(detectProfile([]).id).toBe('generic');
  });

  test.each(['', 'okta', 'GENERIC', '__proto__'])('%j is unknown', (id) => {
    expect(() => profileById(id)).toThrow(expect.objectContaining({ code: 'ERR_UNKNOWN_PROFILE' }));
  });
});
