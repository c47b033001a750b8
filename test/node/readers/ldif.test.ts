import { describe, expect, test } from 'vitest';
import { readLdif } from '../../../src/node/readers/ldif.ts';
import type { GrownTable } from '../../../src/node/readers/row-builder.ts';
import { inMemory } from '../../../src/node/readers/stored-bytes.ts';
import { readEveryWay } from '../../support/in-pieces.ts';

const list = (...values: string[]) => values.join('\u001F');
const base64 = (text: string | Uint8Array) => Buffer.from(text).toString('base64');

function read(...lines: string[]): Promise<GrownTable> {
  return readEveryWay(Buffer.from(lines.join('\n')), (bytes) => readLdif(bytes, 'old.ldif', () => {}));
}

/** The cells of the only entry, those of the dn left out. */
async function cells(...lines: string[]): Promise<Record<string, string>> {
  const { header, rows, rejections } = await read('dn: cn=a', ...lines);
  expect({ rejections, entries: rows.length }).toEqual({ rejections: [], entries: 1 });
  return Object.fromEntries(header.map((name, index) => [name, rows[0]?.[index] ?? '']).slice(1));
}

describe('entries', () => {
  test('become rows under the union of their attributes', async () => {
    const table = await read(
      'version: 1',
      '',
      'dn: cn=Ada,dc=example,dc=com',
      'objectClass: top',
      'objectClass: person',
      'mail: ada@example.com',
      '',
      '',
      'dn: cn=Bob,dc=example,dc=com',
      'OBJECTCLASS: person',
      'uid: bob',
      'Mail: bob@example.com',
      '',
    );
    expect(table.header).toEqual(['dn', 'objectClass', 'mail', 'uid']);
    expect(table.rows).toEqual([
      ['cn=Ada,dc=example,dc=com', list('top', 'person'), 'ada@example.com', ''],
      ['cn=Bob,dc=example,dc=com', 'person', 'bob@example.com', 'bob'],
    ]);
    expect(table).toMatchObject({ headerLine: null, lines: [3, 9], endLines: [6, 12], rejections: [] });
  });

  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('%s', async (_name, end) => {
    const text = ['version: 1', 'dn: cn=a', 'mail: a@exam', ' ple.com', '', '', 'dn: cn=b', 'mail: b', ''].join(end);
    const { rows, lines, endLines } = await readLdif(inMemory(Buffer.from(text)), 'old.ldif', () => {});
    expect({ rows, lines, endLines }).toEqual({
      rows: [
        ['cn=a', 'a@example.com'],
        ['cn=b', 'b'],
      ],
      lines: [2, 7],
      endLines: [4, 8],
    });
  });

  test('mixed line ends, and no line end at the end', async () => {
    const { rows, lines, endLines } = await readLdif(
      inMemory(Buffer.from('dn: cn=a\r\nmail: a\r\rdn: cn=b\nmail: b')),
      'x',
      () => {},
    );
    expect({ rows, lines, endLines }).toMatchObject({ lines: [1, 4], endLines: [2, 5] });
    expect(rows).toHaveLength(2);
  });

  test('nothing, comments alone and a version alone are no entries', async () => {
    for (const text of ['', '\n\n', '# nothing\n', 'version: 1\n', 'version: 1\n\n# extended LDIF\n#\n \n']) {
      expect(await read(text)).toMatchObject({ header: [], rows: [], rejections: [] });
    }
  });

  test('files joined into one', async () => {
    const { rows } = await read(
      'version: 1',
      'dn: cn=a',
      '',
      '\uFEFFversion: 1',
      'dn: cn=b',
      '',
      '\uFEFF# c',
      'dn: cn=c',
      '',
      '\uFEFFdn: cn=d',
    );
    expect(rows).toEqual([['cn=a'], ['cn=b'], ['cn=c'], ['cn=d']]);
  });
});

