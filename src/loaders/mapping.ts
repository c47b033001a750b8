import { PreflightError } from '../errors.ts';
import { APP_MAP_KEYS, type AppMapKey, MAP_KEYS, type MapKey } from '../model/input.ts';
import { ATTRIBUTES, type Attribute, LISTS, type Side, type UserList } from '../model/user.ts';
import { unknownWord } from '../nearest.ts';
import { ColumnFinder } from './column-finder.ts';
import { Columns } from './columns.ts';
import { noEmail } from './no-email.ts';
import { APP_COLUMNS, generic } from './profiles/generic.ts';
import type { ColumnName, Profile } from './profiles/profile.ts';
import type { RawTable } from './raw-table.ts';

/** What the user said of columns: header text, or `-` for *not sent*. */
export type UserMap = { readonly [key in MapKey]?: string };
/** What the user said of the columns of the service provider's own list. */
export type AppMap = { readonly [key in AppMapKey]?: string };

/** Where each field of a user is read from. Indices into `source`; -1 is nowhere. */
export interface Mapping {
  readonly source: Columns;
  /** The first column of those fields that have several. */
  readonly columns: Readonly<Record<MapKey, number>>;
  /** Given and family name, where the name is put together of two columns. */
  readonly nameParts: readonly [number, number] | null;
  /** Every column that says whether a user is active, the one in `columns` first. */
  readonly statusColumns: readonly number[];
  /** Those of them in which a word that is not known leaves the status unknown. */
  readonly heededStatuses: ReadonlySet<number>;
  /** Every column that holds a list, those in `columns` first. */
  readonly lists: Readonly<Record<UserList, readonly number[]>>;
  /** Keys whose column the user named. */
  readonly named: ReadonlySet<MapKey>;
  /** Email attributes whose column the user did not name. */
  readonly assumed: readonly Attribute[];
  /** Columns that may be what is really sent. */
  readonly plausible: readonly number[];
  /** What to export instead where an email is taken from a column that stands in for it, by that column. */
  readonly standIns: ReadonlyMap<number, string>;
}

/**
 * Finds the column of every field: the user's word first, then the profile's.
 *
 * @param pages - all inputs of the side: pages of one export are read alike
 * @throws PreflightError ERR_UNKNOWN_COLUMN for a column that is not there, ERR_NO_EMAIL_COLUMN where no email was found,
 *   ERR_USAGE for a key that the side has not
 */
export function resolveMapping(
  table: RawTable,
  profile: Profile,
  map: UserMap | AppMap,
  side: Side,
  pages: readonly RawTable[] = [table],
): Mapping {
  const source = new Columns(table);
  const finder = new ColumnFinder(table, source, profile, pages);
  const said = sayingsOf(map, side);
  // Before anything the user named: a report calls derived columns by titles, which may be named in turn.
  finder.all([...(profile.columns.sso ?? []), ...(profile.columns.scim ?? [])]);
  const plausible = finder.all(profile.plausible).map((column) => finder.address(column));
  const columns = {} as Record<MapKey, number>;
  const lists = {} as Record<UserList, readonly number[]>;
  for (const key of MAP_KEYS) {
    const found = columnsOf(key, said.get(key), namesOf(profile, key, side), finder, side);
    columns[key] = found[0] ?? -1;
    if (isList(key)) lists[key] = found;
  }
  if (columns.sso < 0 && columns.scim < 0) throw noEmail(table, profile, side, isUnsent(said, side));
  const isFound = (key: MapKey) => !said.has(key);
  const statuses = statusColumnsOf(columns.status, isFound('status'), profile, side, finder);
  return {
    source,
    columns,
    nameParts: isFound('name') ? finder.pair(profile.givenName, profile.familyName) : null,
    statusColumns: statuses.columns,
    heededStatuses: statuses.heeded,
    lists,
    named: new Set(said.keys()),
    assumed: ATTRIBUTES.filter((attribute) => isFound(attribute) && columns[attribute] >= 0),
    plausible,
    standIns: standInsOf(profile, finder),
  };
}

