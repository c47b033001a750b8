import { PreflightError } from '../errors.ts';
import { MAP_KEYS, type MapKey } from '../model/input.ts';
import { ATTRIBUTES, type Attribute, type Side } from '../model/user.ts';
import { findByKey, findNamed, headerKey } from './header.ts';
import type { Profile } from './profiles/profile.ts';

/** What the user said of columns: header text, or `-` for *not sent*. */
export type UserMap = { readonly [key in MapKey]?: string };

/** Where each field of a user is read from. Indices into the header; -1 is nowhere. */
export interface Mapping {
  readonly columns: Readonly<Record<MapKey, number>>;
  /** Given and family name, where the name is put together of two columns. */
  readonly nameParts: readonly [number, number] | null;
  /** Email attributes whose column the user did not name. */
  readonly assumed: readonly Attribute[];
  /** Columns that may be what is really sent. */
  readonly plausible: readonly number[];
}

/**
 * Finds the column of every field: the user's word first, then the profile's.
 *
 * @throws PreflightError ERR_UNKNOWN_COLUMN for a column that is not there, ERR_NO_EMAIL_COLUMN where no email was found
 */
export function resolveMapping(
  header: readonly string[],
  profile: Profile,
  map: UserMap,
  file: string,
  side: Side,
): Mapping {
  const columns = {} as Record<MapKey, number>;
  for (const key of MAP_KEYS) columns[key] = columnOf(key, header, profile, map[key], file, side);
  if (columns.sso < 0 && columns.scim < 0) {
    throw new PreflightError(
      'ERR_NO_EMAIL_COLUMN',
      `No column of this file is known to hold the email that is sent. Say which: --${side}-map sso=COLUMN --${side}-map scim=COLUMN. ` +
        `Its columns are: ${header.map((text) => `"${text}"`).join(', ')}.`,
      { file, line: 1 },
    );
  }
  return {
    columns,
    nameParts: map.name === undefined ? nameParts(header, profile) : null,
    assumed: ATTRIBUTES.filter((attribute) => map[attribute] === undefined && columns[attribute] >= 0),
    plausible: header.flatMap((text, index) => (profile.plausible.includes(headerKey(text)) ? [index] : [])),
  };
}

function columnOf(
  key: MapKey,
  header: readonly string[],
  profile: Profile,
  named: string | undefined,
  file: string,
  side: Side,
): number {
  if (named === '-') return -1;
  if (named !== undefined) return findNamed(header, named, file, `--${side}-map ${key}`);
  return findByKey(header, profile.columns[key] ?? []);
}

function nameParts(header: readonly string[], profile: Profile): [number, number] | null {
  const given = findByKey(header, profile.givenName);
  const family = findByKey(header, profile.familyName);
  return given >= 0 && family >= 0 ? [given, family] : null;
}