describe('lines', () => {
  test('a folded line is put together, without the space that continues it', async () => {
    expect(await cells('mail: ada.love', ' lace@example.', '  com', 'cn', ' : A', ' ', ' da')).toEqual({
      mail: 'ada.lovelace@example. com',
      cn: 'Ada',
    });
  });

  test('comments are left out, folded ones whole, and end no entry', async () => {
    expect(await cells('# first', 'mail: a', '# mail: x', ' mail: y', '#', 'cn: A')).toEqual({ mail: 'a', cn: 'A' });
  });

  test('a folded comment does not end the line before it', async () => {
    const { lines, endLines } = await read('# about', ' Ada', 'dn: cn=a', 'mail: a', '# end', '', 'dn: cn=b');
    expect({ lines, endLines }).toEqual({ lines: [3, 7], endLines: [4, 7] });
  });

  test('spaces before a value do not count, those behind it do', async () => {
    expect(await cells('a:x', 'b:   x', 'c: x ', 'd:', 'e: ', 'f: :x', 'g: <x', 'h: x: y::z')).toEqual({
      a: 'x',
      b: 'x',
      c: 'x ',
      d: '',
      e: '',
      f: ':x',
      g: '<x',
      h: 'x: y::z',
    });
  });

  test('an option makes another attribute', async () => {
    expect(await cells('cn: A', 'cn;lang-de: B', 'CN;LANG-DE: C', 'member;range=0-1499: D', '2.5.4.3: E')).toEqual({
      cn: 'A',
      'cn;lang-de': list('B', 'C'),
      'member;range=0-1499': 'D',
      '2.5.4.3': 'E',
    });
  });

  test('repeated attributes are one cell, in the order of the file, whatever their case', async () => {
    const lines = [
      'proxyAddresses: SMTP:a@example.com',
      'cn: A',
      'proxyaddresses: smtp:b@example.com',
      'ProxyAddresses:',
    ];
    expect(await cells(...lines)).toEqual({
      proxyAddresses: list('SMTP:a@example.com', 'smtp:b@example.com', ''),
      cn: 'A',
    });
  });
});

describe('base64', () => {
  test('text is decoded exactly', async () => {
    expect(
      await cells(
        `a:: ${base64(' a@example.com ')}`,
        `b::${base64('Zoë')}`,
        `c::   ${base64('x\r\ny')}  `,
        'd::',
        `e:: ${base64('\uFEFFa\u200B')}`,
        `f:: ${base64('Zoë').slice(0, 3)}`,
        ` ${base64('Zoë').slice(3)}`,
      ),
    ).toEqual({ a: ' a@example.com ', b: 'Zoë', c: 'x\r\ny', d: '', e: '\uFEFFa\u200B', f: 'Zoë' });
  });

  test('the dn too', async () => {
    const { rows } = await read(`dn:: ${base64('cn=Zoë,dc=example')}`);
    expect(rows).toEqual([['cn=Zoë,dc=example']]);
  });

  test('what is no text stays in base64', async () => {
    const guid = '4AQlP4lP0xGaDAMF6CwzAQ==';
    const photo = base64(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0));
    const zeros = base64(Uint8Array.of(0x61, 0x00, 0x62));
    expect(await cells(`objectGUID:: ${guid}`, `jpegPhoto:: ${photo}`, `x:: ${zeros}`)).toEqual({
      objectGUID: guid,
      jpegPhoto: photo,
      x: zeros,
    });
  });

  test.each([
    'objectGUID',
    'OBJECTGUID',
    'objectSid',
    'mS-DS-ConsistencyGuid',
    'ms-DS-ConsistencyGuid',
    'msExchMailboxGuid',
    'userCertificate;binary',
    'x;lang-de;Binary',
  ])('%s stays in base64 even where its bytes look like text', async (name) => {
    const guid = base64('sixteen letters!');
    expect(await cells(`${name}:: ${guid}`)).toEqual({ [name]: guid });
    expect(await cells(`${name}:: ${guid}`, `${name}:: ${base64('x')}`)).toEqual({ [name]: list(guid, base64('x')) });
  });

  test('an identifier that is written as text is kept as it is', async () => {
    const guid = '3f2504e0-4f89-11d3-9a0c-0305e82c3301';
    expect(await cells(`objectGUID: ${guid}`)).toEqual({ objectGUID: guid });
  });

  test('a GUID of which every byte is a letter is in base64 where it was written plainly, and nothing else is', async () => {
    const letters = 'sixteen letters!';
    expect(await cells(`objectGUID: ${letters}`, `mS-DS-ConsistencyGuid;x: ${letters}`, `cn: ${letters}`)).toEqual({
      objectGUID: base64(letters),
      'mS-DS-ConsistencyGuid;x': base64(letters),
      cn: letters,
    });
    expect(await cells(`objectGUID: ${letters}!`)).toEqual({ objectGUID: `${letters}!` });
  });

  test('letters and U+FFFD in it are told', async () => {
    const told = async (line: string) => {
      const { escapedLetters, escapedReplacement } = await read('dn: cn=a', line);
      return [escapedLetters, escapedReplacement];
    };
    expect(await told('cn: Zoë')).toEqual([false, false]);
    expect(await told(`cn:: ${base64(' Zoe')}`)).toEqual([false, false]);
    expect(await told(`cn:: ${base64('Zoë')}`)).toEqual([true, false]);
    expect(await told(`cn:: ${base64('Zo\uFFFD')}`)).toEqual([true, true]);
    expect(await told('objectSid:: 77+9')).toEqual([false, false]);
  });
});

