import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idForm } from '../../src/matcher/id-forms.ts';
import { ID_KINDS } from '../../src/model/user.ts';

describe.each(ID_KINDS)('%s', (kind) => {
  test.each([
    ['0042', '42'],
    [' 42 ', '\u00A042\u3000'],
    ['000100', '100'],
    ['AB-42', 'ab-42'],
    ['Emp00042', 'EMP00042'],
    ['9007199254740993', '09007199254740993'],
  ])('%j and %j are the same id', (a, b) => {
    expect(idForm(kind, a)).not.toBeNull();
    expect(idForm(kind, a)).toBe(idForm(kind, b));
  });

  test.each([
    ['42', '4200'],
    ['0042', '0024'],
    ['A042', 'A42'],
    ['4-2', '42'],
    ['4 2', '42'],
    ['9007199254740993', '9007199254740992'],
    ['42\u200B', '42'],
    ['é1', 'e\u03011'],
  ])('%j and %j are different ids', (a, b) => {
    expect(idForm(kind, a)).not.toBe(idForm(kind, b));
  });

  const NONE = [
    '',
    ' ',
    '\u00A0',
    '-',
    'n/a',
    'N/A',
    'na',
    'NA',
    'none',
    'None',
    'null',
    'NULL',
    'unknown',
    'tbd',
    'TBD',
  ];
  test.each([
    ...NONE,
    ' n/a ',
    'alice@example.com',
    '@',
    '4@2',
    '0',
    '00',
    '0000000000',
    '00000000-0000-0000-0000-000000000000',
  ])('%j is no id', (value) => {
    expect(idForm(kind, value)).toBeNull();
  });

  test('no value is no id', () => {
    expect(idForm(kind, null)).toBeNull();
  });

  test.each(['nana', 'nobody', 'unknown1', 'n-a', '--', '1', '10', '-1', 'null0'])('%j is an id', (value) => {
    expect(idForm(kind, value)).not.toBeNull();
  });
});

/** A GUID as Windows stores it: the first three groups are numbers, lowest byte first. */
function bytesOf(guid: string): Buffer {
  const bytes = Buffer.from(guid.replaceAll('-', ''), 'hex');
  bytes.subarray(0, 4).reverse();
  bytes.subarray(4, 6).reverse();
  bytes.subarray(6, 8).reverse();
  return bytes;
}

describe('immutable-id', () => {
  const GUID = '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
  const BASE64 = bytesOf(GUID).toString('base64');
  const form = (value: string) => idForm('immutable-id', value);

  test('the bytes are those that Windows stores', () => {
    // GUID.ToByteArray() of .NET, as MS-DTYP 2.3.4.2 has it.
    expect(bytesOf('00112233-4455-6677-8899-aabbccddeeff').toString('hex')).toBe('33221100554477668899aabbccddeeff');
    expect(form(GUID)).toBe(bytesOf(GUID).toString('hex'));
  });

  test.each([
    ['upper case', GUID.toUpperCase()],
    ['braces', `{${GUID}}`],
    ['parentheses', `(${GUID})`],
    ['no hyphens', GUID.replaceAll('-', '')],
    ['space around', ` ${GUID}\u00A0`],
    ['base64', BASE64],
    ['LDIF', `:: ${BASE64}`],
    ['LDIF without a space', `::${BASE64}`],
    ['base64 with space around', ` ${BASE64} `],
  ])('%s is the same GUID', (_name, value) => {
    expect(form(value)).toBe(form(GUID));
  });

  test.each([
    ['in big-endian order', Buffer.from(GUID.replaceAll('-', ''), 'hex').toString('base64')],
    ['in another case of base64', BASE64.toLowerCase()],
    ['of 15 bytes', bytesOf(GUID).subarray(1).toString('base64')],
    ['of 17 bytes', Buffer.concat([bytesOf(GUID), Buffer.of(0)]).toString('base64')],
    ['without padding', BASE64.slice(0, 22)],
  ])('base64 %s is another id', (_name, value) => {
    expect(form(value)).not.toBe(form(GUID));
    expect(form(value)).not.toBeNull();
  });

  test('two base64 values that differ in case only are two GUIDs', () => {
    expect(form('QUJDREVGR0hJSktMTU5PUA==')).not.toBe(form('qujdrevgr0hjsktmtu5pua=='));
  });

  test.each([
    '00000000-0000-0000-0000-000000000000',
    '{00000000-0000-0000-0000-000000000000}',
    '00000000000000000000000000000000',
    Buffer.alloc(16).toString('base64'),
    `:: ${Buffer.alloc(16).toString('base64')}`,
  ])('%s is all zeros', (value) => {
    expect(form(value)).toBeNull();
  });

  test('GUID text is not read as bytes in the other kinds', () => {
    for (const kind of ['employee-id', 'external-id'] as const) {
      expect(idForm(kind, GUID.toUpperCase())).toBe(GUID);
      expect(idForm(kind, BASE64)).not.toBe(idForm(kind, GUID));
    }
  });

  test('text and base64 of any GUID meet, and of different ones do not', () => {
    const guid = fc.uuid();
    fc.assert(
      fc.property(guid, guid, (a, b) => {
        expect(form(bytesOf(a).toString('base64'))).toBe(form(a));
        expect(form(a) === form(b)).toBe(a === b);
      }),
      { numRuns: 1000 },
    );
  });
});
