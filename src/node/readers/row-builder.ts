import { PreflightError } from '../../errors.ts';
import type { Rejection } from '../../model/input.ts';
import { MAX_CELLS, MAX_RECORDS, tooLarge } from './limits.ts';

/** A column to be: it gets its place in the header with the first record that is read and has it. */
export class Slot {
  readonly name: string;
  /** Index in the header, or -1. */
  column = -1;
  /** Number of the last record that had it, read or not. */
  record = 0;

  constructor(name: string) {
    this.name = name;
  }
}

/** The cells of a file whose records each name their own columns. */
export interface GrownTable {
  readonly header: readonly string[];
  /** Records name their own columns. */
  readonly headerLine: null;
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  readonly endLines: readonly number[];
  readonly rejections: readonly Rejection[];
  /** Letters beyond ASCII were written in ASCII: none was lost for want of them. */
  readonly escapedLetters: boolean;
  /** U+FFFD was written in ASCII. */
  readonly escapedReplacement: boolean;
}

/** Makes a table of records: its header is the union of their columns, in the order in which these first appear. */
export class RowBuilder {
  readonly rejections: Rejection[] = [];
  readonly #file: string;
  readonly #header: string[] = [];
  readonly #rows: string[][] = [];
  readonly #lines: number[] = [];
  readonly #endLines: number[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  /** Records so far, read and rejected. */
  get records(): number {
    return this.#rows.length + this.rejections.length;
  }

  /** @param values - one for each slot; a slot occurs once */
  add(slots: readonly Slot[], values: readonly string[], line: number, endLine: number): void {
    for (const slot of slots) if (slot.column < 0) slot.column = this.#header.push(slot.name) - 1;
    this.#checkRecords(line);
    this.#checkSize();
    const row = new Array<string>(this.#header.length).fill('');
    slots.forEach((slot, index) => {
      row[slot.column] = values[index] ?? '';
    });
    this.#rows.push(row);
    this.#lines.push(line);
    this.#endLines.push(endLine);
  }

  reject(line: number, endLine: number, reason: string): void {
    this.#checkRecords(line);
    this.rejections.push({ line, endLine, reason });
  }

  finish(escaped: Pick<GrownTable, 'escapedLetters' | 'escapedReplacement'>): GrownTable {
    const width = this.#header.length;
    return {
      header: this.#header,
      headerLine: null,
      rows: this.#rows.map((row) => padded(row, width)),
      lines: this.#lines,
      endLines: this.#endLines,
      rejections: this.rejections,
      escapedLetters: escaped.escapedLetters,
      escapedReplacement: escaped.escapedReplacement,
    };
  }

  #checkRecords(line: number): void {
    if (this.records < MAX_RECORDS) return;
    throw tooLarge(
      `This file has more than ${MAX_RECORDS.toLocaleString('en')} records. Export the users in several files, or those in scope alone.`,
      this.#file,
      line,
    );
  }

  #checkSize(): void {
    const records = this.#rows.length + 1;
    const columns = this.#header.length;
    if (records * columns <= MAX_CELLS) return;
    throw new PreflightError(
      'ERR_INPUT_HEADER',
      `The first ${records} records of this file have ${columns} different properties, such as "${this.#header[columns - 1]}": too many for a table. Export the users without it.`,
      { file: this.#file },
    );
  }
}

function padded(row: string[], width: number): string[] {
  return row.length === width ? row : row.concat(new Array<string>(width - row.length).fill(''));
}
