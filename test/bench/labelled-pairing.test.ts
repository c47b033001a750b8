import { describe, expect, test } from 'vitest';
import { fakeAll, fakeOneEach, febrl } from '../../bench/labelled-data.ts';
import { describeMeasurement, measure } from '../../bench/labelled-pairing.ts';

// Invented, in the columns of the public data sets; those are measured in docs/pairing.md.
const FAKE = `unique_id,first_name,surname,dob,city,email,cluster
0,Anna ,Rossi,1990-01-01,Leeds,anna@example.com,0
1,Anna ,Rosi,1990-01-01,Leeds,typo@example.com,0
2,Anna ,Rossi,1990-01-01,,anna@example.com,0
3,Ben,Okafor,1991-01-01,York,ben@example.com,1
4,Ben,Okafor,1991-01-01,York,ben@example.org,1
5,Carla,Lind,1992-01-01,York,carla@example.com,2
6,Lind,Carla,1992-01-01,York,cara@example.com,2
7,Dan,Moe,1993-01-01,York,dan@example.com,3
8,Eve,Noor,1994-01-01,York,eve@example.com,4
9,Finn,Berg,1995-01-01,York,finn@example.com,5
10,Zoe,Amari,1995-01-01,York,finn@example.com,5
`;

const COLUMNS =
  'rec_id, given_name, surname, street_number, address_1, address_2, suburb, postcode, state, date_of_birth, soc_sec_id';
const ORIGINALS = `${COLUMNS}
rec-0-org, anna, rossi, 1, , , , , , , 1000001
rec-1-org, ben, o'kafor, 2, , , , , , , 1000002
rec-2-org, carla, lind, 3, , , , , , , 1000003
rec-3-org, dan, moe, 4, , , , , , , 1000004
rec-4-org, dann, moe, 5, , , , , , , 1000005
rec-5-org, eve, , 6, , , , , , , 1000006
`;
const DUPLICATES = `${COLUMNS}
rec-3-dup-0, dan, m0e, 4, , , , , , , 1000004
rec-4-dup-0, dan, moe, 5, , , , , , , 1000005
rec-2-dup-0, carla, lind, 3, , , , , , , 1000033
rec-0-dup-0, anna, rosi, 1, , , , , , , 1000001
rec-1-dup-0, ben, okafor, 2, , , , , , , 1000002
rec-5-dup-0, , noor, 6, , , , , , , 1000006
`;

/** The labels and addresses of a side. */
function addresses(side: readonly { label: string; user: { sso?: string | null | undefined } }[]): string[] {
  return side.map(({ label, user }) => `${label} ${user.sso}`);
}

describe('the sides', () => {
  test('of one record each are the first and the last; who has one is on either side in turn', () => {
    const sides = fakeOneEach(FAKE);
    expect(addresses(sides.old)).toEqual([
      '0 anna@example.com',
      '1 ben@example.com',
      '2 carla@example.com',
      '3 dan@example.com',
      '5 finn@example.com',
    ]);
    expect(addresses(sides.new)).toEqual([
      '0 anna@example.com',
      '1 ben@example.org',
      '2 cara@example.com',
      '4 eve@example.com',
      '5 finn@example.com',
    ]);
  });

  test('of all records take turns', () => {
    const sides = fakeAll(FAKE);
    expect(addresses(sides.old).slice(0, 3)).toEqual(['0 anna@example.com', '0 anna@example.com', '1 ben@example.com']);
    expect(addresses(sides.new).slice(0, 2)).toEqual(['0 typo@example.com', '1 ben@example.org']);
    expect([sides.old.length, sides.new.length]).toEqual([7, 4]);
  });

  test('of FEBRL have an address made of the name, and an id only if asked', () => {
    const sides = febrl(ORIGINALS, DUPLICATES, { withId: true });
    expect(sides.old[1]).toEqual({
      label: '1',
      user: {
        sso: 'ben.okafor@example.com',
        scim: 'ben.okafor@example.com',
        name: "ben o'kafor",
        ids: { 'employee-id': '1000002' },
      },
    });
    expect(sides.old[5]?.user.sso).toBe('eve@example.com');
    expect(sides.new[5]?.user.name).toBe('noor');
    expect(febrl(ORIGINALS, DUPLICATES, {}).old[1]?.user.ids).toEqual({});
  });

  test('of FEBRL have a number in the address or another domain on the new side, if asked', () => {
    const numbered = febrl(ORIGINALS, DUPLICATES, { withNumberInAddress: true });
    expect(numbered.old[1]?.user.sso).toBe('ben.okafor.1000002@example.com');
    const moved = febrl(ORIGINALS, DUPLICATES, { newDomain: 'example.net' });
    expect([moved.old[0]?.user.sso, moved.new[4]?.user.sso]).toEqual([
      'anna.rossi@example.com',
      'ben.okafor@example.net',
    ]);
  });
});

