import { cellValue } from '../email/white-space.ts';
import type { ExclusionReason, MapKey, Rejection } from '../model/input.ts';
import { headerKey } from './header.ts';
import type { Mapping } from './mapping.ts';
import type { PeopleFilter } from './people-filter.ts';
import type { ColumnName } from './profiles/profile.ts';
import type { RawTable } from './raw-table.ts';
import type { RecordSet } from './record-set.ts';
import type { ScopeFilter } from './scope.ts';

/** Records that are left out for one reason. */
export interface ExcludedRecords {
  count: number;
  /** Where they start, each run of them by its first and last. */
  readonly lines: [first: number, last: number][];
}

/** Decides of each record whether it is read, and keeps count of those that are not. */
export class RecordSieve {
  readonly rejections: Rejection[];
  readonly excluded = new Map<ExclusionReason, ExcludedRecords>();
  readonly #table: RawTable;
  readonly #people: PeopleFilter;
  readonly #scope: ScopeFilter;
  readonly #records: Pick<RecordSet, 'add'>;
  /** The last column that something reads: a shorter record lacks a value. */
  readonly #lastRead: number;
  readonly #hintColumn: number;
  /** A column that differs between the records of one person; -1 for none. */
  readonly #recordForColumn: number;

  constructor(
    table: RawTable,
    mapping: Mapping,
    keys: readonly (readonly MapKey[])[],
    people: PeopleFilter,
    scope: ScopeFilter,
    records: Pick<RecordSet, 'add'>,
    recordFor?: ColumnName,
  ) {
    this.rejections = [...table.rejections];
    this.#table = table;
    this.#people = people;
    this.#scope = scope;
    this.#records = records;
    const lastMapped = keys.reduce((last, list, column) => (list.length === 0 ? last : column), -1);
    this.#lastRead = Math.max(lastMapped, scope.lastColumn);
    this.#recordForColumn =
      recordFor === undefined ? -1 : table.header.findIndex((text) => headerKey(text) === recordFor);
    this.#hintColumn =
      mapping.source.from(mapping.columns.sso >= 0 ? mapping.columns.sso : mapping.columns.scim)[0] ?? 0;
  }

  get excludedCount(): number {
    let sum = 0;
    for (const { count } of this.excluded.values()) sum += count;
    return sum;
  }

  passes(cells: readonly string[], index: number): boolean {
    const ragged = this.#raggedReason(cells);
    if (isBlank(cells)) {
      this.#exclude('empty-record', index);
      return false;
    }
    if (ragged !== null) {
      this.#reject(index, ragged);
      return false;
    }
    this.#scope.observe(cells);
    if (!this.#records.add(this.#comparable(cells), cells[this.#hintColumn] ?? '')) {
      this.#exclude('same-record-again', index);
    } else if (!this.#people.includes(cells)) this.#exclude('not-a-person', index);
    else if (!this.#scope.includes(cells)) this.#exclude('out-of-scope', index);
    else return true;
    return false;
  }

  /** Cells by which a record is the same as an earlier one. */
  #comparable(cells: readonly string[]): readonly string[] {
    return this.#recordForColumn < 0
      ? cells
      : cells.map((cell, column) => (column === this.#recordForColumn ? '' : cell));
  }

  #exclude(reason: ExclusionReason, index: number): void {
    const records = this.excluded.get(reason) ?? { count: 0, lines: [] };
    this.excluded.set(reason, records);
    const line = this.#table.lines[index] ?? 0;
    const last = records.lines.at(-1);
    if (last !== undefined && index > 0 && last[1] === this.#table.lines[index - 1]) last[1] = line;
    else records.lines.push([line, line]);
    records.count += 1;
  }

  #reject(index: number, reason: string): void {
    const line = this.#table.lines[index] ?? 0;
    this.rejections.push({ line, endLine: this.#table.endLines[index] ?? line, reason });
  }

  /** Why a record's number of cells makes it unreadable; null where it is read all the same. */
  #raggedReason(cells: readonly string[]): string | null {
    const width = this.#table.header.length;
    if (cells.length === width) return null;
    const hasSurplus = cells.length > width && cells.slice(width).some((cell) => cell !== '');
    const isMissing = cells.length <= this.#lastRead;
    if (!hasSurplus && !isMissing) return null;
    return `${cells.length} ${cells.length === 1 ? 'cell' : 'cells'} where the header has ${width}${isMissing ? ', and a column that is read is missing' : ''}`;
  }
}

/** Whether a record holds nothing: spaces, delimiters, the end mark of DOS. */
function isBlank(cells: readonly string[]): boolean {
  return (
    cells.every((cell) => cell === '' || cellValue(cell) === null) || (cells.length === 1 && cells[0] === '\u001a')
  );
}
