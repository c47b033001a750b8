import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { readTable } from '../../../src/node/readers/read-table.ts';

const require = createRequire(import.meta.url);
/** The corpus of https://github.com/max-mapper/csv-spectrum, BSD-2-Clause: files, and what is in them as JSON. */
const CORPUS = dirname(require.resolve('csv-spectrum'));
const NAMES = readdirSync(join(CORPUS, 'csvs')).map((file) => file.replace(/\.csv$/, ''));
/** The JSON of this file has a number in its first column that is not the number in its CSV. */
const OTHER_NUMBER = 'location_coordinates';

async function recordsIn(name: string): Promise<Record<string, string>[]> {
  const { header, rows, rejections } = await readTable(join(CORPUS, 'csvs', `${name}.csv`));
  expect(rejections).toEqual([]);
  return rows.map((cells) => {
    expect(cells).toHaveLength(header.length);
    return Object.fromEntries(header.map((text, column) => [text, cells[column] ?? '']));
  });
}

const expected = (name: string): Record<string, string>[] =>
  [JSON.parse(readFileSync(join(CORPUS, 'json', `${name}.json`), 'utf8'))].flat();

test('the corpus is there', () => {
  expect(NAMES).toHaveLength(12);
  expect(NAMES).toContain(OTHER_NUMBER);
});

test.each(NAMES.filter((name) => name !== OTHER_NUMBER))('csv-spectrum: %s', async (name) => {
  expect(await recordsIn(name)).toEqual(expected(name));
});

test(`csv-spectrum: ${OTHER_NUMBER}, but for its first column`, async () => {
  const withoutFirst = (records: Record<string, string>[]) => records.map((record) => Object.entries(record).slice(1));
  const read = withoutFirst(await recordsIn(OTHER_NUMBER));
  expect(read[0]?.map(([column]) => column)).toEqual(['Location Coordinates', 'Cities', 'Counties']);
  expect(read).toEqual(withoutFirst(expected(OTHER_NUMBER)));
});
