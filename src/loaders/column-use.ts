import { trimWhiteSpace } from '../email/white-space.ts';
import { type InputObservations, MAP_KEYS, type MapKey } from '../model/input.ts';
import { duplicateHeaders } from './header.ts';
import type { Mapping } from './mapping.ts';

/** What each column is read as; null where nothing reads it. A column that several keys read counts for the first. */
export function keysByColumn(header: readonly string[], mapping: Mapping): (MapKey | null)[] {
  const keys: (MapKey | null)[] = header.map(() => null);
  const set = (column: number, key: MapKey) => {
    if (column >= 0 && keys[column] === null) keys[column] = key;
  };
  for (const key of MAP_KEYS) set(mapping.columns[key], key);
  for (const column of mapping.nameParts ?? []) set(column, 'name');
  return keys;
}

/** Header text of the column of each key, as a report names it. */
export function mappingTexts(header: readonly string[], mapping: Mapping): Record<MapKey, string | null> {
  const texts = {} as Record<MapKey, string | null>;
  for (const key of MAP_KEYS) texts[key] = header[mapping.columns[key]] ?? null;
  if (mapping.nameParts !== null) texts.name = mapping.nameParts.map((column) => header[column]).join(' + ');
  return texts;
}

/** Headers that stand more than once, and what they are read as. */
export function repeatedColumns(
  header: readonly string[],
  keys: readonly (MapKey | null)[],
): InputObservations['duplicateHeaders'] {
  return [...duplicateHeaders(header)].map(([column, count]) => ({
    column,
    count,
    mappedTo: keys.find((key, index) => key !== null && trimWhiteSpace(header[index] ?? '') === column) ?? null,
  }));
}
