import { headerKey, wholeKey } from '../loaders/header.ts';
import { layoutOf, PROFILE_IDS, profileById } from '../loaders/profiles/index.ts';
import type { Profile } from '../loaders/profiles/profile.ts';
import type { RawTable } from '../loaders/raw-table.ts';
import type { CloseProfile, Recognition } from './inspection.ts';

/** A format is close where it is not much that is missing. */
const MOST_MISSING = 2;
const CLOSE_SHOWN = 2;

/** Says by which headers a format was recognised, and which other formats came close. */
export function recognise({ header, format }: RawTable, profile: Profile): Recognition {
  const texts = new Map<string, string>();
  for (const text of header) {
    for (const key of [headerKey(text), wholeKey(text)]) if (!texts.has(key)) texts.set(key, text);
  }
  const found = (names: string) => names.split('|').find((name) => texts.has(name));
  const decidedBy = profile.detect.flatMap((names) => texts.get(found(names) ?? '') ?? []);
  const close = PROFILE_IDS.map(profileById)
    .filter((other) => other.id !== profile.id && other.detect.length > 0)
    .filter((other) => other.format === undefined || other.format === layoutOf(format))
    .map(
      (other): CloseProfile => ({
        id: other.id,
        found: other.detect.flatMap((names) => texts.get(found(names) ?? '') ?? []),
        missing: other.detect
          .filter((names) => found(names) === undefined)
          .map((names) => names.replaceAll('|', ' or ')),
      }),
    )
    .filter(({ missing, found: there }) => missing.length <= MOST_MISSING && there.length > missing.length)
    .sort((a, b) => a.missing.length - b.missing.length || b.found.length - a.found.length)
    .slice(0, CLOSE_SHOWN);
  return { id: profile.id, title: profile.title, decidedBy, close };
}
