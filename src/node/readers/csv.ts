import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { type CsvError, parse } from 'csv-parse';
import { PreflightError } from '../../errors.ts';
import type { Rejection } from '../../model/input.ts';
import type { Dialect } from './dialect.ts';
import { MAX_CELLS, MAX_COLUMNS, MAX_ROW, sizeText, tooLarge } from './limits.ts';
import { shortened } from './long-cell.ts';
import { lineAt, PhysicalLines } from './physical-lines.ts';
import { isWellQuoted, swallowsRecord } from './quoting.ts';
import { pieces, type StoredBytes } from './stored-bytes.ts';

/** The cells of a CSV file. */
export interface CsvTable {
  readonly header: readonly string[];
  /** Physical line of the header. */
  readonly headerLine: number;
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  readonly endLines: readonly number[];
  readonly rejections: readonly Rejection[];
}

const CHUNK = 1 << 18;
const QUOTE = 0x22;

/**
 * Reads CSV as RFC 4180 has it, with any line ends and any number of cells; values are not trimmed or changed.
 * A record whose quoting is broken is rejected with its lines; an unclosed quote takes all lines that it swallows.
 *
 * @param utf8 - the decoded file
 * @param onProgress - told how many records were read up to which byte
 * @throws PreflightError ERR_INPUT_HEADER, ERR_INPUT_EMPTY
 */
export async function readCsv(
  utf8: StoredBytes,
  dialect: Dialect,
  file: string,
  onProgress: (records: number, bytes: number) => void,
): Promise<CsvTable> {
  const collector = new Collector(utf8, dialect, file);
  const unclosed = await parseRecords(utf8, dialect, collector, (bytes) => onProgress(collector.rows.length, bytes));
  return collector.finish(unclosed);
}

/** Takes records as they are parsed, and decides which of them can be believed. */
class Collector {
  readonly rows: string[][] = [];
  readonly #lines: number[] = [];
  readonly #endLines: number[] = [];
  readonly #rejections: Rejection[] = [];
  readonly #utf8: StoredBytes;
  readonly #delimiter: string;
  readonly #file: string;
  readonly #places: PhysicalLines;
  #header: string[] | null = null;
  #headerLine = 0;
  #cells = 0;
  #end: number;

  constructor(utf8: StoredBytes, dialect: Dialect, file: string) {
    this.#utf8 = utf8;
    this.#delimiter = dialect.delimiter;
    this.#file = file;
    this.#places = new PhysicalLines(utf8, dialect.offset, dialect.lines + 1);
    this.#end = dialect.offset;
  }

  /** Offset of the byte after the last record. */
  get end(): number {
    return this.#end;
  }

  /** @param end - offset of the byte after the record and its line end */
  take(cells: string[], end: number): void {
    const { start, line, endLine } = this.#places.next(end);
    this.#end = end;
    const fault = this.#fault(cells, start, line, endLine);
    if (this.#header === null) {
      if (fault !== null) throw this.#headerError(line, fault);
      if (cells.length > MAX_COLUMNS) throw this.#headerError(line, tooManyColumns(cells));
      this.#header = cells;
      this.#headerLine = line;
    } else if (fault !== null) {
      this.#rejections.push({ line, endLine, reason: fault });
    } else {
      this.#cells += cells.length;
      if (this.#cells > MAX_CELLS) throw this.#tooManyCells(line);
      this.rows.push(shortened(cells));
      this.#lines.push(line);
      this.#endLines.push(endLine);
    }
  }

  finish(unclosed: boolean): CsvTable {
    if (unclosed) {
      const { line, endLine } = this.#places.next(this.#utf8.length);
      if (this.#header === null) throw this.#headerError(line, 'a quote is not closed');
      this.#rejections.push({ line, endLine, reason: 'a quote is not closed' });
    } else if (!onlyLineEnds(this.#utf8, this.#end)) {
      const where = `at byte ${this.#end} of ${this.#utf8.length}`;
      throw new PreflightError('ERR_INTERNAL', `Reading stopped before the end, ${where}.`, { file: this.#file });
    }
    if (this.#header === null) {
      throw new PreflightError('ERR_INPUT_EMPTY', 'This file is empty. Export it again.', { file: this.#file });
    }
    return {
      header: this.#header,
      headerLine: this.#headerLine,
      rows: this.rows,
      lines: this.#lines,
      endLines: this.#endLines,
      rejections: this.#rejections,
    };
  }

  /**
   * What is wrong with a record's quotes, or null. Lenient parsing keeps the framing of the records after a stray
   * quote; what it made of the quote itself is not believed.
   */
  #fault(cells: readonly string[], start: number, line: number, endLine: number): string | null {
    if (cells.some((cell) => cell.includes('"'))) {
      const record = this.#utf8.read(start, this.#end).toString('utf8');
      if (!isWellQuoted(record, this.#delimiter)) return 'a quote stands in the middle of a cell';
    }
    if (cells.length > MAX_COLUMNS && this.#header !== null) return tooManyColumns(cells);
    if (endLine > line && this.#header !== null && swallowsRecord(cells, this.#delimiter, this.#header.length)) {
      return 'a quoted cell holds what looks like another record: is a quote in the wrong place?';
    }
    return null;
  }

  /** The record that begins after the last one read is larger than any may be. */
  tooLong(): PreflightError {
    const line = lineAt(this.#utf8, this.#end);
    return tooLarge(
      `The record that begins here is larger than ${sizeText(MAX_ROW)}, as none of a user is: a quote in the wrong place makes one of many. Export the users again, without what is that long.`,
      this.#file,
      line,
    );
  }

  #tooManyCells(line: number): PreflightError {
    return tooLarge(
      `Up to here this file has more than ${MAX_CELLS.toLocaleString('en')} cells: too many for a table. Export the users without the columns that are not needed.`,
      this.#file,
      line,
    );
  }

  #headerError(line: number, what: string): PreflightError {
    return new PreflightError('ERR_INPUT_HEADER', `The header cannot be read: ${what}.`, { file: this.#file, line });
  }
}

/** Feeds the parser chunk by chunk; resolves to whether the last record has an unclosed quote. */
async function parseRecords(
  utf8: StoredBytes,
  dialect: Dialect,
  collector: Collector,
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
      collector.take(cells, dialect.offset + context.bytes);
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
    const chunk = utf8.read(at, at + CHUNK);
    if (!parser.write(chunk)) await Promise.race([once(parser, 'drain'), done]);
    onChunk(at + chunk.length);
    if (at + chunk.length - collector.end <= MAX_ROW) continue;
    // The parser would go on to collect it, in more memory than there may be.
    parser.destroy();
    if (endsInQuotes(utf8, collector.end)) return true;
    throw collector.tooLong();
  }
  parser.end();
  await done;
  return unclosed;
}

function tooManyColumns(cells: readonly string[]): string {
  return `it has ${cells.length.toLocaleString('en')} cells, where at most ${MAX_COLUMNS.toLocaleString('en')} can be read`;
}

function onlyLineEnds(utf8: StoredBytes, from: number): boolean {
  for (const piece of pieces(utf8, from)) {
    for (const byte of piece) if (byte !== 0x0a && byte !== 0x0d) return false;
  }
  return true;
}

/** Whether a quote that opens from an offset on is never closed. */
function endsInQuotes(utf8: StoredBytes, from: number): boolean {
  let quotes = 0;
  for (const piece of pieces(utf8, from)) {
    for (let at = piece.indexOf(QUOTE); at >= 0; at = piece.indexOf(QUOTE, at + 1)) quotes += 1;
  }
  return quotes % 2 === 1;
}
