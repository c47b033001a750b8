import { cellValue } from '../email/white-space.ts';
import { splitList } from './list-cell.ts';
import type { RawTable } from './raw-table.ts';

export type Cells = readonly string[];

/** A column that no file has: it is made of some that are there. */
export interface DerivedColumn {
  /** What a report calls it. */
  readonly text: string;
  /** Columns of the header that it is made of. */
  readonly from: readonly number[];
  /** Its values in a record: equally good ones, in the order of the file. */
  readonly values: (cells: Cells) => readonly string[];
}

/** The columns of one table: those of its header by index, and behind them the derived ones. */
export class Columns {
  readonly header: readonly string[];
  readonly #width: number;
  readonly #hasLists: boolean;
  readonly #derived: DerivedColumn[] = [];

  constructor({ header, hasLists }: Pick<RawTable, 'header' | 'hasLists'>) {
    this.header = header;
    this.#width = header.length;
    this.#hasLists = hasLists === true;
  }

  /** Adds a derived column, unless it is there. */
  derive(column: DerivedColumn): number {
    const known = this.titled(column.text);
    return known < 0 ? this.#width + this.#derived.push(column) - 1 : known;
  }

  /** The derived column of this title; -1 for none. */
  titled(title: string): number {
    const found = this.#derived.findIndex(({ text }) => text === title);
    return found < 0 ? -1 : this.#width + found;
  }

  /** What a report calls a column; null for none. */
  text(column: number): string | null {
    return this.header[column] ?? this.#derivedAt(column)?.text ?? null;
  }

  /** Columns of the header that a column is made of. */
  from(column: number): readonly number[] {
    return this.#derivedAt(column)?.from ?? (column < 0 ? [] : [column]);
  }

  /** Whether a record may have several values there. */
  holdsSeveral(column: number): boolean {
    return this.#hasLists || column >= this.#width;
  }

  /** The one value of a record there, the first of several; empty for none. */
  value(cells: Cells, column: number): string {
    // Nowhere is a common place, and an index of -1 is slow to look up.
    if (column < 0) return '';
    return this.holdsSeveral(column) ? (this.values(cells, column)[0] ?? '') : (cells[column] ?? '');
  }

  /** All values of a record there; none that is empty or White_Space only. */
  values(cells: Cells, column: number): readonly string[] {
    const derived = this.#derivedAt(column);
    if (derived !== undefined) return derived.values(cells);
    const cell = cells[column] ?? '';
    return (this.#hasLists ? splitList(cell) : [cell]).filter((value) => cellValue(value) !== null);
  }

  #derivedAt(column: number): DerivedColumn | undefined {
    return column < this.#width ? undefined : this.#derived[column - this.#width];
  }
}
