import { describe, expect, test } from 'vitest';
import { duplicateHeaders, findNamed, headerKey } from '../../src/loaders/header.ts';

const unknownColumn = expect.objectContaining({ name: 'PreflightError', code: 'ERR_UNKNOWN_COLUMN' });

describe('headerKey', () => {
  test.each([
    ['Email Address [Required]', 'emailaddress'],
    ['Email Address', 'emailaddress'],
    [' email address ', 'emailaddress'],
    ['EMAIL\u00A0ADDRESS', 'emailaddress'],
    ['\u00A0Email Address\u00A0', 'emailaddress'],
    ['email_address', 'emailaddress'],
    ['email-address', 'emailaddress'],
    ['emailAddress', 'emailaddress'],
    ['Ｅmail', 'email'],
    ['User name [userPrincipalName] Required', 'username'],
    ['Status [READ ONLY]', 'status'],
    ['Email[Required]', 'email'],
    ['[Email]', 'email'],
    ['[x] Email', 'xemail'],
    ['Straße', 'straße'],
    ['メール', 'メール'],
    ['emails[0].value', 'emails0value'],
    ['---', ''],
    ['', ''],
    ['__proto__', 'proto'],
  ])('%j is %s', (text, key) => {
    expect(headerKey(text)).toBe(key);
  });
});

describe('duplicateHeaders', () => {
  test('counts a text that stands more than once, whatever white space is around it', () => {
    const header = ['Email', 'name', 'Email ', '\u00A0Email', 'Name', ''];
    expect([...duplicateHeaders(header)]).toEqual([['Email', 3]]);
  });

  test('does not count unnamed columns', () => {
    expect(duplicateHeaders(['', ' ', '', 'email']).size).toBe(0);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s is a text like any other', (name) => {
    expect(duplicateHeaders([name, 'email']).size).toBe(0);
    expect([...duplicateHeaders([name, 'email', name])]).toEqual([[name, 2]]);
  });
});

describe('findNamed', () => {
  const find = (header: readonly string[], wanted: string) =>
    findNamed({ header, headerLine: 4, file: 'new.csv' }, wanted, '--new-map sso');

  test('the exact text wins over everything that is alike', () => {
    expect(find(['EMAIL', 'e-mail', 'email', 'Email'], 'email')).toBe(2);
    expect(find(['Email', ' email'], ' email')).toBe(1);
    expect(find(['Email [Required]', 'Email'], 'Email')).toBe(1);
    expect(find(['Email', 'Email [Required]'], 'Email [Required]')).toBe(1);
  });

  test('else white space around, then case, then punctuation do not count', () => {
    expect(find(['E-mail', 'EMAIL', '\u00A0email '], 'email')).toBe(2);
    expect(find(['E-mail', 'EMAIL'], 'email')).toBe(1);
    expect(find(['UPN', 'E-mail'], 'email')).toBe(1);
    expect(find(['UPN', 'E-mail [Required]'], 'email')).toBe(1);
    expect(find(['UPN', 'Email Address'], 'email_address')).toBe(1);
  });

  test('of columns with the very same text the first is meant', () => {
    expect(find(['name', 'email', 'email'], 'email')).toBe(1);
    expect(find(['name', 'Email', 'Email '], 'email')).toBe(1);
  });

  test.each([
    ['by case', ['Email', 'EMAIL'], 'email'],
    ['by punctuation', ['E-mail', 'e_mail'], 'email'],
    ['by suffix', ['e-mail', 'e mail [Required]'], 'email'],
  ])('several different columns that would do %s are an error that names them', (_name, header, wanted) => {
    expect(() => find(header, wanted)).toThrow(unknownColumn);
    for (const text of header) expect(() => find(header, wanted)).toThrow(`"${text}"`);
    expect(() => find(header, wanted)).toThrow('--new-map sso');
  });

  test('a column that is not there is an error with its place, and names those that are', () => {
    expect(() => find(['Login', 'Mail'], 'email')).toThrow(
      expect.objectContaining({
        code: 'ERR_UNKNOWN_COLUMN',
        file: 'new.csv',
        line: 4,
        column: 'email',
        message: expect.stringMatching(/"Login".*"Mail"/),
      }),
    );
  });

  test.each(['', ' ', '--', '\u00A0'])('%j names no column, not even an unnamed one', (wanted) => {
    expect(() => find(['email', 'name'], wanted)).toThrow(unknownColumn);
    expect(() => find(['email', ''], wanted)).toThrow(unknownColumn);
  });

  test.each(['__proto__', 'constructor', 'toString', 'length'])('%s is a column where it is there only', (name) => {
    expect(find(['email', name], name)).toBe(1);
    expect(() => find(['email'], name)).toThrow(unknownColumn);
  });
});
