import { trimWhiteSpace } from '../../email/white-space.ts';
import { PreflightError } from '../../errors.ts';
import { isEmailHeader } from '../../loaders/profiles/index.ts';
import type { CsvTable } from './csv.ts';
import type { StoredBytes } from './stored-bytes.ts';

const HEAD = 8192;
const OTHER_PACKING = 'This file is packed in a way that is not read. Unpack it, and name what comes out.';
/** First bytes of what is no text, and what to do about it. */
const KNOWN = [
  // bzip2, xz, 7-Zip, Zstandard, RAR.
  [/^(?:BZh[1-9]1AY|\u00fd7zXZ|7z\u00bc\u00af|\u0028\u00b5\u002f\u00fd|Rar!\u001a)/, OTHER_PACKING],
  [/^%PDF-/, 'This is a PDF document. Export the users as CSV, JSON or LDIF.'],
] as const;
/** Plainly an address, and not a name of a column with an address in it. */
const ADDRESS = /^[^\s@()<>,;"]+@[^\s@()<>,;"]+\.[^\s@()<>,;"]+$/u;

/** Whether a cell holds an address and nothing else. */
export function isAddress(cell: string): boolean {
  return ADDRESS.test(trimWhiteSpace(cell));
}

/** Refuses a CSV file whose first line is no header, or that has nothing else. */
export function checkHeader({ header, headerLine: line, rows, rejections }: CsvTable, file: string): void {
  // An address, and no usual name of an email column beside it.
  const hasPerson = header.some(isAddress);
  if (hasPerson && !header.some(isEmailHeader)) {
    throw new PreflightError(
      'ERR_INPUT_HEADER',
      'This file has no header: its first line holds an email address. Add a line with the names of the columns.',
      { file, line },
    );
  }
  if (header.some((cell) => /[\r\n]/.test(cell) && cell.includes('@'))) {
    throw new PreflightError(
      'ERR_INPUT_HEADER',
      'The header cannot be read: a quoted name in it goes on over records. Is a quote in the wrong place?',
      { file, line },
    );
  }
  if (rows.length + rejections.length === 0) {
    throw new PreflightError('ERR_INPUT_EMPTY', 'This file has a header and no records. Export it again.', {
      file,
      line,
    });
  }
}

const COMPOUND = '\u00d0\u00cf\u0011\u00e0';
/** A name in its directory, as UTF-16: what a workbook with a password is packed in. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
/** Names are found in whatever sector they stand; a larger file is not searched. */
const MOST_SEARCHED = 64 * 2 ** 20;

/**
 * Refuses what Office has written before 2007, and what it has encrypted since.
 *
 * @see [MS-CFB] section 2.6; [MS-OFFCRYPTO] section 2.3.4.4
 */
function refuseCompound(bytes: StoredBytes, file: string): void {
  if (bytes.read(0, 4).toString('latin1') !== COMPOUND) return;
  const isEncrypted = bytes.read(0, MOST_SEARCHED).includes(ENCRYPTED);
  throw new PreflightError(
    'ERR_INPUT_BINARY',
    isEncrypted
      ? 'This is a spreadsheet with a password (.xlsx). Save it without a password, or as CSV UTF-8.'
      : 'This is a spreadsheet, or another file, of an old Office (.xls). Save it as .xlsx, or as CSV UTF-8.',
    { file },
  );
}

/** Refuses what is no text by its first bytes. */
export function refuseKnownBinary(bytes: StoredBytes, file: string): void {
  if (bytes.length === 0) throw new PreflightError('ERR_INPUT_EMPTY', 'This file is empty. Export it again.', { file });
  refuseCompound(bytes, file);
  const head = bytes.read(0, 8).toString('latin1');
  const found = KNOWN.find(([magic]) => magic.test(head));
  if (found !== undefined) throw new PreflightError('ERR_INPUT_BINARY', found[1], { file });
}

/** Refuses what is plainly no table; as one it would only have a strange header. */
export function refuseOtherText(utf8: Buffer, file: string): void {
  if (utf8.subarray(0, HEAD).includes(0)) {
    throw new PreflightError('ERR_INPUT_BINARY', 'This is not a text file. Export the users as CSV, JSON or LDIF.', {
      file,
    });
  }
  const text = trimWhiteSpace(utf8.toString('utf8', 0, 512));
  if (/^<\?xml/i.test(text) && /Spreadsheet|<table:table|office:document/i.test(text)) {
    throw new PreflightError(
      'ERR_INPUT_BINARY',
      'This is a spreadsheet written as XML. Save it as .xlsx, or as CSV UTF-8.',
      { file },
    );
  }
  if (/^<(?:!doctype|html|head|table|\?xml)/i.test(text)) {
    throw new PreflightError(
      'ERR_INPUT_BINARY',
      'This is a web page or XML, as a sign-in page is that was saved in place of the file. Export the users as CSV, JSON or LDIF.',
      { file },
    );
  }
}
