import { isAscii } from 'node:buffer';
import { createHash } from 'node:crypto';
import { trimWhiteSpace } from '../../email/white-space.ts';
import { PreflightError } from '../../errors.ts';
import { isEmailHeader } from '../../loaders/profiles/index.ts';
import type { RawTable } from '../../loaders/raw-table.ts';
import { nameOf, readBytes, type Source } from './bytes.ts';
import { type CsvTable, readCsv } from './csv.ts';
import { decode } from './decode.ts';
import { detectDialect } from './dialect.ts';

/** How far reading has come. */
export interface ReadProgress {
  readonly file: string;
  readonly records: number;
  readonly bytes: number;
  readonly totalBytes: number;
}

const HEAD = 8192;
/** Plainly an address, and not a name of a column with an address in it. */
const ADDRESS = /^[^\s@()<>,;"]+@[^\s@()<>,;"]+\.[^\s@()<>,;"]+$/u;

/**
 * Reads one input: bytes, text, cells.
 *
 * @param file - how the input is called in reports and errors; default: as given
 * @throws PreflightError ERR_INPUT_UNREADABLE, ERR_INPUT_BINARY, ERR_INPUT_EMPTY, ERR_INPUT_HEADER
 */
export async function readTable(
  source: Source,
  onProgress?: (progress: ReadProgress) => void,
  file = nameOf(source),
): Promise<RawTable> {
  const bytes = await readBytes(source);
  refuseKnownBinary(bytes, file);
  const { utf8, encoding, hasReplacement } = decode(bytes);
  if (utf8.subarray(0, HEAD).includes(0)) {
    throw new PreflightError('ERR_INPUT_BINARY', 'This is not a text file. Export the users as CSV.', { file });
  }
  refuseOtherText(utf8.toString('utf8', 0, 512), file);
  const dialect = detectDialect(utf8);
  const csv = await readCsv(utf8, dialect, file, (records, at) =>
    onProgress?.({ file, records, bytes: at, totalBytes: utf8.length }),
  );
  checkHeader(csv, file);
  return {
    file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    format: 'csv',
    encoding,
    delimiter: dialect.delimiter,
    isAscii: isAscii(utf8),
    hasReplacement,
    ...csv,
  };
}

function checkHeader({ header, headerLine: line, rows, rejections }: CsvTable, file: string): void {
  // An address, and no usual name of an email column beside it.
  const hasPerson = header.some((cell) => ADDRESS.test(trimWhiteSpace(cell)));
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

function refuseKnownBinary(bytes: Buffer, file: string): void {
  if (bytes.length === 0) throw new PreflightError('ERR_INPUT_EMPTY', 'This file is empty. Export it again.', { file });
  const start = bytes.toString('latin1', 0, 4);
  if (start === 'PK\u0003\u0004') {
    throw new PreflightError('ERR_INPUT_BINARY', 'This is a spreadsheet or a zip archive. Save it as CSV UTF-8.', {
      file,
    });
  }
  if (start.startsWith('\u001f\u008b')) {
    throw new PreflightError('ERR_INPUT_BINARY', 'This file is compressed. Unpack it first.', { file });
  }
}

/** Text that is plainly something else; as a table it would only have a strange header. */
function refuseOtherText(start: string, file: string): void {
  const text = trimWhiteSpace(start);
  if (/^(?:\{\s*"|\[\s*[{\]])/.test(text)) {
    throw new PreflightError('ERR_INPUT_BINARY', 'This is JSON, which is not read yet. Export the users as CSV.', {
      file,
    });
  }
  if (/^<(?:!doctype|html|\?xml)/i.test(text)) {
    throw new PreflightError(
      'ERR_INPUT_BINARY',
      'This is a web page or XML, as a sign-in page is that was saved in place of the file. Export the users as CSV.',
      { file },
    );
  }
}
