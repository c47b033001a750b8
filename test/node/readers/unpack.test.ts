import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { MAX_HELD } from '../../../src/node/readers/limits.ts';
import { readTable } from '../../../src/node/readers/read-table.ts';
import { gunzipped } from '../../../src/node/readers/unpack.ts';
import { openZip, unzipped } from '../../../src/node/readers/zip.ts';
import { readEveryWay } from '../../support/in-pieces.ts';
import { type ZipMember, zipOf } from '../../support/zip.ts';

const CSV = 'email,name\na@example.com,Zoë\n';
const JSON_TEXT = '{"value":[{"mail":"a@example.com"}]}';
const member: ZipMember = { name: 'users.csv', content: CSV };

const read = (bytes: Buffer) => readTable(Readable.from([bytes]), undefined, 'users.bin');
const fault = (code: string, message: string) =>
  expect.objectContaining({ code, file: 'users.bin', message: expect.stringContaining(message) });

/** Text that packs to a thousandth. */
const bomb = () => Buffer.alloc(MAX_HELD + 1, 'x');

describe('what is packed is read as if it was not', () => {
  test.each([
    ['gzip', gzipSync(CSV)],
    ['gzip, two files one behind the other', Buffer.concat([gzipSync(CSV.slice(0, 20)), gzipSync(CSV.slice(20))])],
    ['gzip, filled up with zeros', Buffer.concat([gzipSync(CSV), Buffer.alloc(7)])],
    ['zip', zipOf([member])],
    ['zip, stored', zipOf([{ ...member, method: 0 }])],
    [
      'zip, in a folder',
      zipOf([
        { name: 'export/', content: '' },
        { name: 'export/users.csv', content: CSV },
      ]),
    ],
    [
      'zip of macOS',
      zipOf([member, { name: '__MACOSX/._users.csv', content: 'x' }, { name: '.DS_Store', content: 'x' }]),
    ],
  ])('%s', async (_name, bytes) => {
    const table = await read(bytes);
    expect(table).toMatchObject({
      format: 'csv',
      encoding: 'utf-8',
      header: ['email', 'name'],
      rows: [['a@example.com', 'Zoë']],
      lines: [2],
    });
    // What the certificate is about is the file as it was given.
    expect(table).toMatchObject({ bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
  });

  test('JSON and UTF-16 inside', async () => {
    expect(await read(gzipSync(JSON_TEXT))).toMatchObject({ format: 'json', rows: [['a@example.com']] });
    // As Auth0 gives it: one user a line.
    const lines = Buffer.from('{"email":"a@example.com"}\n{"email":"b@example.com"}\n');
    expect(await read(gzipSync(lines))).toMatchObject({ format: 'json', rows: [['a@example.com'], ['b@example.com']] });
    const utf16 = Buffer.from(`\uFEFF${CSV}`, 'utf16le');
    expect(await read(zipOf([{ name: 'a', content: utf16 }]))).toMatchObject({
      encoding: 'utf-16le',
      rows: [['a@example.com', 'Zoë']],
    });
  });

  test('however the bytes come', async () => {
    const text = async (bytes: Promise<{ length: number; read(from: number, to: number): Buffer }>) =>
      (await bytes).read(0, 100).toString();
    expect(await readEveryWay(gzipSync(CSV), (bytes) => text(gunzipped(bytes, 'f')))).toBe(CSV);
    expect(await readEveryWay(zipOf([member]), async (bytes) => text(unzipped(await openZip(bytes, 'f'), 'f')))).toBe(
      CSV,
    );
  });
});

describe('what is packed and not read', () => {
  const gzip = gzipSync(CSV);
  const flipped = Buffer.from(gzip);
  flipped[15] = (flipped[15] ?? 0) ^ 0xff;
  const zip = zipOf([member]);

  test.each([
    ['gzip that is cut off', gzip.subarray(0, 20), 'ERR_INPUT_TRUNCATED', 'cut off'],
    ['gzip of which only the head is left', Buffer.from('1F8B080000000000', 'hex'), 'ERR_INPUT_TRUNCATED', 'cut off'],
    ['gzip that is damaged', flipped, 'ERR_INPUT_BINARY', 'damaged'],
    [
      'gzip with a wrong checksum',
      Buffer.concat([gzip.subarray(0, -8), Buffer.alloc(8)]),
      'ERR_INPUT_BINARY',
      'damaged',
    ],
    [
      'gzip and something behind it',
      Buffer.concat([gzip, Buffer.from('\u0000\u0000b@example.com')]),
      'ERR_INPUT_BINARY',
      'other bytes',
    ],
    ['gzip in gzip', gzipSync(gzip), 'ERR_INPUT_BINARY', 'once more'],
    ['zip in gzip', gzipSync(zip), 'ERR_INPUT_BINARY', 'once more'],
    ['gzip in zip', zipOf([{ name: 'a.gz', content: gzip }]), 'ERR_INPUT_BINARY', 'once more'],
    ['zip in zip', zipOf([{ name: 'a.zip', content: zip }]), 'ERR_INPUT_BINARY', 'once more'],
    [
      'two files',
      zipOf([member, { name: 'groups.csv', content: 'x' }]),
      'ERR_INPUT_BINARY',
      '2 files: "users.csv", "groups.csv". Unpack it, and name',
    ],
    [
      'ten files',
      zipOf(Array.from({ length: 10 }, (_, index) => ({ name: `${index}.csv`, content: '' }))),
      'ERR_INPUT_BINARY',
      '"7.csv" and 2 more',
    ],
    ['no file', zipOf([]), 'ERR_INPUT_EMPTY', 'no file'],
    ['an encrypted file', zipOf([{ ...member, flags: 1 }]), 'ERR_INPUT_BINARY', 'is encrypted'],
    ['another method', zipOf([{ ...member, method: 12 }]), 'ERR_INPUT_BINARY', 'method 12'],
    ['a wrong checksum', zipOf([{ ...member, checksum: 1 }]), 'ERR_INPUT_BINARY', 'checksum'],
    ['more than it says', zipOf([{ ...member, size: 5 }]), 'ERR_INPUT_BINARY', 'damaged'],
    ['less than it says', zipOf([{ ...member, size: 500 }]), 'ERR_INPUT_BINARY', 'damaged'],
    ['a name that leads elsewhere', zipOf([{ ...member, name: '../users.csv' }]), 'ERR_INPUT_BINARY', 'damaged'],
    ['a zip that is cut off', zip.subarray(0, -10), 'ERR_INPUT_BINARY', 'damaged'],
    ['the first bytes of a zip', Buffer.from('PK\u0003\u0004'), 'ERR_INPUT_BINARY', 'damaged'],
    ['bzip2', Buffer.from('BZh91AY&SY'), 'ERR_INPUT_BINARY', 'Unpack it'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'ERR_INPUT_BINARY', 'PDF'],
    ['an old spreadsheet', Buffer.from('D0CF11E0A1B11AE1', 'hex'), 'ERR_INPUT_BINARY', '.xlsx'],
  ] as const)('%s', async (_name, bytes, code, message) => {
    await expect(read(bytes)).rejects.toThrow(fault(code, message));
  });

  test.each([
    ['gzip', () => gzipSync(bomb(), { level: 1 })],
    ['zip', () => zipOf([{ name: 'bomb.csv', content: bomb() }])],
    ['zip that does not say so', () => zipOf([{ name: 'bomb.csv', content: bomb(), size: 100 }])],
  ])('a bomb in %s is an error before it fills the memory', async (name, make) => {
    const code = name.endsWith('so') ? 'ERR_INPUT_BINARY' : 'ERR_INPUT_TOO_LARGE';
    await expect(read(make())).rejects.toThrow(expect.objectContaining({ code }));
  });
});