describe('changes', () => {
  test('an entry to be added is an entry', async () => {
    const { header, rows, rejections } = await read(
      ...['dn: cn=a', 'changetype: add', 'mail: a', ''],
      ...['dn: cn=b', 'control: 1.2.840.113556.1.4.417 true', 'ChangeType: ADD', 'mail: b'],
    );
    expect({ header, rows, rejections }).toEqual({
      header: ['dn', 'mail'],
      rows: [
        ['cn=a', 'a'],
        ['cn=b', 'b'],
      ],
      rejections: [],
    });
  });

  test.each(['modify', 'delete', 'modrdn', 'moddn'])('%s is rejected', async (type) => {
    const { rows, rejections } = await read(
      ...['dn: cn=a', 'mail: a', ''],
      ...['dn: cn=b', `changetype: ${type}`, 'replace: mail', 'mail: b', '-', ''],
      ...['dn: cn=c', 'mail: c'],
    );
    expect(rows).toEqual([
      ['cn=a', 'a'],
      ['cn=c', 'c'],
    ]);
    expect(rejections).toEqual([{ line: 4, endLine: 8, reason: `it is a change (${type}), not an entry` }]);
  });
});

describe('an entry that is rejected', () => {
  test.each([
    ['no dn', ['mail: x', 'cn: X'], 'does not begin with a dn'],
    ['a dn behind other lines', ['mail: x', 'dn: cn=x'], 'does not begin with a dn'],
    ['two of them without a blank line', ['dn: cn=x', 'mail: x', 'dn: cn=y', 'mail: y'], 'two dn'],
    ['two of them with a line of one space between', ['dn: cn=x', 'mail: x', ' ', 'dn: cn=y'], 'two dn'],
    ['a line without a colon', ['dn: cn=x', 'mail'], 'no colon'],
    ['a name that is none', ['dn: cn=x', 'e mail: x'], 'not the name'],
    ['no name', ['dn: cn=x', ': x'], 'not the name'],
    ['base64 with a strange letter', ['dn: cn=x', 'mail:: YUBle*=='], 'base64 of mail'],
    ['base64 that is cut off', ['dn: cn=x', 'mail:: YUBleGF'], 'base64 of mail'],
    ['base64 with a space in it', ['dn: cn=x', 'mail:: YUBl eGFt'], 'base64 of mail'],
    ['a damaged dn', ['dn:: *', 'mail: x'], 'base64 of dn'],
    ['a URL', ['dn: cn=x', 'jpegPhoto:< file:///etc/passwd'], 'not fetched'],
    ['a URL in place of the dn', ['dn:<http://example.com/'], 'not fetched'],
    ['NUL', ['dn: cn=x', 'mail: a\u0000'], 'U+0000'],
    ['U+001F', ['dn: cn=x', 'mail: a\u001Fb'], 'U+001F'],
    ['U+001F in base64', ['dn: cn=x', `mail:: ${base64('a\u001Fb')}`], 'U+001F'],
    [
      'a referral',
      ['dn: cn=x', 'objectClass: top', 'objectClass: Referral', 'ref: ldap://example.net/dc=x'],
      'referral',
    ],
  ])('%s', async (_name, lines, reason) => {
    const { header, rows, rejections } = await read('dn: cn=a', '', ...lines, '', 'dn: cn=b');
    expect(header).toEqual(['dn']);
    expect(rows).toEqual([['cn=a'], ['cn=b']]);
    expect(rejections).toEqual([{ line: 3, endLine: 2 + lines.length, reason: expect.stringContaining(reason) }]);
  });

  test('a line that begins with a space behind a blank line', async () => {
    const { rows, rejections } = await read('dn: cn=a', '', ' mail: x', 'cn: X', '', 'dn: cn=b');
    expect(rows).toEqual([['cn=a'], ['cn=b']]);
    expect(rejections).toEqual([{ line: 3, endLine: 4, reason: expect.stringContaining('begins with a space') }]);
  });
});

