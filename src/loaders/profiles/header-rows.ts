import { headerKey, wholeKey } from '../header.ts';
import type { ColumnName, Profile } from './profile.ts';

/** The columns by which a profile knows each of the header rows of its format. */
export function headerRows({ detect, detectAlso = [] }: Profile): readonly (readonly ColumnName[])[] {
  return [detect, ...detectAlso];
}

/**
 * The text of each key that a header has: with and without a suffix such as `[Required]`, which tells Google's header
 * from any other, and as it is called in English.
 */
export function textsByKey(header: readonly string[], { otherNames = {} }: Profile): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const text of header) {
    const key = headerKey(text);
    for (const each of [key, wholeKey(text), Object.hasOwn(otherNames, key) ? otherNames[key] : undefined]) {
      if (each !== undefined && !texts.has(each)) texts.set(each, text);
    }
  }
  return texts;
}

/** The row of a profile of which every column is in a header, the longest of several; null for none. */
export function matchingRow(profile: Profile, texts: ReadonlyMap<string, string>): readonly ColumnName[] | null {
  let found: readonly ColumnName[] | null = null;
  for (const row of headerRows(profile)) {
    if (row.length <= (found?.length ?? -1)) continue;
    if (row.every((names) => names.split('|').some((key) => texts.has(key)))) found = row;
  }
  return found;
}
