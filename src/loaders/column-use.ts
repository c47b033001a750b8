import { trimWhiteSpace } from '../email/white-space.ts';
import { type InputObservations, MAP_KEYS, type MapKey } from '../model/input.ts';
import { LISTS } from '../model/user.ts';
import { duplicateHeaders, headerKey } from './header.ts';
import type { Mapping } from './mapping.ts';

/** What each column is read as, none for one that nothing reads. */
export function keysByColumn(header: readonly string[], mapping: Mapping): MapKey[][] {
  const keys: MapKey[][] = header.map(() => []);
  for (const key of MAP_KEYS) {
    for (const column of new Set(columnsOf(mapping, key).flatMap((index) => mapping.source.from(index)))) {
      keys[column]?.push(key);
    }
  }
  for (const column of mapping.nameParts ?? []) keys[column]?.push('name');
  return keys;
}

/** Every column that a key is read from. */
function columnsOf({ columns, statusColumns, lists }: Mapping, key: MapKey): readonly number[] {
  if (key === 'status') return statusColumns;
  return key === 'groups' || key === 'aliases' ? lists[key] : [columns[key]];
}

/** What a report calls the column of each key. */
export function mappingTexts({ source, columns, nameParts, lists }: Mapping): Record<MapKey, string | null> {
  const texts = {} as Record<MapKey, string | null>;
  for (const key of MAP_KEYS) texts[key] = source.text(columns[key]);
  const joined = (parts: readonly number[]) => parts.map((column) => source.text(column)).join(' + ');
  if (nameParts !== null) texts.name = joined(nameParts);
  for (const key of LISTS) if (lists[key].length > 0) texts[key] = joined(lists[key]);
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
    return found
      .flatMap((index) => mapping.source.from(index))
      .flatMap((column) => {
        const count = present.filter((other) => other === present[column]).length;
        return count > 1 ? [{ column: trimWhiteSpace(header[column] ?? ''), count, mappedTo: key }] : [];
      });
  });
}
