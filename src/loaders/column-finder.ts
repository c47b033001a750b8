import { cellValue, trimWhiteSpace } from '../email/white-space.ts';
import type { Columns, DerivedColumn } from './columns.ts';
import { isLossy } from './damage.ts';
import { entriesColumn } from './entries.ts';
import { findNamed, headerKey } from './header.ts';
import type { ColumnName, Profile } from './profiles/profile.ts';
import { PROXY_ADDRESSES, primaryAddresses } from './proxy-addresses.ts';
import type { RawTable } from './raw-table.ts';

/** Finds columns by the usual names of what they hold. */
export class ColumnFinder {
  readonly #table: RawTable;
  readonly #columns: Columns;
  readonly #entries: NonNullable<Profile['entries']>;
  readonly #pages: readonly RawTable[];
  readonly #keys: readonly string[];

  constructor(table: RawTable, columns: Columns, profile: Profile, pages: readonly RawTable[]) {
    const header = JSON.stringify(table.header);
    this.#table = table;
    this.#columns = columns;
    this.#entries = profile.entries ?? {};
    this.#pages = pages.filter((page) => page === table || JSON.stringify(page.header) === header);
    this.#keys = keysOf(table, profile, this.#pages);
  }

  /** All columns of these names, in the order of the names. */
  all(names: readonly ColumnName[]): number[] {
    return names.flatMap((name) => this.#named(name));
  }

  /** The first column of these names in which anybody has a value, or else the first; -1 for none. */
  first(names: readonly ColumnName[]): number {
    const found = this.all(names);
    return found.find((column) => this.#hasValue(column)) ?? found[0] ?? -1;
  }

  /** The key of a column of the header. */
  keyOf(column: number): string {
    return this.#keys[column] ?? '';
  }

  pair(one: readonly ColumnName[], other: readonly ColumnName[]): [number, number] | null {
    const [a, b] = [this.first(one), this.first(other)];
    return a >= 0 && b >= 0 ? [a, b] : null;
  }

  /** All columns of these names that hold lists in which anybody has a value. */
  lists(names: readonly ColumnName[]): number[] {
    const found = names.filter((name) => !this.#isCount(name)).flatMap((name) => this.#named(name, true));
    return [...new Set(found)].filter((column) => this.#hasValue(column, true));
  }

  /**
   * The column that the user means: by the title of a derived one, which a report shows, or by header text.
   *
   * @throws PreflightError ERR_UNKNOWN_COLUMN
   */
  meant(text: string, flag: string): number {
    const derived = this.#columns.titled(trimWhiteSpace(text));
    return derived < 0 ? findNamed(this.#table, text, flag) : derived;
  }

  /** The column as it holds one address: of a list of proxy addresses the primary one, whose `SMTP:` is in capitals. */
  address(column: number): number {
    if (this.#keys[column] !== PROXY_ADDRESSES) return column;
    const columns = this.#columns;
    return columns.derive({
      text: `${columns.text(column)} (primary, SMTP:)`,
      from: [column],
      values: (cells) => primaryAddresses(columns.values(cells, column).join(';')),
    });
  }

  #named(name: ColumnName, isList = false): number[] {
    if (name.includes('#')) {
      return this.#derived(entriesColumn(this.#columns, this.#keys, name, this.#entries[name], isList));
    }
    if (name.includes('|')) return this.#firstOf(name.split('|'));
    return this.#keys.flatMap((key, column) => (key === name ? [column] : []));
  }

  /** For each record, the first of these columns that has a value. */
  #firstOf(names: readonly string[]): number[] {
    const columns = this.#columns;
    const found = names.flatMap((name) => this.#named(name).slice(0, 1)).map((column) => this.address(column));
    if (found.length < 2) return found;
    return this.#derived({
      text: found.map((column) => columns.text(column)).join(', else '),
      from: found.flatMap((column) => columns.from(column)),
      values: (cells) => {
        for (const column of found) {
          const values = columns.values(cells, column).filter((value) => !isLossy(value, false));
          if (values.length > 0) return values;
        }
        return NONE;
      },
    });
  }

  #derived(column: DerivedColumn | null): number[] {
    return column === null ? [] : [this.#columns.derive(column)];
  }

  /** GAM numbers the columns of a list from 0 on, and puts its length in the column without a number. */
  #isCount(name: ColumnName): boolean {
    return this.#keys.some((key) => key.startsWith(`${name}0`));
  }

  #hasValue(column: number, isWhole = false): boolean {
    return this.#pages.some(({ rows }) =>
      rows.some((cells) => {
        const value = cellValue(this.#columns.value(cells, column));
        return value !== null && !(isWhole && isLossy(value, false));
      }),
    );
  }
}

const NONE: readonly string[] = [];
/** The primary entry of a list of proxy addresses, with another one behind it or not. */
const PRIMARY_ENTRY = /(?:^|\+)SMTP:[^@\s]+@/;

/** The keys of a header as the profile knows them. */
function keysOf(
  { header }: RawTable,
  { otherNames = {}, findsProxyAddresses }: Profile,
  pages: readonly RawTable[],
): string[] {
  const keys = header.map((text) => {
    const key = headerKey(text);
    return Object.hasOwn(otherNames, key) ? (otherNames[key] ?? key) : key;
  });
  if (findsProxyAddresses !== true || keys.includes(PROXY_ADDRESSES)) return keys;
  const found = keys.findIndex((_, column) =>
    pages.some(({ rows }) => rows.some((cells) => PRIMARY_ENTRY.test(cells[column] ?? ''))),
  );
  return keys.map((key, column) => (column === found ? PROXY_ADDRESSES : key));
}
