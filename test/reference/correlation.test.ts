import { describe, expect, test } from 'vitest';
import { correlate, idKey, normalizedEmail } from './correlation.ts';
import { A, B, C, type Sketch, write } from './write.ts';

function pairing(old: Sketch[], next: Sketch[]) {
  const { pairs, ambiguous, unpaired, ignored } = correlate(write(old, next));
  return {
    pairs: pairs.map((p) => `${p.old.ref} ${p.new.ref} ${p.tier}${p.nameConflict ? ' conflict' : ''}`),
    ambiguous: [...ambiguous].sort(),
    unpaired: [...unpaired].sort(),
    ignored,
  };
}
const employee = (id: string) => ({ 'employee-id': id });

describe('ids', () => {
  test('compare without leading zeros, case and outer white space', () => {
    expect(idKey('employee-id', '00123')).toBe('123');
    expect(idKey('employee-id', ' 123\u00a0')).toBe('123');
    expect(idKey('external-id', 'AB-1 ')).toBe('ab-1');
    expect(idKey('external-id', '0x1')).toBe('0x1');
  });

  test('a placeholder, an address or nothing but zeros is no id', () => {
    for (const value of ['-', 'N/A', 'na', 'None', 'NULL', ' unknown ', 'tbd', '0', '0000', A, '  ']) {
      expect(idKey('employee-id', value), value).toBeNull();
    }
  });

  test('immutable ids compare by the bytes of the GUID', () => {
    const bytes = 'ff19966f868b11d0b42d00c04fc964ff';
    expect(idKey('immutable-id', '6f9619ff-8b86-d011-b42d-00c04fc964ff')).toBe(bytes);
    expect(idKey('immutable-id', '{6F9619FF-8B86-D011-B42D-00C04FC964FF}')).toBe(bytes);
    expect(idKey('immutable-id', '/xmWb4aLEdC0LQDAT8lk/w==')).toBe(bytes);
    expect(idKey('immutable-id', ':: /xmWb4aLEdC0LQDAT8lk/w==')).toBe(bytes);
  });
});

describe('pairing', () => {
  test('ids go before addresses: a swap is seen', () => {
    const people = [{ ids: employee('007') }, { ids: employee('8') }];
    expect(
      pairing(
        [
          { mail: A, ...people[0] },
          { mail: B, ...people[1] },
        ],
        [
          { mail: B, ids: employee('7') },
          { mail: A, ids: employee('8') },
        ],
      ).pairs,
    ).toEqual(['old2 new2 employee-id', 'old3 new3 employee-id']);
  });

  test('the same address and differing ids are two people', () => {
    expect(pairing([{ mail: A, ids: employee('1') }], [{ mail: A, ids: employee('2') }])).toMatchObject({
      pairs: [],
      ambiguous: [],
      unpaired: ['new2', 'old2'],
    });
  });

  test('an id of one kind does not pair whom another kind tells apart', () => {
    expect(
      pairing(
        [{ mail: A, ids: { 'employee-id': '1', 'external-id': 'x' } }],
        [{ mail: B, ids: { 'employee-id': '1', 'external-id': 'y' } }],
      ).pairs,
    ).toEqual([]);
  });

  test('placeholders neither pair nor veto', () => {
    expect(
      pairing(
        [{ mail: A, ids: employee('n/a') }, { mail: B }],
        [
          { mail: A, ids: employee('5') },
          { mail: C, ids: employee('n/a') },
        ],
      ).pairs,
    ).toEqual(['old2 new2 email-exact']);
  });

  test('an id that two active users share is not used on either side', () => {
    const shared = employee('9');
    expect(
      pairing(
        [
          { mail: A, ids: shared },
          { mail: B, ids: shared },
        ],
        [
          { mail: C, ids: shared },
          { mail: B, ids: employee('4') },
        ],
      ),
    ).toMatchObject({ pairs: ['old3 new3 email-exact'], ambiguous: [], unpaired: ['new2', 'old2'] });
  });

  test('an id shared with an inactive user stays usable among the active', () => {
    const shared = employee('9');
    expect(
      pairing(
        [
          { mail: A, ids: shared, active: false },
          { mail: B, ids: shared },
        ],
        [{ mail: C, ids: shared }],
      ),
    ).toMatchObject({ pairs: ['old3 new2 employee-id'], unpaired: ['old2'] });
  });

  test('two candidates are never resolved by picking one', () => {
    expect(pairing([{ sso: A, scim: B }], [{ mail: A }, { mail: B }])).toMatchObject({
      pairs: [],
      ambiguous: ['new2', 'new3', 'old2'],
      unpaired: [],
    });
  });

  test('the ambiguous are not decided by a later tier', () => {
    const ids = employee('3');
    expect(
      pairing(
        [
          { mail: A, ids, active: false },
          { mail: B, ids, active: false },
        ],
        [{ mail: B, ids }],
      ),
    ).toMatchObject({
      pairs: [],
      ambiguous: ['new2', 'old2', 'old3'],
    });
  });

  test('an inactive user does not spoil a pair of two active ones', () => {
    expect(pairing([{ mail: A, active: false }, { mail: A }], [{ mail: A }])).toMatchObject({
      pairs: ['old3 new2 email-exact'],
      unpaired: ['old2'],
    });
  });

  test('the id of an inactive user against the address of an active one: a human decides', () => {
    expect(
      pairing([{ mail: A, ids: employee('1') }], [{ mail: B, ids: employee('1'), active: false }, { mail: A }])
        .ambiguous,
    ).toEqual(['new2', 'new3', 'old2']);
    expect(
      pairing([{ mail: B, ids: employee('1'), active: false }, { mail: A }], [{ mail: A, ids: employee('1') }])
        .ambiguous,
    ).toEqual(['new2', 'old2', 'old3']);
    // Unless an id says that the holder of the address is somebody else.
    expect(
      pairing(
        [{ mail: A, ids: employee('1') }],
        [
          { mail: B, ids: employee('1'), active: false },
          { mail: A, ids: employee('2') },
        ],
      ).pairs,
    ).toEqual(['old2 new2 employee-id']);
  });

  test('a kind that disagrees for most of five is ignored, of four it is believed', () => {
    const side = (n: number, id: string): Sketch[] =>
      Array.from({ length: n }, (_, i) => ({
        mail: `u${i}@example.com`,
        ids: { 'external-id': `${id}${i}` },
      }));
    expect(pairing(side(5, 'x'), side(5, 'y'))).toMatchObject({ ignored: ['external-id'], unpaired: [] });
    expect(pairing(side(4, 'x'), side(4, 'y'))).toMatchObject({ ignored: [], pairs: [] });
    // Half is enough.
    const half = side(6, 'x').map((user, i) => (i < 3 ? { ...user, ids: { 'external-id': `y${i}` } } : user));
    expect(pairing(side(6, 'x'), half)).toMatchObject({ ignored: [] });
  });

  test('addresses in another guise pair last', () => {
    expect(normalizedEmail(' <Jose\u0301@EXAMPLE.com>\u200b')).toBe('josé@example.com');
    expect(
      pairing([{ mail: A }, { mail: 'A@example.com' }], [{ mail: 'mailto:a@example.com' }, { mail: A }]),
    ).toMatchObject({
      pairs: ['old2 new3 email-exact', 'old3 new2 email-normalized'],
    });
  });
});

