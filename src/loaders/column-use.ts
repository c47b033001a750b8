import { trimWhiteSpace } from '../email/white-space.ts';
import { type InputObservations, MAP_KEYS, type MapKey } from '../model/input.ts';
import { duplicateHeaders, headerKey } from './header.ts';
import type { Mapping } from './mapping.ts';

/** What each column is read as, none for one that nothing reads. */
export function keysByColumn(header: readonly string[], mapping: Mapping): MapKey[][] {
  const keys: MapKey[][] = header.map(() => []);
  for (const key of MAP_KEYS) keys[mapping.columns[key]]?.push(key);
  for (const column of mapping.nameParts ?? []) keys[column]?.push('name');
  for (const column of mapping.statusColumns) if (column !== mapping.columns.status) keys[column]?.push('status');
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
  mapping: Mapping,
  keys: readonly (readonly MapKey[])[],
): InputObservations['duplicateHeaders'] {
  const repeated = [...duplicateHeaders(header)].map(([column, count]) => ({
    column,
    count,
    mappedTo:
      keys.find((_, index) => trimWhiteSpace(header[index] ?? '') === column && keys[index]?.length)?.[0] ?? null,
  }));
  const known = new Set(repeated.map(({ column }) => column));
  return [...repeated, ...twins(header, mapping).filter(({ column }) => !known.has(column))];
}

/**
 * Columns that were found by the name of what they hold, while another has the same name but for case, space or
 * punctuation (“email”, “Email”): which of them is meant is a guess, unless the user named one.
 */
function twins(header: readonly string[], mapping: Mapping): InputObservations['duplicateHeaders'] {
  const present = header.map(headerKey);
  return MAP_KEYS.filter((key) => !mapping.named.has(key)).flatMap((key) => {
    const found = key === 'name' && mapping.nameParts !== null ? mapping.nameParts : [mapping.columns[key]];
    return found.flatMap((column) => {
      const count = present.filter((other) => other === present[column]).length;
      return count > 1 ? [{ column: trimWhiteSpace(header[column] ?? ''), count, mappedTo: key }] : [];
    });
  });
}
