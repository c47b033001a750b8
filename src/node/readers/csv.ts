import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { type CsvError, parse } from 'csv-parse';
import { PreflightError } from '../../errors.ts';
import type { Rejection } from '../../model/input.ts';
import type { Dialect } from './dialect.ts';
import { PhysicalLines } from './physical-lines.ts';
import { isWellQuoted, swallowsRecord } from './quoting.ts';

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
  readonly #utf8: Buffer;
  readonly #delimiter: string;
  readonly #file: string;
  readonly #places: PhysicalLines;
  #header: string[] | null = null;
  #headerLine = 0;
  #end: number;

  constructor(utf8: Buffer, dialect: Dialect, file: string) {
    this.#utf8 = utf8;
    this.#delimiter = dialect.delimiter;
    this.#file = file;
    this.#places = new PhysicalLines(utf8, dialect.offset, dialect.lines + 1);
    this.#end = dialect.offset;
  }

  /** @param end - offset of the byte after the record and its line end */
  take(cells: string[], end: number): void {
    const { start, line, endLine } = this.#places.next(end);
    this.#end = end;
    const fault = this.#fault(cells, start, line, endLine);
    if (this.#header === null) {
      if (fault !== null) throw this.#headerError(line, fault);
      this.#header = cells;
      this.#headerLine = line;
    } else if (fault !== null) {
      this.#rejections.push({ line, endLine, reason: fault });
    } else {
      this.rows.push(cells);
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
      const record = this.#utf8.toString('utf8', start, this.#end);
      if (!isWellQuoted(record, this.#delimiter)) return 'a quote stands in the middle of a cell';
    }
    if (endLine > line && this.#header !== null && swallowsRecord(cells, this.#delimiter, this.#header.length)) {
      return 'a quoted cell holds what looks like another record: is a quote in the wrong place?';
    }
    return null;
  }

  #headerError(line: number, what: string): PreflightError {
    return new PreflightError('ERR_INPUT_HEADER', `The header cannot be read: ${what}.`, { file: this.#file, line });
  }
}

/** Feeds the parser chunk by chunk; resolves to whether the last record has an unclosed quote. */
async function parseRecords(
  utf8: Buffer,
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
    const chunk = utf8.subarray(at, at + CHUNK);
    if (!parser.write(chunk)) await Promise.race([once(parser, 'drain'), done]);
    onChunk(at + chunk.length);
  }
  parser.end();
  await done;
  return unclosed;
}

function onlyLineEnds(utf8: Buffer, from: number): boolean {
  for (let at = from; at < utf8.length; at += 1) if (utf8[at] !== 0x0a && utf8[at] !== 0x0d) return false;
  return true;
}
