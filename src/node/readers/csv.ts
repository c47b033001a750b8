import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { type CsvError, parse } from 'csv-parse';
import { PreflightError } from '../../errors.ts';
import type { Rejection } from '../../model/input.ts';
import type { Dialect } from './dialect.ts';
import { PhysicalLines } from './physical-lines.ts';

/** The cells of a CSV file. */
export interface CsvTable {
  readonly header: readonly string[];
  readonly rows: string[][];
  readonly lines: number[];
  readonly endLines: number[];
  readonly rejections: Rejection[];
}

const CHUNK = 1 << 18;

/**
 * Reads CSV as RFC 4180 has it, with any line ends and any number of cells; values are not trimmed or changed.
 * A record whose quoting is broken is rejected with its lines; an unclosed quote takes all lines that it swallows.
 *
 * @param utf8 - the decoded file
 * @param onProgress - told how many records were read up to which byte
 * @throws PreflightError ERR_INPUT_HEADER, ERR_INPUT_EMPTY
 */
export async function readCsv(
  utf8: Buffer,
  dialect: Dialect,
  file: string,
  onProgress: (records: number, bytes: number) => void,
): Promise<CsvTable> {
  const lines = new PhysicalLines(utf8, dialect.offset, dialect.lines + 1);
  const isWellQuoted = quotingTest(dialect.delimiter);
  const table: { header: string[] | null } & Omit<CsvTable, 'header'> = {
    header: null,
    rows: [],
    lines: [],
    endLines: [],
    rejections: [],
  };
  let end = dialect.offset;

  const take = (cells: string[], recordEnd: number): void => {
    const { start, line, endLine } = lines.next(recordEnd);
    end = recordEnd;
    // Lenient parsing keeps the framing of the records after a stray quote; what it made of the quote is not trusted.
    const isBroken = cells.some((cell) => cell.includes('"')) && !isWellQuoted(utf8.toString('utf8', start, recordEnd));
    if (table.header === null) {
      if (isBroken)
        throw headerError(file, line, 'a quote in the header is not closed or stands in the middle of a cell');
      table.header = cells;
    } else if (isBroken) {
      table.rejections.push({ line, endLine, reason: 'a quote stands in the middle of a cell' });
    } else {
      table.rows.push(cells);
      table.lines.push(line);
      table.endLines.push(endLine);
    }
  };

  const unclosed = await parseRecords(utf8, dialect, take, (bytes) => onProgress(table.rows.length, bytes));
  if (unclosed) {
    const { line, endLine } = lines.next(utf8.length);
    if (table.header === null) throw headerError(file, line, 'a quote in it is not closed');
    table.rejections.push({ line, endLine, reason: 'a quote is not closed' });
  } else if (!onlyLineEnds(utf8, end)) {
    throw new PreflightError('ERR_INTERNAL', `Reading stopped before the end, at byte ${end} of ${utf8.length}.`, {
      file,
    });
  }
  const { header, ...rest } = table;
  if (header === null) throw new PreflightError('ERR_INPUT_EMPTY', 'This file is empty. Export it again.', { file });
  return { header, ...rest };
}

/** Feeds the parser chunk by chunk; resolves to whether the last record has an unclosed quote. */
async function parseRecords(
  utf8: Buffer,
  dialect: Dialect,
  take: (cells: string[], end: number) => void,
  onChunk: (bytes: number) => void,
): Promise<boolean> {
  let unclosed = false;
  const parser = parse({
    delimiter: dialect.delimiter,
    // Without all three, mixed line ends leave a CR in the last cell.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_record: (cells: string[], context) => {
      take(cells, dialect.offset + context.bytes);
      return null;
    },
  });
  parser.on('skip', (error: CsvError | undefined) => {
    if (error?.code === 'CSV_QUOTE_NOT_CLOSED') unclosed = true;
    else parser.destroy(error ?? new Error('a record was skipped'));
  });
  const done = finished(parser.resume());
  // A rejection is seen when `done` is awaited; until then it must not count as unhandled.
  done.catch(() => {});
  for (let at = dialect.offset; at < utf8.length && !parser.destroyed; at += CHUNK) {
    const chunk = utf8.subarray(at, at + CHUNK);
    if (!parser.write(chunk)) await Promise.race([once(parser, 'drain'), done]);
    onChunk(at + chunk.length);
  }
  parser.end();
  await done;
  return unclosed;
}

/** Makes the test of whether a record's quotes are where RFC 4180 allows them, or inside an unquoted cell. */
function quotingTest(delimiter: string): (record: string) => boolean {
  const separator = delimiter.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  const cell = `(?:"[^"]*(?:""[^"]*)*"|[^"${separator}\\r\\n][^${separator}\\r\\n]*|)`;
  const record = new RegExp(`^${cell}(?:${separator}${cell})*(?:\\r\\n|\\n|\\r)?$`);
  return (text) => record.test(text);
}

function onlyLineEnds(utf8: Buffer, from: number): boolean {
  for (let at = from; at < utf8.length; at += 1) if (utf8[at] !== 0x0a && utf8[at] !== 0x0d) return false;
  return true;
}

function headerError(file: string, line: number, what: string): PreflightError {
  return new PreflightError('ERR_INPUT_HEADER', `The header cannot be read: ${what}.`, { file, line });
}
