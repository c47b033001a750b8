import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerRows, matchingRow, textsByKey } from '../../src/loaders/profiles/header-rows.ts';
import { detectProfile, PROFILE_IDS, profileById } from '../../src/loaders/profiles/index.ts';
import type { Profile } from '../../src/loaders/profiles/profile.ts';
import { readTable } from '../../src/node/readers/read-table.ts';
import { ROOT } from '../architecture/sources.ts';
import { EXPORTED } from './exported/index.ts';
import { HEADER_ROWS } from './header-rows.ts';

const EXPORTS = join(ROOT, 'fixtures/exports');

/** Columns that organisations add, of names that no format knows. */
const ADDED = ['Shoe size', 'T-shirt', 'Kantine', 'cost_object', 'Badge No.', '備考', 'ext attr 14'];

/** The columns without which a header is not recognised: one for each that the profile asks for. */
function needed(header: readonly string[], profile: Profile): ReadonlySet<string> {
  const texts = textsByKey(header, profile);
  const row = matchingRow(profile, texts) ?? [];
  return new Set(
    row.map((names) => {
      const found = names.split('|').find((name) => texts.has(name));
      return texts.get(found ?? '') ?? '';
    }),
  );
}

/** A header as somebody else's export has it: in another order, without what is optional, with more, in other cases. */
function variants(header: readonly string[], profile: Profile): fc.Arbitrary<string[]> {
  const keep = needed(header, profile);
  return fc
    .tuple(
      fc.subarray([...header]),
      fc.subarray(ADDED),
      fc.constantFrom<(text: string) => string>(
        (text) => text,
        (text) => text.toUpperCase(),
        (text) => text.toLowerCase(),
        (text) => ` ${text}\u00A0`,
      ),
    )
    .map(([some, added, write]) => [...new Set([...keep, ...some]), ...added].map(write))
    .chain((columns) => fc.shuffledSubarray(columns, { minLength: columns.length, maxLength: columns.length }));
}

describe.each(EXPORTED)('$file', ({ file, format = 'csv' }) => {
  const id = dirname(file);

  it('is recognised in any order, without what is optional, with more columns, in any case', async () => {
    const { header } = await readTable(join(EXPORTS, file));
    const profile = profileById(id);
    fc.assert(
      fc.property(variants(header, profile), (columns) => {
        expect(detectProfile(columns, format).id).toBe(id);
      }),
    );
  });

  it('is taken for no other format, whatever the order of the registry', async () => {
    const { header } = await readTable(join(EXPORTS, file));
    const rowOf = (profile: Profile) =>
      profile.format !== undefined && profile.format !== format
        ? null
        : matchingRow(profile, textsByKey(header, profile));
    const own = rowOf(profileById(id))?.length ?? -1;
    const isOwnUsual = profileById(id).isUsual === true;
    for (const other of PROFILE_IDS.map(profileById)) {
      if (other.id === id) continue;
      const row = rowOf(other);
      if (other.isUsual === true && !isOwnUsual) continue;
      expect(row === null || (row.length < own && (other.isUsual === true) === isOwnUsual), other.id).toBe(true);
    }
  });
});

describe('header rows as they are documented, or were seen', () => {
  it.each(HEADER_ROWS)('$name: $profile', ({ profile, header, format = 'csv' }) => {
    expect(detectProfile(header, format).id).toBe(profile);
    expect(detectProfile([...header].reverse(), format).id).toBe(profile);
    expect(
      detectProfile(
        header.map((text) => text.toUpperCase()),
        format,
      ).id,
    ).toBe(profile);
  });

  it('are there for every format of a table', () => {
    const told = new Set(HEADER_ROWS.map(({ profile }) => profile));
    for (const { file, format = 'csv' } of EXPORTED) if (format === 'csv') expect(told).toContain(dirname(file));
  });
});

describe('usual columns', () => {
  const header = ['Username', 'First name', 'Last name', 'Email'];

  it('are nobody’s in particular: no provider is concluded', () => {
    const profile = detectProfile(header);
    expect(profile).toMatchObject({ id: 'okta-csv-directory', isUsual: true });
    expect(profile.provider).toBeUndefined();
  });

  it('give way to any format that has more to tell', () => {
    expect(detectProfile([...header, 'realname']).id).toBe('duo-import-csv');
    expect(detectProfile([...header, 'login']).id).toBe('okta-csv-import-template');
  });

  it('are read as those of any table: a column of what is really sent is not passed over', () => {
    const { columns } = profileById('generic');
    expect(detectProfile(header).columns).toEqual(columns);
  });
});

it('the columns that a format asks for are what it is recognised by', () => {
  for (const { header, profile, format = 'csv' } of HEADER_ROWS) {
    const asked = needed(header, profileById(profile));
    const others = header.filter((text) => !asked.has(text) && !asksFor(profileById(profile), text));
    if (profile !== 'generic') expect(detectProfile(others, format).id, profile).not.toBe(profile);
  }
});

function asksFor(profile: Profile, text: string): boolean {
  const keys = [...textsByKey([text], profile).keys()];
  return headerRows(profile).some((row) => row.some((names) => names.split('|').some((name) => keys.includes(name))));
}