describe('what ldapsearch writes around the entries', () => {
  const ENTRY = ['dn: cn=a', 'mail: a', ''];
  const END = ['# numResponses: 2', '# numEntries: 1'];

  test('is no entry', async () => {
    const { rows, lines, rejections } = await read(
      ...['# extended LDIF', '#', '# LDAPv3', '# base <dc=example,dc=com> with scope subtree', '#', ''],
      ...['# a, example.com', ...ENTRY, '# search result', 'search: 2', 'result: 0 Success', '', ...END],
    );
    expect({ rows, lines, rejections }).toEqual({ rows: [['cn=a', 'a']], lines: [8], rejections: [] });
  });

  test('pages of a search, the last of which has no cookie', async () => {
    const page = (cookie: string) => [
      'search: 2',
      'result: 0 Success',
      'control: 1.2.840.113556.1.4.319 false MAU=',
      cookie,
    ];
    const { rows, rejections } = await read(
      ...[
        ...ENTRY,
        ...page('pagedresults: estimate=0 cookie=AQAA'),
        '',
        'dn: cn=b',
        '',
        ...page('pagedresults: cookie='),
        '',
      ],
    );
    expect(rejections).toEqual([]);
    expect(rows).toHaveLength(2);
  });

  test.each([
    ['a size limit', ['search: 2', 'result: 4 Size limit exceeded'], 5, '4 Size limit exceeded'],
    ['a time limit', ['search: 2', 'result: 3 Time limit exceeded'], 5, '3 Time limit exceeded'],
    ['another fault', ['search: 2', 'result: 52 Server is unavailable'], 5, '52'],
    ['a limit on standard error', ['Size limit exceeded (4)'], 4, 'Size limit exceeded (4)'],
    ['a page', ['search: 2', 'result: 0 Success', 'pagedresults: cookie=AQAA'], 6, 'another follows'],
    ['a page in a comment', ['# pagedresults: estimate=0 cookie=AQAA'], 4, 'another follows'],
  ])('an export that ends with %s is not whole', async (_name, lines, line, what) => {
    await expect(read(...ENTRY, ...lines, '')).rejects.toThrow(
      expect.objectContaining({
        code: 'ERR_INPUT_TRUNCATED',
        file: 'old.ldif',
        line,
        message: expect.stringContaining(what),
      }),
    );
  });

  test('a limit that is written behind the last entry', async () => {
    await expect(read('dn: cn=a', 'Size limit exceeded (4)')).rejects.toThrow('Size limit exceeded (4)');
  });

  test.each([
    ['a line', ['# search reference', 'ref: ldap://child.example.com/DC=child,DC=example,DC=com??sub'], 5],
    ['a comment', ['# refldap://child.example.com/DC=child,DC=example,DC=com??sub'], 4],
  ])('a reference to where other people may be is rejected, as %s', async (_name, lines, line) => {
    const { rows, rejections } = await read(...ENTRY, ...lines, '');
    expect(rows).toHaveLength(1);
    expect(rejections).toEqual([{ line, endLine: line, reason: expect.stringContaining('ldap://child.example.com/') }]);
  });

  test('references to parts of Active Directory where nobody is do not count', async () => {
    const { rows, rejections } = await read(
      ...ENTRY,
      ...['# refldap://ForestDnsZones.example.com/DC=ForestDnsZones,DC=example,DC=com', ''],
      ...['# search reference', 'ref: ldap://DomainDnsZones.example.com/DC=DomainDnsZones,DC=example', ' ,DC=com', ''],
      ...['# refldaps://example.com/CN=Configuration,DC=example,DC=com'],
    );
    expect(rows).toHaveLength(1);
    expect(rejections).toEqual([]);
  });
});

test('progress is told on the way and at the end', async () => {
  const text = `dn: cn=a\nmail: ${'x'.repeat(1000)}\n\n`.repeat(1000);
  const steps: [number, number][] = [];
  await readLdif(inMemory(Buffer.from(text)), 'old.ldif', (records, bytes) => steps.push([records, bytes]));
  expect(steps.length).toBeGreaterThan(3);
  expect(steps.at(-1)).toEqual([1000, text.length]);
  expect(steps[0]?.[0]).toBeGreaterThan(200);
  expect(steps[0]?.[0]).toBeLessThan(300);
});
