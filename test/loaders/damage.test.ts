import { describe, expect, test } from 'vitest';
import { DamageCounter, isLossy, isUndecodable } from '../../src/loaders/damage.ts';

describe('isLossy', () => {
  test.each([
    'System.String[]',
    'System.Object[]',
    'System.Collections.Hashtable',
    'System.Collections.Generic.List`1[System.String]',
    'System.Collections.Generic.Dictionary`2[System.String,System.Object]',
    'Microsoft.ActiveDirectory.Management.ADPropertyValueCollection',
    'Microsoft.Graph.PowerShell.Models.MicrosoftGraphObjectIdentity',
    'Microsoft.Graph.PowerShell.Models.MicrosoftGraphObjectIdentity[]',
    'Microsoft.Open.AzureAD.Model.PasswordProfile',
    '#N/A',
    '#REF!',
    '#VALUE!',
    '#NAME?',
    '#DIV/0!',
    '#NULL!',
    '#NUM!',
    '#NV',
    '#WERT!',
    '#BEZUG!',
    '##########',
    '{SMTP:a@example.com, smtp:b@example.com, smtp:c@example.com, d...}',
    '{a, b, c, d\u2026}',
    'x'.repeat(32_767),
  ])('%s, in any column', (cell) => {
    expect(isLossy(cell, true)).toBe(true);
    expect(isLossy(cell, false)).toBe(true);
  });

  test.each([
    '',
    'alice@example.com',
    'System.admin@example.com',
    'Systematic',
    'System',
    'Microsoft',
    'Microsoft.com',
    'Microsoft Graph',
    'The System.String[] type',
    'alice_partner.example#EXT#@tenant.onmicrosoft.com',
    '#EXT#',
    '#1',
    '#',
    '# N/A',
    'N/A',
    '#N/A.',
    '{a, b}',
    '{"a":"..."}',
    'and so on...',
    'x'.repeat(32_766),
    'x'.repeat(32_768),
  ])('not %j', (cell) => {
    expect(isLossy(cell, true)).toBe(false);
    expect(isLossy(cell, false)).toBe(false);
  });

  test.each(['1.23457E+11', '1,23457E+11', '1E+05', '1.2e+15', '-1.5E+10', '+2E+9'])(
    '%s in a column of ids only: anywhere else it may be what was typed',
    (cell) => {
      expect(isLossy(cell, true)).toBe(true);
      expect(isLossy(cell, false)).toBe(false);
    },
  );

  test.each(['12345', '1E5', 'E+11', '1.2.3E+4', '12E+3', '1E+', '1.23457E+11x', '1.5', '3e-5'])(
    'an id such as %s is whole',
    (cell) => {
      expect(isLossy(cell, true)).toBe(false);
    },
  );
});

describe('isUndecodable', () => {
  test('U+FFFD anywhere', () => {
    for (const isMapped of [true, false]) {
      for (const isAscii of [true, false]) expect(isUndecodable('M\uFFFDller', isMapped, isAscii)).toBe(true);
    }
  });

  test.each(['M?ller', '?ke Larsson', 'Jos?', '??lice', 'm?ller@example.com'])('%s in a mapped column', (cell) => {
    expect(isUndecodable(cell, true, true)).toBe(true);
    expect(isUndecodable(cell, false, true)).toBe(false);
    expect(isUndecodable(cell, true, false)).toBe(false);
  });

  test.each(['?', '1?', '? ?', '12?34', 'M\u00FCller', ''])('not %j', (cell) => {
    expect(isUndecodable(cell, true, true)).toBe(false);
  });
});

test('DamageCounter counts by column, with the first example', () => {
  const counter = new DamageCounter();
  expect(counter.summary(['a'], [[]])).toEqual([]);
  counter.add(2, 5, '#N/A');
  counter.add(0, 6, '#REF!');
  counter.add(2, 7, '#NUM!');
  expect(counter.summary(['groups', 'b', 'email'], [[], [], ['sso', 'scim']])).toEqual([
    { column: 'groups', mappedTo: null, cells: 1, firstLine: 6, example: '#REF!' },
    { column: 'email', mappedTo: 'sso', cells: 2, firstLine: 5, example: '#N/A' },
  ]);
});
