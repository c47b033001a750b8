import { cellValue } from '../email/white-space.ts';
import { PreflightError } from '../errors.ts';
import { MAP_KEYS, type MapKey } from '../model/input.ts';
import { ATTRIBUTES, type Attribute, type Side } from '../model/user.ts';
import { findNamed, headerKey } from './header.ts';
import { generic } from './profiles/generic.ts';
import type { Profile } from './profiles/profile.ts';
import type { RawTable } from './raw-table.ts';

/** What the user said of columns: header text, or `-` for *not sent*. */
export type UserMap = { readonly [key in MapKey]?: string };

/** Where each field of a user is read from. Indices into the header; -1 is nowhere. */
export interface Mapping {
  readonly columns: Readonly<Record<MapKey, number>>;
  /** Given and family name, where the name is put together of two columns. */
  readonly nameParts: readonly [number, number] | null;
  /** Every column that says whether a user is active, the one in `columns` first. */
  readonly statusColumns: readonly number[];
  /** Keys whose column the user named. */
  readonly named: ReadonlySet<MapKey>;
  /** Email attributes whose column the user did not name. */
  readonly assumed: readonly Attribute[];
  /** Columns that may be what is really sent. */
  readonly plausible: readonly number[];
}

/**
 * Finds the column of every field: the user's word first, then the profile's.
 *
 * @param pages - all inputs of the side: pages of one export are read alike
 * @throws PreflightError ERR_UNKNOWN_COLUMN for a column that is not there, ERR_NO_EMAIL_COLUMN where no email was found
 */
export function resolveMapping(
  table: RawTable,
  profile: Profile,
  map: UserMap,
  side: Side,
  pages: readonly RawTable[] = [table],
): Mapping {
  const finder = new ColumnFinder(table, pages);
  const columns = {} as Record<MapKey, number>;
  for (const key of MAP_KEYS) {
    const named = map[key];
    if (named === '-') columns[key] = -1;
    else if (named === undefined) columns[key] = finder.first(namesOf(profile, key));
    else columns[key] = findNamed(table, named, `--${side}-map ${key}`);
  }
  if (columns.sso < 0 && columns.scim < 0) throw noEmail(table, side);
  return {
    columns,
    nameParts: map.name === undefined ? finder.pair(profile.givenName, profile.familyName) : null,
    statusColumns: statusColumnsOf(columns.status, map.status === undefined, profile, finder),
    named: new Set(MAP_KEYS.filter((key) => map[key] !== undefined)),
    assumed: ATTRIBUTES.filter((attribute) => map[attribute] === undefined && columns[attribute] >= 0),
    plausible: finder.all(profile.plausible),
  };
}

/** The status column, and any other that has a say: of the profile's own names, or of the usual ones where it has none. */
function statusColumnsOf(first: number, isFound: boolean, profile: Profile, finder: ColumnFinder): number[] {
  if (first < 0) return [];
  if (!isFound) return [first];
  const own = finder.all(profile.columns.status ?? []);
  const found = own.includes(first) ? own : finder.all(namesOf(profile, 'status'));
  return [...new Set([first, ...found])];
}

/** The names that a profile knows; for anything but an email also the usual ones, for columns that were added to an export. */
function namesOf(profile: Profile, key: MapKey): readonly string[] {
  const own = profile.columns[key] ?? [];
  return key === 'sso' || key === 'scim' ? own : [...own, ...(generic.columns[key] ?? [])];
}

/** Finds columns by the usual names of what they hold. */
class ColumnFinder {
  readonly #pages: readonly RawTable[];
  readonly #keys: readonly string[];

  constructor(table: RawTable, pages: readonly RawTable[]) {
    const header = JSON.stringify(table.header);
    this.#pages = pages.filter((page) => page === table || JSON.stringify(page.header) === header);
    this.#keys = table.header.map(headerKey);
  }

  /** All columns of these names, in the order of the names. */
  all(names: readonly string[]): number[] {
    return names.flatMap((name) => this.#keys.flatMap((key, column) => (key === name ? [column] : [])));
  }

  /** The first column of these names in which anybody has a value, or else the first; -1 for none. */
  first(names: readonly string[]): number {
    const found = this.all(names);
    return found.find((column) => this.#hasValue(column)) ?? found[0] ?? -1;
  }

  pair(one: readonly string[], other: readonly string[]): [number, number] | null {
    const [a, b] = [this.first(one), this.first(other)];
    return a >= 0 && b >= 0 ? [a, b] : null;
  }

  #hasValue(column: number): boolean {
    return this.#pages.some(({ rows }) => rows.some((cells) => cellValue(cells[column]) !== null));
  }
}

function noEmail({ header, headerLine, file }: RawTable, side: Side): PreflightError {
  return new PreflightError(
    'ERR_NO_EMAIL_COLUMN',
    `No column of this file is known to hold the email that is sent. Say which: --${side}-map sso=COLUMN --${side}-map scim=COLUMN. ` +
      `Its columns are: ${header.map((text) => `"${text}"`).join(', ')}.`,
    { file, line: headerLine },
  );
}
