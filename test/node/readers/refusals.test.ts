import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { readTable } from '../../../src/node/readers/read-table.ts';
import { zipOf } from '../../support/zip.ts';

const COMPOUND = Buffer.from('D0CF11E0A1B11AE1', 'hex');
const parts = (...names: string[]) => zipOf(names.map((name) => ({ name, content: 'x' })));

test.each([
  ['.xls', Buffer.concat([COMPOUND, Buffer.alloc(600)]), '.xls', '.xlsx, or as CSV UTF-8'],
  [
    '.xlsx with a password',
    Buffer.concat([COMPOUND, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(90)]),
    'with a password (.xlsx)',
    'without a password',
  ],
  ['.ods', parts('mimetype', 'content.xml', 'styles.xml'), '(.ods)', '.xlsx, or as CSV UTF-8'],
  ['.xlsb', parts('[Content_Types].xml', 'xl/workbook.bin'), '(.xlsb)', '.xlsx, or as CSV UTF-8'],
  ['.numbers', parts('Index/Document.iwa', 'preview.jpg'), '(.numbers)', 'Export it as CSV'],
  ['.docx', parts('[Content_Types].xml', 'word/document.xml'), '(.docx)', 'as CSV, JSON or LDIF'],
  ['a zip of several', parts('users.csv', 'groups.csv'), '2 files: "users.csv", "groups.csv"', 'name the one'],
  ['PDF', Buffer.from('%PDF-1.7\n'), 'PDF', 'as CSV, JSON or LDIF'],
  ['a web page', Buffer.from('\n<!DOCTYPE html><title>Sign in</title>'), 'web page', 'as CSV, JSON or LDIF'],
  ['a web page without a type', Buffer.from('<table><tr><td>email</td></tr></table>'), 'web page', 'as CSV'],
  [
    'a spreadsheet written as XML',
    Buffer.from('<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
    'written as XML',
    '.xlsx, or as CSV UTF-8',
  ],
])('%s is told what it is, and what to give instead', async (_name, bytes, what, instead) => {
  const reading = readTable(Readable.from([bytes]), undefined, 'users');
  await expect(reading).rejects.toMatchObject({ code: 'ERR_INPUT_BINARY', file: 'users' });
  await expect(reading).rejects.toThrow(what);
  await expect(reading).rejects.toThrow(instead);
});