describe('name conflicts', () => {
  const conflict = (old: Sketch[], next: Sketch[]) =>
    pairing(old, next).pairs.filter((pair) => pair.endsWith('conflict'));

  test('no part of the name agrees', () => {
    expect(conflict([{ mail: A, name: 'Ann Lee' }], [{ mail: A, name: 'Bo Ng' }])).toHaveLength(1);
    expect(conflict([{ mail: A, name: 'Ann Lee', active: false }], [{ mail: A, name: 'Bo Ng' }])).toHaveLength(1);
    expect(conflict([{ mail: A, name: 'Ann Lee' }], [{ mail: A, name: 'Bo Ng', active: false }])).toEqual([]);
  });

  test('marks, order, case and another script are no conflict', () => {
    expect(conflict([{ mail: A, name: 'Zoë Lee' }], [{ mail: A, name: 'LEE, Zoe' }])).toEqual([]);
    expect(conflict([{ mail: A, name: 'Ann Lee' }], [{ mail: A, name: 'Анна Ли' }])).toEqual([]);
    expect(conflict([{ mail: A, name: 'Ann Lee' }], [{ mail: A, name: 'Ann Baker' }])).toEqual([]);
    expect(conflict([{ mail: A, name: 'Ann Lee' }], [{ mail: A, name: null }])).toEqual([]);
  });

  test('a part agrees, and the name is that of somebody else there', () => {
    expect(
      conflict(
        [{ mail: A, name: 'Ann Lee' }],
        [
          { mail: A, name: 'Bo Lee' },
          { mail: B, name: 'Ann Lee' },
        ],
      ),
    ).toHaveLength(1);
    expect(
      conflict(
        [
          { mail: A, name: 'Ann Lee' },
          { mail: B, name: 'Bo Lee' },
        ],
        [{ mail: A, name: 'Bo Lee' }],
      ),
    ).toHaveLength(1);
    expect(
      conflict(
        [{ mail: A, name: 'Ann Lee' }],
        [
          { mail: A, name: 'Bo Lee' },
          { mail: B, name: 'Ann Lee', active: false },
        ],
      ),
    ).toEqual([]);
  });

  test('an id answers for the name', () => {
    expect(
      conflict([{ mail: A, name: 'Ann Lee', ids: employee('1') }], [{ mail: A, name: 'Bo Ng', ids: employee('1') }]),
    ).toEqual([]);
  });
});
