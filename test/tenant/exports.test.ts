import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../architecture/sources.ts';
import { makeTenant } from './make.ts';
import { PROBLEM_LIST } from './problems.ts';
import { SORTS, type Sort } from './tenant.ts';

const FOLDER = join(ROOT, 'examples/tenant');
/** What a repository takes without complaint. */
const MOST_BYTES = 1_000_000;
const made = makeTenant();

describe('the exports', () => {
  it.each([...made.files])('%s is what the stories plant, byte for byte', (name, { text }) => {
    // They change by the same command as snapshots do, but at once, since other tests read them.
    if (expect.getState().snapshotState.snapshotUpdateState === 'all') writeFileSync(join(FOLDER, name), text);
    expect(readFileSync(join(FOLDER, name)).equals(Buffer.from(text))).toBe(true);
    expect(Buffer.byteLength(text)).toBeLessThan(MOST_BYTES);
  });

  it.each([...made.files])(
    '%s has nobody’s address but at domains that are reserved for documentation',
    (_, { text }) => {
      const domains = new Set([...text.matchAll(/@([^",\s\u200B]+)/g)].map(([, domain]) => domain));
      expect(
        [...domains].filter(
          (domain) => !/^(?:[a-z.]+\.)?example(?:\.(?:com|net|org)|\.onmicrosoft\.com)?$/i.test(domain ?? ''),
        ),
      ).toEqual([]);
    },
  );
});

describe('the 3,000', () => {
  const EXPECTED: Readonly<Record<Sort, number>> = {
    'real problem': 200,
    'out of scope': 150,
    ambiguous: 12,
    'name change': 5,
    takeover: 2,
    waiver: 10,
    'without the app': 700,
    leaver: 41,
    joiner: 12,
    keeps: 1868,
  };

  it('are as many, of each sort', () => {
    const counts = SORTS.map((sort) => [sort, made.everybody.filter((who) => who.sort === sort).length]);
    expect(Object.fromEntries(counts)).toEqual(EXPECTED);
    expect(made.everybody).toHaveLength(3000);
  });

  it('have every problem as often as the page says', () => {
    expect(PROBLEM_LIST.reduce((sum, { people }) => sum + people, 0)).toBe(EXPECTED['real problem']);
  });
});
