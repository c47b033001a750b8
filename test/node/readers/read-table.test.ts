import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { type ReadProgress, type ReadTable, readTable } from '../../../src/node/readers/read-table.ts';

const JSON_TEXT = '[{"mail":"zoë@example.com","aliases":["a","b"]}]';
const LDIF_TEXT = 'dn: cn=a\nmail: zoë@example.com\nalias: a\nalias: b\n';

function read(bytes: string | Uint8Array, isOneOfSeveral?: boolean): Promise<ReadTable> {
  return readTable(Readable.from([Buffer.from(bytes)]), undefined, 'old.txt', isOneOfSeveral);
}

function error(code: string, message = '') {
  return expect.objectContaining({ code, file: 'old.txt', message: expect.stringContaining(message) });
}

describe('the format is what the content is', () => {
  test('JSON', async () => {
    expect(await read(JSON_TEXT)).toMatchObject({
      file: 'old.txt',
      sha256: createHash('sha256').update(JSON_TEXT).digest('hex'),
      bytes: Buffer.byteLength(JSON_TEXT),
      format: 'json',
      encoding: 'utf-8',
      delimiter: null,
      hasLists: true,
      isAscii: false,
      hasReplacement: false,
      headerLine: null,
      header: ['mail', 'aliases'],
      rows: [['zoë@example.com', 'a\u001Fb']],
      lines: [1],
      rejections: [],
    });
  });

  test('LDIF', async () => {
    expect(await read(LDIF_TEXT)).toMatchObject({
      format: 'ldif',
      encoding: 'utf-8',
      delimiter: null,
      hasLists: true,
      isAscii: false,
      header: ['dn', 'mail', 'alias'],
      rows: [['cn=a', 'zoë@example.com', 'a\u001Fb']],
      lines: [1],
      endLines: [4],
    });
  });

  test('CSV, whose cells are never lists', async () => {
    const table = await read('mail,x\na@example.com,1\n');
    expect(table).toMatchObject({ format: 'csv', delimiter: ',', isAscii: true, paging: null });
    expect(table.hasLists ?? false).toBe(false);
  });

  test.each([
    ['JSON', JSON_TEXT],
    ['LDIF', LDIF_TEXT],
  ])('%s in any encoding', async (_name, text) => {
    const { rows } = await read(text);
    const inEncodings: [string, Buffer][] = [
      ['utf-8', Buffer.from(`\uFEFF${text}`)],
      ['utf-16le', Buffer.from(`\uFEFF${text}`, 'utf16le')],
      ['utf-16be', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
      ['utf-16le', Buffer.from(text, 'utf16le')],
      ['windows-1252', Buffer.from(text, 'latin1')],
    ];
    for (const [encoding, bytes] of inEncodings) expect(await read(bytes)).toMatchObject({ encoding, rows });
  });
});

describe('lost letters', () => {
  test('a file in ASCII may have lost them, unless it writes them otherwise', async () => {
    const isAscii = async (text: string) => (await read(text)).isAscii;
    expect(await isAscii('[{"mail":"a","name":"Zo?"}]')).toBe(true);
    expect(await isAscii('[{"mail":"a","name":"Zo\\u00eb"}]')).toBe(false);
    expect(await isAscii('dn: cn=a\ncn: Zo?\n')).toBe(true);
    expect(await isAscii('dn: cn=a\ncn:: Wm/Dqw==\n')).toBe(false);
  });

  test('U+FFFD is known, however it is written', async () => {
    const hasReplacement = async (text: string) => (await read(text)).hasReplacement;
    expect(await hasReplacement('[{"mail":"a\uFFFD"}]')).toBe(true);
    expect(await hasReplacement('[{"mail":"a\\uFFFD"}]')).toBe(true);
    expect(await hasReplacement('[{"mail":"a\\u00eb"}]')).toBe(false);
    expect(await hasReplacement('dn: cn=a\ncn:: 77+9\n')).toBe(true);
  });
});

describe('no users', () => {
  test.each(['[]', '[[]]', '{"value":[]}', '{"totalResults":0}', 'version: 1\n', '# extended LDIF\n'])(
    '%j',
    async (text) => {
      await expect(read(text)).rejects.toThrow(error('ERR_INPUT_EMPTY', 'no users'));
    },
  );

  test('nothing but rejected records', async () => {
    await expect(read('[null,"a"]')).rejects.toThrow(error('ERR_INPUT_RECORD', 'None of the 2 records'));
    await expect(read('dn: cn=a\nmail\n')).rejects.toThrow(error('ERR_INPUT_RECORD', 'a line has no colon'));
  });
});

describe('what is neither', () => {
  test('a web page, XML, and a file that is no text', async () => {
    await expect(read('<!DOCTYPE html><p>[{"mail":"a"}]')).rejects.toThrow(error('ERR_INPUT_BINARY', 'web page'));
    await expect(read('<?xml version="1.0"?><users/>')).rejects.toThrow(error('ERR_INPUT_BINARY', 'XML'));
    await expect(read('mail\n\u0000')).rejects.toThrow(error('ERR_INPUT_BINARY', 'not a text file'));
  });

  test('a zero in JSON is a fault of the JSON, in LDIF of one entry', async () => {
    await expect(read('[{"mail":"a\u0000"}]')).rejects.toThrow(error('ERR_INPUT_JSON', 'control character'));
    expect(await read('dn: cn=a\nmail: a\u0000\n\ndn: cn=b\n')).toMatchObject({
      rows: [['cn=b']],
      rejections: [{ line: 1, endLine: 2, reason: 'a line holds the control character U+0000' }],
    });
  });
});

describe('a page that points to another', () => {
  const PAGE = '{"@odata.nextLink":"https://graph.example.com/x","value":[{"mail":"a"}]}';

  test('is not whole', async () => {
    await expect(read(PAGE)).rejects.toThrow(error('ERR_INPUT_TRUNCATED', '"@odata.nextLink"'));
    await expect(read(`{"value":[{"mail":"b"}]}${PAGE}`)).rejects.toThrow(error('ERR_INPUT_TRUNCATED'));
    await expect(read('{"totalResults":2,"Resources":[{"id":"1"}]}')).rejects.toThrow(
      error('ERR_INPUT_TRUNCATED', 'speak of 2 users and hold 1'),
    );
  });

  test('is whole with the page behind it', async () => {
    expect((await read(`${PAGE}\n{"value":[{"mail":"b"}]}`)).rows).toEqual([['a'], ['b']]);
  });

  test('is read as one of several files, and says so', async () => {
    expect((await read(PAGE, true)).paging).toEqual({ next: '@odata.nextLink', total: null, records: 1 });
  });
});

test('progress speaks of the file and of all its bytes', async () => {
  const steps: ReadProgress[] = [];
  await readTable(Readable.from([Buffer.from(JSON_TEXT)]), (progress) => steps.push(progress), 'old.txt');
  const totalBytes = Buffer.byteLength(JSON_TEXT);
  expect(steps).toEqual([{ file: 'old.txt', records: 1, bytes: totalBytes, totalBytes }]);
});
