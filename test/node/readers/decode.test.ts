import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../../src/node/readers/decode.ts';
import { readEveryWay } from '../../support/in-pieces.ts';

const UTF8_BOM = Buffer.from('EFBBBF', 'hex');
const LE_BOM = Buffer.from('FFFE', 'hex');
const BE_BOM = Buffer.from('FEFF', 'hex');
const TEXT = 'email,name\r\nzoe@example.com,Zoë 例 \u{1F600}\r\n';

const le = (text: string) => Buffer.from(text, 'utf16le');
const be = (text: string) => le(text).swap16();
const read = (...parts: readonly Buffer[]) => readAs(undefined, ...parts);
const readAs = (said: string | undefined, ...parts: readonly Buffer[]) =>
  readEveryWay(Buffer.concat(parts), async (bytes) => {
    const { utf8, encoding, isAscii, hasReplacement } = await decode(bytes, 'old.csv', said);
    const text = utf8.read(0, utf8.length).toString('utf8');
    expect(isAscii).toBe(/^\p{ASCII}*$/u.test(text));
    return { text, encoding, hasReplacement };
  });

describe('with a byte order mark', () => {
  test.each([
    ['utf-8', [UTF8_BOM, Buffer.from(TEXT)]],
    ['utf-16le', [LE_BOM, le(TEXT)]],
    ['utf-16be', [BE_BOM, be(TEXT)]],
  ] as const)('%s: the mark is no text', async (encoding, parts) => {
    expect(await read(...parts)).toEqual({ text: TEXT, encoding, hasReplacement: false });
  });

  test('only the first mark is one', async () => {
    expect((await read(UTF8_BOM, UTF8_BOM, Buffer.from('a'))).text).toBe('\uFEFFa');
    expect((await read(LE_BOM, LE_BOM, le('a'))).text).toBe('\uFEFFa');
    expect((await read(BE_BOM, BE_BOM, be('a'))).text).toBe('\uFEFFa');
  });

  test('text that is all beyond ASCII', async () => {
    expect((await read(LE_BOM, le('例え'))).text).toBe('例え');
    expect((await read(BE_BOM, be('例え'))).text).toBe('例え');
  });

  test('a mark alone is an empty text', async () => {
    for (const mark of [UTF8_BOM, LE_BOM, BE_BOM])
      expect(await read(mark)).toMatchObject({ text: '', hasReplacement: false });
  });

  test('an odd byte at the end of UTF-16 is lost, and that is known', async () => {
    expect(await read(LE_BOM, le('ab'), Buffer.of(0x63))).toEqual({
      text: 'ab\uFFFD',
      encoding: 'utf-16le',
      hasReplacement: true,
    });
    expect(await read(BE_BOM, be('ab'), Buffer.of(0))).toEqual({
      text: 'ab\uFFFD',
      encoding: 'utf-16be',
      hasReplacement: true,
    });
  });

  test('half a surrogate pair is lost, and that is known', async () => {
    expect(await read(LE_BOM, Buffer.from('3DD86100', 'hex'))).toMatchObject({ text: '\uFFFDa', hasReplacement: true });
  });

  test('a mark of UTF-8 before bytes that are none', async () => {
    expect(await read(UTF8_BOM, Buffer.from('61E962', 'hex'))).toEqual({
      text: 'a\uFFFDb',
      encoding: 'utf-8',
      hasReplacement: true,
    });
  });
});

describe('without a byte order mark', () => {
  test('UTF-8', async () => {
    expect(await read(Buffer.from(TEXT))).toEqual({ text: TEXT, encoding: 'utf-8', hasReplacement: false });
    expect(await read(Buffer.from('plain'))).toEqual({ text: 'plain', encoding: 'utf-8', hasReplacement: false });
  });

  test('UTF-16 by its zeros, both ways', async () => {
    const text = 'email,name\r\nzoe@example.com,Zoë 例\r\n';
    expect(await read(le(text))).toEqual({ text, encoding: 'utf-16le', hasReplacement: false });
    expect(await read(be(text))).toEqual({ text, encoding: 'utf-16be', hasReplacement: false });
    expect(await read(le(text), Buffer.of(0x61))).toMatchObject({ encoding: 'utf-16le', hasReplacement: true });
  });

  // U+4E00 and U+0100 have a zero in their other byte.
  test.each(['\u4E00', '\u0100', '\u{1F600}'])('UTF-16 is known in spite of a letter such as %s', async (letter) => {
    const text = `email,name\r\nzoe@example.com,Zoë ${letter}\r\n`;
    expect(await read(le(text))).toMatchObject({ text, encoding: 'utf-16le' });
    expect(await read(be(text))).toMatchObject({ text, encoding: 'utf-16be' });
  });

  test('a zero here and there is not UTF-16', async () => {
    expect((await read(Buffer.from('email,name\na\u0000b,c\n'))).encoding).toBe('utf-8');
  });

  test('neither: Windows-1252', async () => {
    const bytes = Buffer.from('name\nJosé “Pepe” Müller\n'.replace('“', '\u0093').replace('”', '\u0094'), 'latin1');
    expect(await read(bytes)).toEqual({
      text: 'name\nJosé “Pepe” Müller\n',
      encoding: 'windows-1252',
      hasReplacement: false,
    });
  });

  test('a byte that Windows-1252 leaves undefined is lost, and that is known', async () => {
    expect(await read(Buffer.from('4AE981', 'hex'))).toEqual({
      text: 'Jé\uFFFD',
      encoding: 'windows-1252',
      hasReplacement: true,
    });
  });

  test('UTF-8 with a damaged letter stays UTF-8: the others are not garbled', async () => {
    const damaged = Buffer.concat([Buffer.from('Zoë, Müller, Jos'), Buffer.of(0xe9), Buffer.from(', Åsa')]);
    expect(await read(damaged)).toEqual({
      text: 'Zoë, Müller, Jos\uFFFD, Åsa',
      encoding: 'utf-8',
      hasReplacement: true,
    });
  });

  test('Windows-1252 with one pair of bytes that UTF-8 knows stays Windows-1252', async () => {
    const bytes = Buffer.from('Zoë Müller José Ã©', 'latin1');
    expect(await read(bytes)).toMatchObject({ text: 'Zoë Müller José Ã©', encoding: 'windows-1252' });
  });

  test('U+FFFD that stands in the file is known', async () => {
    expect(await read(Buffer.from('M\uFFFDller'))).toMatchObject({ encoding: 'utf-8', hasReplacement: true });
  });

  test('nothing', async () => {
    expect(await read()).toEqual({ text: '', encoding: 'utf-8', hasReplacement: false });
  });
});

test('any text comes back from each encoding that can hold it', async () => {
  const text = fc.string({ unit: 'binary' });
  await fc.assert(
    fc.asyncProperty(text, async (value) => {
      expect((await read(UTF8_BOM, Buffer.from(value))).text).toBe(value);
      expect((await read(LE_BOM, le(value))).text).toBe(value);
      expect((await read(BE_BOM, be(value))).text).toBe(value);
    }),
    { numRuns: 1000 },
  );
});

test('any bytes become UTF-8, and lost ones are known', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 64 }), async (bytes) => {
      const { text, hasReplacement } = await read(Buffer.from(bytes));
      expect(text).not.toMatch(/\p{Cs}/u);
      expect(hasReplacement).toBe(text.includes('\uFFFD'));
    }),
    { numRuns: 2000 },
  );
});
