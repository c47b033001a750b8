import { mkdtempSync, openSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import { readCsv } from '../../../src/node/readers/csv.ts';
import { decode } from '../../../src/node/readers/decode.ts';
import { readJson } from '../../../src/node/readers/json.ts';
import { readLdif } from '../../../src/node/readers/ldif.ts';
import { MAX_COLUMNS, MAX_HELD, MAX_RECORD, MAX_ROW, MAX_WHOLE } from '../../../src/node/readers/limits.ts';
import { readTable } from '../../../src/node/readers/read-table.ts';
import { ChunkedBytes, FileBytes, inMemory, type StoredBytes } from '../../../src/node/readers/stored-bytes.ts';
import { loadUsers } from '../../../src/node.ts';
import { inPieces } from '../../support/in-pieces.ts';

const folder = mkdtempSync(join(tmpdir(), 'idp-preflight-limits-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const DIALECT = { delimiter: ',', offset: 0, lines: 0 };
const csv = (bytes: StoredBytes) => readCsv(bytes, DIALECT, 'old.csv', () => {});
const json = (text: string) => readJson(inPieces(Buffer.from(text), 2 ** 16), 'old.json', () => {});
const ldif = (text: string) => readLdif(inPieces(Buffer.from(text), 2 ** 16), 'old.ldif', () => {});

function tooLarge(message: string, line?: number) {
  return expect.objectContaining({
    code: 'ERR_INPUT_TOO_LARGE',
    message: expect.stringContaining(message),
    ...(line === undefined ? {} : { line }),
  });
}

/** Bytes that nobody could hold: what is asked for is made. */
function endless(head: string, filler: number, tail: string, length: number): StoredBytes {
  const [first, last] = [Buffer.from(head), Buffer.from(tail)];
  return {
    length,
    piece: 2 ** 18,
    read(from, to) {
      const piece = Buffer.alloc(Math.max(0, Math.min(to, length) - from), filler);
      if (from < first.length) first.copy(piece, 0, from);
      const start = length - last.length - from;
      if (start < piece.length) last.copy(piece, Math.max(0, start), Math.max(0, -start));
      return piece;
    },
  };
}

const GIGABYTE = 2 ** 30;
const X = 'x'.charCodeAt(0);

describe('CSV', () => {
  test('a line of a gigabyte is an error with its line, after a small part of it', async () => {
    const bytes = endless('email,name\na@example.com,A\nb@example.com,', X, '\n', GIGABYTE);
    await expect(csv(bytes)).rejects.toThrow(tooLarge('8 MiB', 3));
    await expect(csv(endless('email,', X, '\n', GIGABYTE))).rejects.toThrow(tooLarge('8 MiB', 1));
  });

  test('so is a quoted cell of that size', async () => {
    const bytes = endless('email,name\na@example.com,"', X, '"\n', MAX_ROW + 2 ** 20);
    await expect(csv(bytes)).rejects.toThrow(tooLarge('8 MiB', 2));
  });

  test('a quote that is never closed is a rejected record, however much it swallows', async () => {
    const bytes = endless('email,name\na@example.com,A\nb@example.com,"', 0x0a, 'c@example.com,C', MAX_ROW + 2 ** 20);
    const { rows, rejections } = await csv(bytes);
    expect(rows).toEqual([['a@example.com', 'A']]);
    expect(rejections).toEqual([
      {
        line: 3,
        endLine: bytes.length - 'email,name\na@example.com,A\nb@example.com,"c@example.com,C'.length + 3,
        reason: 'a quote is not closed',
      },
    ]);
  });

  test('a header of too many columns is an error, a record of too many is rejected', async () => {
    const names = Array.from({ length: MAX_COLUMNS + 1 }, (_, index) => `c${index}`).join(',');
    await expect(csv(inMemory(Buffer.from(`${names}\n1\n`)))).rejects.toThrow(
      expect.objectContaining({ code: 'ERR_INPUT_HEADER', message: expect.stringContaining('16,385 cells') }),
    );
    const { rows, rejections } = await csv(inMemory(Buffer.from(`a,b\n${','.repeat(MAX_COLUMNS)}\n1,2\n`)));
    expect(rows).toEqual([['1', '2']]);
    expect(rejections).toMatchObject([{ line: 2, reason: expect.stringContaining('16,385 cells') }]);
  });
});

describe('JSON', () => {
  const long = 'x'.repeat(MAX_RECORD + 1);

  test.each([
    ['a value', `[{"mail":"a@example.com"},\n{"mail":"${long}"}]`, 2],
    ['a name', `[{"${long}":1}]`, 1],
    ['a number', `[{"mail":${'1'.repeat(MAX_RECORD + 2)}}]`, 1],
    ['a list of values', `[{"mail":"a","list":[1${',1'.repeat(MAX_RECORD / 16)}]}]`, 1],
  ])('%s that is too large is an error', async (_name, text, line) => {
    await expect(json(text)).rejects.toThrow(tooLarge('16 MiB', line));
  });

  test('white space is not held, however much there is', async () => {
    const bytes = endless('[{"mail":"a@example.com"}', 0x20, ']', MAX_RECORD * 2);
    expect((await readJson(bytes, 'old.json', () => {})).rows).toEqual([['a@example.com']]);
  });

  test('too many properties are an error, in users and in pages', async () => {
    const properties = Array.from({ length: MAX_COLUMNS + 1 }, (_, index) => `"p${index}":1`).join(',');
    await expect(json(`[{${properties}}]`)).rejects.toThrow(tooLarge('16,384 different properties', 1));
    await expect(json(`{"value":[],${properties}}`)).rejects.toThrow(tooLarge('16,384 properties', 1));
    const lists = new Array(MAX_COLUMNS * 4 + 1).fill('[]').join(',');
    await expect(json(`[{"mail":"a","list":[${lists}]}]`)).rejects.toThrow(tooLarge('different properties', 1));
  });
});

describe('LDIF', () => {
  test.each([
    ['a line', `dn: cn=a\nmail: ${'x'.repeat(MAX_RECORD)}\n`, 2],
    ['a folded line', `dn: cn=a\nmail: a\n${` ${'x'.repeat(2 ** 20)}\n`.repeat(17)}`, 2],
    ['an entry', `dn: cn=a\n\n${`mail: ${'x'.repeat(2 ** 20)}\n`.repeat(33)}`, 3],
  ])('%s that is too large is an error', async (_name, text, line) => {
    await expect(ldif(text)).rejects.toThrow(tooLarge('MiB', line));
  });
});

describe('pictures and the like', () => {
  const picture = (letter: string) => `data${letter.repeat(70_000)}`;
  const leftOut = /^⟨70,004 characters left out, SHA-256 [0-9a-f]{64}⟩$/;
  const files = {
    'a.csv': (one: string, other: string) => `mail,photo\na@example.com,${one}\nb@example.com,${other}\n`,
    'a.json': (one: string, other: string) =>
      `[{"mail":"a@example.com","photo":"${one}"},{"mail":"b@example.com","photo":"${other}"}]`,
    'a.ldif': (one: string, other: string) =>
      `dn: cn=a\nmail: a@example.com\nphoto: ${one}\n\ndn: cn=b\nmail: b@example.com\nphoto: ${other}\n`,
  };

  test.each(Object.entries(files))('are not kept of %s, and known to be equal', async (name, write) => {
    const cells = async (one: string, other: string) => {
      const { header, rows } = await readTable(Readable.from([Buffer.from(write(one, other))]), undefined, name);
      return rows.map((row) => row[header.indexOf('photo')] ?? '');
    };
    const [one = '', other = ''] = await cells(picture('x'), picture('y'));
    expect(one).toMatch(leftOut);
    expect(other).toMatch(leftOut);
    expect(one).not.toBe(other);
    const same = await cells(picture('x'), picture('x'));
    expect(same).toEqual([one, one]);
  });

  test('of JSON and LDIF, a shorter word is one too', async () => {
    const photo = 'x'.repeat(10_000);
    const json = await readTable(
      Readable.from([Buffer.from(`[{"mail":"a@example.com","photo":"${photo}","list":["${photo}"]}]`)]),
    );
    expect(json.rows).toEqual([
      ['a@example.com', expect.stringContaining('10,000 characters'), expect.stringContaining('10,000 characters')],
    ]);
    const table = await readTable(Readable.from([Buffer.from(`mail,photo\na@example.com,${photo}\n`)]));
    expect(table.rows).toEqual([['a@example.com', photo]]);
  });

  test('what is left out is lost where something reads it, and no loss where nothing does', async () => {
    const text = (column: string) => `[{"mail":"a@example.com","${column}":"${'x'.repeat(10_000)}"}]`;
    const lossy = async (column: string) => {
      const { inputs } = await loadUsers(Readable.from([Buffer.from(text(column))]), {
        side: 'old',
        map: { sso: 'mail', scim: 'mail' },
      });
      return inputs[0]?.observations.lossy.map(({ mappedTo }) => mappedTo);
    };
    expect(await lossy('photo')).toEqual([]);
    expect(await lossy('displayName')).toEqual(['name']);
  });

  test('a long list of groups is kept', async () => {
    const groups = Array.from({ length: 2000 }, (_, index) => `CN=Group ${index},OU=Groups`).join(';');
    const { rows } = await readTable(Readable.from([Buffer.from(`mail,groups\na@example.com,"${groups}"\n`)]));
    expect(rows).toEqual([['a@example.com', groups]]);
  });
});

describe('large inputs', () => {
  test('another encoding than UTF-8 is decoded in memory, and not beyond what that holds', async () => {
    const bytes = endless('email,name\n\u00e9', X, '\n', MAX_HELD + 2 ** 20);
    const latin1 = {
      ...bytes,
      read: (from: number, to: number) => bytes.read(from, to).map((byte) => (byte === 0xc3 ? 0xe9 : byte)) as Buffer,
    };
    await expect(decode(latin1, 'old.csv')).rejects.toThrow(tooLarge('Save it as UTF-8'));
  });

  test('a stream is held in memory, and not beyond what that holds', async () => {
    async function* stream() {
      const chunk = Buffer.alloc(2 ** 24, X);
      while (true) yield chunk;
    }
    await expect(readTable(Readable.from(stream()))).rejects.toThrow(tooLarge('Save it as a file'));
  });

  test('a large file is read piece by piece, as a small one is', async () => {
    const file = join(folder, 'large.csv');
    const line = `a@example.com,${'x'.repeat(2 ** 20)}\n`;
    const count = Math.ceil(MAX_WHOLE / line.length) + 1;
    writeFileSync(file, `email,photo\n${line.repeat(count)}`);
    const { rows, lines, bytes } = await readTable(file);
    expect(bytes).toBe(12 + line.length * count);
    expect(rows).toHaveLength(count);
    expect(lines[count - 1]).toBe(count + 1);
    expect(rows[0]?.[0]).toBe('a@example.com');
  });

  test('a large file that changes meanwhile is an error', async () => {
    const file = join(folder, 'changing.csv');
    writeFileSync(file, `email,photo\n${`a@example.com,${'x'.repeat(2 ** 20)}\n`.repeat(66)}`);
    const shorten = () => truncateSync(file, MAX_WHOLE + 10);
    await expect(readTable(file, shorten)).rejects.toThrow(
      expect.objectContaining({ code: 'ERR_INPUT_UNREADABLE', file }),
    );
  });
});

test('stored bytes are the same wherever they are', () => {
  const buffer = Buffer.from('0123456789');
  const file = join(folder, 'stored');
  writeFileSync(file, buffer);
  const chunked = new ChunkedBytes();
  for (const [from, to] of [
    [0, 3],
    [3, 3],
    [3, 4],
    [4, 10],
  ] as const)
    chunked.add(buffer.subarray(from, to));
  const stored = [inMemory(buffer), new FileBytes(openSync(file, 'r'), 10), chunked, chunked.settled(10)];
  for (const bytes of stored) {
    expect(bytes.length).toBe(10);
    for (let from = 0; from <= 10; from += 1) {
      for (let to = from; to <= 12; to += 1) expect(bytes.read(from, to)).toEqual(buffer.subarray(from, to));
    }
  }
});
