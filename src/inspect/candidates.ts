import { headerKey } from '../loaders/header.ts';
import { isEmailHeader, PROFILE_IDS, profileById } from '../loaders/profiles/index.ts';
import type { MapKey } from '../model/input.ts';
import { ID_KINDS, type IdKind } from '../model/user.ts';
import { COLUMN_KINDS, type ColumnKind, type ValueShape } from './inspection.ts';
import { type Look, sampled, valuesOf } from './look.ts';
import { shapeOf } from './shapes.ts';

/** A column that could be an email or an id. */
export interface Candidate {
  /** Index into the columns of the mapping. */
  readonly column: number;
  readonly text: string;
  readonly kind: ColumnKind;
  readonly shape: ValueShape;
  readonly readAs: readonly MapKey[];
}

/** Most of the values have to have a shape before a column is said to have it. */
const MOST = 0.8;
/** An id or an address is nobody else's. */
const NEARLY_DISTINCT = 0.9;
/** With fewer values it cannot be told by them alone that they are ids. */
const ENOUGH = 5;
/** What is taken for an id by its values alone may be no more than this: an export of attributes has hundreds of numbers. */
const MOST_BY_VALUES = 8;
const READ_KEYS: readonly MapKey[] = ['sso', 'scim', 'username', 'aliases', ...ID_KINDS];
/** Distinct for everybody, as an id is, and none. */
const NO_ID_HEADER =
  /name$|phone|mobile|fax|tel(?:ephone|efon)?$|date|time|since|until|changed|created|updated|log(?:on|in)|usn|zip|post(?:al)?code|plz|version|password|url|link|photo|picture|street|strasse|address|adresse|birth|expires/;
/** What providers call the id that they issue. */
const OWN_ID_HEADER = /^(?:id|userid|objectid|azureobjectid|aadobjectid|externaluserid|sid|objectsid|directoryid)$/;
const OKTA_ID = /^00u[A-Za-z0-9]{9,}$/;
const SECURITY_ID = /^S-1-5-\d/;

/** Columns that could be an email or an id, by their headers and by their values: what is sent first, then other addresses, then ids. */
export function candidatesOf(look: Look): Candidate[] {
  const { mapping, table } = look;
  const few = sampled(look.rows);
  const read = [...Object.values(mapping.columns), ...mapping.lists.aliases, ...mapping.plausible];
  const derived = read.filter((column) => column >= table.header.length);
  // The list is told, and not each of the numbered columns that it stands in.
  const parts = new Set(mapping.lists.aliases.flatMap((list) => mapping.source.from(list)));
  const columns = [...table.header.keys()].filter((column) => read.includes(column) || !parts.has(column));
  const found = [...new Set([...columns, ...derived])].flatMap((column) => {
    const values = valuesOf(look, few, column, false).filter((value) => value !== null);
    return candidate(look, column, values);
  });
  const byValues = found.filter(({ kind, readAs }) => kind === 'id' && readAs.length === 0);
  const surplus = new Set(byValues.slice(MOST_BY_VALUES));
  return found.filter((each) => !surplus.has(each)).sort((a, b) => rank(a, look) - rank(b, look));
}

function candidate(look: Look, column: number, values: readonly string[]): Candidate[] {
  const { mapping } = look;
  const text = mapping.source.text(column) ?? '';
  const readAs = readAsOf(look, column);
  const shape = commonShape(values);
  const kind = kindOf(look, column, values, shape, readAs);
  // Of columns that nothing reads, one without a value says nothing.
  const isUseful = readAs.length > 0 || values.length > 0;
  return kind === null || !isUseful ? [] : [{ column, text, kind, shape, readAs }];
}

/** What a column is read as by itself: one that is a part of another is not. */
function readAsOf({ mapping }: Look, column: number): MapKey[] {
  const keys = READ_KEYS.filter((key) => mapping.columns[key] === column);
  const isFurtherList = !keys.includes('aliases') && mapping.lists.aliases.includes(column);
  return isFurtherList ? [...keys, 'aliases'] : keys;
}

function kindOf(
  look: Look,
  column: number,
  values: readonly string[],
  shape: ValueShape,
  readAs: readonly MapKey[],
): ColumnKind | null {
  if (readAs.includes('sso') || readAs.includes('scim')) return 'email';
  const id = ID_KINDS.find((kind) => readAs.includes(kind)) ?? idByHeader(look, column);
  if (id !== undefined) return id;
  if (readAs.includes('username')) return 'username';
  if (readAs.includes('aliases')) return 'aliases';
  const text = look.mapping.source.text(column) ?? '';
  const isDistinct = values.length > 0 && new Set(values).size >= values.length * NEARLY_DISTINCT;
  if (shape === 'address') {
    if (look.mapping.plausible.includes(column) || isEmailHeader(text)) return usernameOrEmail(text);
    return isDistinct ? 'email' : null;
  }
  if (isOwnId(text, values, shape)) return 'provider-id';
  if (isEmailHeader(text) && column < look.table.header.length) return usernameOrEmail(text);
  if (shape === 'other' || !isDistinct || values.length < ENOUGH || NO_ID_HEADER.test(headerKey(text))) return null;
  return isCounted(values) ? null : 'id';
}

/** The kind of id that a column has by its name, even where another column is read as that. */
function idByHeader({ profile, mapping }: Look, column: number): IdKind | undefined {
  const key = headerKey(mapping.source.text(column) ?? '');
  const usual = profileById('generic').columns;
  return ID_KINDS.find((kind) =>
    [...(profile.columns[kind] ?? []), ...(usual[kind] ?? [])].some((name) => name.split('|').includes(key)),
  );
}

function usernameOrEmail(text: string): ColumnKind {
  const key = headerKey(text);
  const isUsername = PROFILE_IDS.some((id) => profileById(id).columns.username?.includes(key));
  return isUsername || /login$|principal/.test(key) ? 'username' : 'email';
}

function isOwnId(text: string, values: readonly string[], shape: ValueShape): boolean {
  const are = (pattern: RegExp) => values.length > 0 && values.every((value) => pattern.test(value));
  if (are(OKTA_ID) || are(SECURITY_ID)) return true;
  return OWN_ID_HEADER.test(headerKey(text)) && (shape === 'guid' || shape === 'number' || shape === 'code');
}

/** Row numbers are no ids. */
function isCounted(values: readonly string[]): boolean {
  const first = Number(values[0]);
  return first <= 1 && values.every((value, index) => Number(value) === first + index);
}

function commonShape(values: readonly string[]): ValueShape {
  const counts = new Map<ValueShape, number>();
  for (const value of values) {
    const shape = shapeOf(value);
    counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  // HR numbers of a company that bought another one are of two kinds.
  const codes = (counts.get('code') ?? 0) + (counts.get('number') ?? 0);
  const [shape, most] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['other', 0];
  if (most >= values.length * MOST) return shape;
  return codes >= values.length * MOST ? 'code' : 'other';
}

/** What is sent, what could be sent, other addresses, ids that pair people, those that do not. */
function rank({ kind, readAs, column }: Candidate, { mapping }: Look): number {
  if (readAs.includes('sso') || readAs.includes('scim')) return 0;
  if (mapping.plausible.includes(column) && kind !== 'aliases') return 1;
  return 2 + ['username', 'email', 'aliases', ...COLUMN_KINDS.slice(3)].indexOf(kind);
}
