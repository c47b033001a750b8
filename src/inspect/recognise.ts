import { headerRows, matchingRow, textsByKey } from '../loaders/profiles/header-rows.ts';
import { layoutOf, PROFILE_IDS, profileById } from '../loaders/profiles/index.ts';
import type { ColumnName, Profile } from '../loaders/profiles/profile.ts';
import type { RawTable } from '../loaders/raw-table.ts';
import type { CloseProfile, Recognition } from './inspection.ts';

/** A format is close where it is not much that is missing. */
const MOST_MISSING = 2;
const CLOSE_SHOWN = 2;

/** Says by which headers a format was recognised, and which other formats came close. */
export function recognise({ header, format }: RawTable, profile: Profile): Recognition {
  const texts = textsByKey(header, profile);
  const decidedBy = (matchingRow(profile, texts) ?? profile.detect).flatMap((names) => foundText(names, texts) ?? []);
  const close = PROFILE_IDS.map(profileById)
    .filter((other) => other.id !== profile.id && other.detect.length > 0)
    .filter((other) => other.format === undefined || other.format === layoutOf(format))
    .map((other) => closest(other, header))
    .filter(({ missing, found: there }) => missing.length <= MOST_MISSING && there.length > missing.length)
    .sort((a, b) => a.missing.length - b.missing.length || b.found.length - a.found.length)
    .slice(0, CLOSE_SHOWN);
  return { id: profile.id, title: profile.title, decidedBy, close };
}

/** What a header has and lacks of the row of a format that it lacks least of. */
function closest(profile: Profile, header: readonly string[]): CloseProfile {
  const texts = textsByKey(header, profile);
  const [first] = headerRows(profile)
    .map((row) => ({
      id: profile.id,
      found: row.flatMap((names) => foundText(names, texts) ?? []),
      missing: row
        .filter((names) => foundText(names, texts) === undefined)
        .map((names) => names.replaceAll('|', ' or ')),
    }))
    .sort((a, b) => a.missing.length - b.missing.length || b.found.length - a.found.length);
  return first ?? { id: profile.id, found: [], missing: [] };
}

function foundText(names: ColumnName, texts: ReadonlyMap<string, string>): string | undefined {
  return names
    .split('|')
    .map((name) => texts.get(name))
    .find((text) => text !== undefined);
}