function standInsOf({ standIn }: Profile, finder: ColumnFinder): Map<number, string> {
  if (standIn === undefined) return new Map();
  return new Map(finder.all(standIn.columns).map((column) => [finder.address(column), standIn.advice]));
}

/** What the user said of each key; the email of the service provider's list is read as `sso`. */
function sayingsOf(map: UserMap | AppMap, side: Side): Map<MapKey, string> {
  const keys: readonly string[] = side === 'app' ? APP_MAP_KEYS : MAP_KEYS;
  const said = new Map<MapKey, string>();
  for (const [key, column] of Object.entries(map)) {
    if (column === undefined) continue;
    if (!keys.includes(key)) {
      throw new PreflightError('ERR_USAGE', unknownWord(`key of --${side}-map`, key, keys));
    }
    said.set(key === 'email' ? 'sso' : (key as MapKey), column);
  }
  return said;
}

function columnsOf(
  key: MapKey,
  said: string | undefined,
  names: readonly ColumnName[],
  finder: ColumnFinder,
  side: Side,
): number[] {
  if (said === '-') return [];
  if (said === undefined && isList(key)) return finder.lists(names);
  const flag = `--${side}-map ${side === 'app' && key === 'sso' ? 'email' : key}`;
  const found = said === undefined ? finder.first(names) : finder.meant(said, flag);
  return found < 0 ? [] : [key === 'sso' || key === 'scim' ? finder.address(found) : found];
}

function isList(key: MapKey): key is UserList {
  return LISTS.some((list) => list === key);
}

/** Usual names of columns in which much stands that is no status: “Full-time”, “Accepted”. */
const ALSO_OTHERWISE: ReadonlySet<string> = new Set(['employmentstatus', 'userstate']);

/**
 * The status column, and any other that has a say: of the profile's own names, and of the usual ones, since columns are
 * added to exports. A word that is not known counts in the first, in the profile's own, and, where the profile knows
 * none, in those that hold nothing but a status.
 */
function statusColumnsOf(
  first: number,
  isFound: boolean,
  profile: Profile,
  side: Side,
  finder: ColumnFinder,
): { columns: readonly number[]; heeded: ReadonlySet<number> } {
  if (first < 0) return { columns: [], heeded: new Set() };
  if (!isFound) return { columns: [first], heeded: new Set([first]) };
  const isGeneric = profile.isUsual === true;
  const own = isGeneric ? [] : finder.all(profile.columns.status ?? []);
  const columns = [...new Set([first, ...own, ...finder.all(namesOf(profile, 'status', side))])];
  const plain = isGeneric ? columns.filter((column) => !ALSO_OTHERWISE.has(finder.keyOf(column))) : [];
  return { columns, heeded: new Set([first, ...own, ...plain]) };
}

/** The names that a profile knows; for anything but an email also the usual ones, for columns that were added to an export. */
function namesOf(profile: Profile, key: MapKey, side: Side): readonly ColumnName[] {
  const own = profile.columns[key] ?? [];
  if (profile.onlyOwn?.includes(key) === true) return own;
  const usual: Profile['columns'] = generic.columns;
  if (side !== 'app') return key === 'sso' || key === 'scim' ? own : [...own, ...(usual[key] ?? [])];
  if (key === 'sso') return profile.isUsual === true ? [...own, ...APP_COLUMNS.email] : own;
  if (key === 'status') return [...own, ...(usual.status ?? []), ...APP_COLUMNS.status];
  return key === 'name' ? [...own, ...(usual.name ?? [])] : [];
}

/** Whether the user said of every email that it is not sent. */
function isUnsent(said: ReadonlyMap<MapKey, string>, side: Side): boolean {
  return ATTRIBUTES.every((attribute) => said.get(attribute) === '-' || (side === 'app' && attribute === 'scim'));
}
