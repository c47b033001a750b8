import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { trimWhiteSpace } from '../../src/email/white-space.ts';
import { joinList } from '../../src/loaders/list-cell.ts';
import { type Scope, ScopeFilter } from '../../src/loaders/scope.ts';

const HEADER = ['email', 'department', 'country'];

const rule = (column: string, glob: string) => ({ column, glob });
function filterOf(scope: Scope): ScopeFilter {
  return new ScopeFilter([scope], { header: HEADER, headerLine: 1, file: 'old.csv' }, 'old');
}

function scopeTest(scope: Scope): (cells: readonly string[]) => boolean {
  const filter = filterOf(scope);
  return (cells) => filter.includes(cells);
}

const matches = (glob: string, cell: string) => scopeTest({ only: [rule('department', glob)] })(['', cell, '']);

describe('a glob', () => {
  test.each([
    ['Sales', 'sales', true],
    ['sales', 'SALES', true],
    ['Sales', 'Sales EMEA', false],
    ['Sales', 'Presales', false],
    ['Sales*', 'Sales EMEA', true],
    ['Sales*', 'Sales', true],
    ['*sales*', 'The Sales people', true],
    ['*@example.com', 'alice@example.com', true],
    ['*@example.com', 'alice@example.com.org', false],
    ['S?les', 'Sales', true],
    ['S?les', 'Sles', false],
    ['?', '\u{1F600}', true],
    ['*', '', true],
    ['?*', '', false],
    ['a*b', 'a\nb', true],
    ['a?b', 'a\nb', true],
    ['Sales', ' Sales\u00A0', true],
    ['*a*b*c', 'xaxbxbxc', true],
    ['*a*b*c', 'xaxcxb', false],
    ['***', 'x', true],
    ['a**b', 'ab', true],
    ['ÄRZTE', 'ärzte', true],
  ])('%j on %j: %s', (glob, cell, expected) => {
    expect(matches(glob, cell)).toBe(expected);
  });

  test.each([...'.+^', '$', ...'{}()|[]\\/-#&!,=<>:"\'~`@%'])('%s stands for itself', (special) => {
    expect(matches(special, special)).toBe(true);
    expect(matches(`a${special}b`, `a${special}b`)).toBe(true);
    expect(matches(special, 'x')).toBe(false);
    expect(matches(`a${special}b`, 'axb')).toBe(false);
    expect(matches(`a${special}`, 'aa')).toBe(false);
    expect(matches(`a${special}`, 'a')).toBe(false);
  });

  test('of a text without * and ? matches that text', () => {
    const text = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 8 })
      .filter((value) => !/[*?]/.test(value) && trimWhiteSpace(value) === value);
    fc.assert(
      fc.property(text, (value) => {
        expect(matches(value, value)).toBe(true);
        expect(matches(`*${value}`, `x${value}`)).toBe(true);
        expect(matches(value, `${value}x`)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test('many * and a long cell are no trouble', () => {
    expect(matches(`${'*a'.repeat(30)}*b`, 'a'.repeat(20_000))).toBe(false);
  });

  test('an empty one matches a cell without a value', () => {
    expect(matches('', '')).toBe(true);
    expect(matches('', ' ')).toBe(true);
    expect(matches('', 'a')).toBe(false);
  });
});

describe('rules', () => {
  test('none: everybody is in scope', () => {
    expect(scopeTest({})(['', '', ''])).toBe(true);
    expect(scopeTest({ only: [], exclude: [] })([])).toBe(true);
  });

  test('of one column are alternatives, of several columns conditions', () => {
    const inScope = scopeTest({
      only: [rule('department', 'Sales'), rule('country', 'DE'), rule('Department', 'Legal'), rule('country', 'AT')],
    });
    expect(inScope(['', 'Sales', 'DE'])).toBe(true);
    expect(inScope(['', 'Legal', 'AT'])).toBe(true);
    expect(inScope(['', 'Sales', 'FR'])).toBe(false);
    expect(inScope(['', 'IT', 'DE'])).toBe(false);
    expect(inScope(['', 'DE', 'Sales'])).toBe(false);
  });

  test('one exclusion is enough, whatever is included', () => {
    const inScope = scopeTest({
      only: [rule('department', '*')],
      exclude: [rule('country', 'FR'), rule('email', 'svc-*')],
    });
    expect(inScope(['alice@example.com', 'Sales', 'DE'])).toBe(true);
    expect(inScope(['alice@example.com', 'Sales', 'fr'])).toBe(false);
    expect(inScope(['svc-backup@example.com', 'Sales', 'DE'])).toBe(false);
  });

  test('know the last column that they depend on', () => {
    const last = (scope: Scope) => filterOf(scope).lastColumn;
    expect(last({})).toBe(-1);
    expect(last({ only: [rule('email', '*')], exclude: [rule('department', '*')] })).toBe(1);
    expect(last({ only: [rule('country', '*')], exclude: [rule('email', '*')] })).toBe(2);
  });

  test('a column that is not there names the flag', () => {
    const unknown = (flag: string) =>
      expect.objectContaining({ code: 'ERR_UNKNOWN_COLUMN', message: expect.stringContaining(flag) });
    expect(() => scopeTest({ only: [rule('city', '*')] })).toThrow(unknown('--old-only'));
    expect(() => scopeTest({ exclude: [rule('city', '*')] })).toThrow(unknown('--old-exclude'));
  });
});

describe('a cell of several values', () => {
  const place = { header: ['email', 'memberOf'], headerLine: 1, file: 'old.ldif', hasLists: true };
  const includes = (scope: Scope, ...groups: string[]) =>
    new ScopeFilter([scope], place, 'old').includes(['a@example.com', joinList(groups)]);

  test('is in scope where one of them matches', () => {
    const only = { only: [rule('memberOf', 'CN=Sales,*')] };
    expect(includes(only, 'CN=Oslo,DC=x', 'CN=Sales,DC=x')).toBe(true);
    expect(includes(only, 'CN=Oslo,DC=x', 'CN=Bergen,DC=x')).toBe(false);
    expect(includes(only, '')).toBe(false);
  });

  test('is excluded where one of them matches', () => {
    const exclude = { exclude: [rule('memberOf', '*=Sales,*')] };
    expect(includes(exclude, 'CN=Oslo,DC=x', 'CN=Sales,DC=x')).toBe(false);
    expect(includes(exclude, 'CN=Oslo,DC=x')).toBe(true);
  });

  test('is one value in CSV, whatever it holds', () => {
    const filter = new ScopeFilter([{ only: [rule('memberOf', 'b')] }], { ...place, hasLists: false }, 'old');
    expect(filter.includes(['', joinList(['a', 'b'])])).toBe(false);
  });
});