describe('the measurement', () => {
  test('of one record each', () => {
    const { tiers, ...rest } = measure(fakeOneEach(FAKE));
    // Anna by her address; Finn's address has gone to Zoe, who the labels say is Finn: a human is asked.
    expect(tiers.get('email-exact')).toEqual({ settled: { true: 1, false: 0 }, asked: { true: 1, false: 0 } });
    // Ben at another domain, which a human is asked about, too. Carla has another local part: missed.
    expect(tiers.get('local-part-and-name')).toEqual({ settled: { true: 0, false: 0 }, asked: { true: 1, false: 0 } });
    expect(tiers.size).toBe(2);
    expect(rest).toEqual({
      users: { old: 5, new: 5 },
      onBothSides: 4,
      ambiguous: { old: 0, withTheRightOne: 0 },
      missed: 1,
      falsePairs: [],
    });
  });

  test('with ids: nobody is mistaken for a namesake, and who has a damaged id is missed', () => {
    const { tiers, missed, falsePairs } = measure(febrl(ORIGINALS, DUPLICATES, { withId: true }));
    expect([...tiers]).toEqual([['employee-id', { settled: { true: 5, false: 0 }, asked: { true: 0, false: 0 } }]]);
    expect(missed).toBe(1);
    expect(falsePairs).toEqual([]);
  });

  test('without ids: two namesakes whose addresses are made of their names are a false pair, and counted as one', () => {
    const sides = febrl(ORIGINALS, DUPLICATES, {});
    const { tiers, missed, falsePairs } = measure(sides);
    // Ben and Carla; the old Dan Moe and the new one are two people.
    expect([...tiers]).toEqual([['email-exact', { settled: { true: 2, false: 1 }, asked: { true: 0, false: 0 } }]]);
    expect(falsePairs).toEqual([{ tier: 'email-exact', old: sides.old[3], new: sides.new[1] }]);
    // Anna, Eve and the old Dann.
    expect(missed).toBe(3);
  });

  test('counts the ambiguous, and whether the right one is among the candidates', () => {
    const twice = FAKE.replace('typo@', 'anna@').replace('dan@', 'eve@');
    const { ambiguous, missed } = measure(fakeAll(twice));
    // Both old Annas fit the new one. Dan and Eve are two people with one address, both on the old side.
    expect(ambiguous).toEqual({ old: 2, withTheRightOne: 2 });
    expect(missed).toBe(1);
  });

  test('is a table by tier, in their order', () => {
    const page = describeMeasurement(measure(fakeOneEach(FAKE)), ['employee-id', 'email-exact', 'local-part-and-name']);
    expect(page.split('\n')).toEqual([
      '5 old and 5 new users; 4 of the old ones have a record on the new side.',
      '',
      '| tier | pairs | true | **false** | left to a human, true | left to a human, false |',
      '|---|--:|--:|--:|--:|--:|',
      '| `email-exact` | 2 | 1 | 0 | 1 | 0 |',
      '| `local-part-and-name` | 1 | 0 | 0 | 1 | 0 |',
      '',
      'Ambiguous, left to a human: 0 old users, 0 of them with the right one among the candidates. Missed (not paired, nothing to choose from): 1.',
      '',
    ]);
  });
});
