import { describe, expect, test } from 'vitest';
import { correlate } from './correlation.ts';
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
    expect(
      pairing([{ mail: A }, { mail: 'A@example.com' }], [{ mail: 'mailto:a@example.com' }, { mail: A }]),
    ).toMatchObject({
      pairs: ['old2 new3 email-exact', 'old3 new2 email-normalized'],
    });
  });
});

describe('aliases', () => {
  test('an address of one side that is an alias of the other pairs, in either direction and any spelling', () => {
    const alias = { pairs: ['old2 new2 alias'] };
    expect(pairing([{ mail: A }], [{ mail: B, aliases: [C, A] }])).toMatchObject(alias);
    expect(pairing([{ mail: A, aliases: [B] }], [{ mail: B }])).toMatchObject(alias);
    expect(pairing([{ sso: C, scim: A }], [{ mail: B, aliases: ['SMTP:A@Example.com'] }])).toMatchObject(alias);
  });

  test('two aliases do not meet', () => {
    expect(pairing([{ mail: A, aliases: [C] }], [{ mail: B, aliases: [C] }])).toMatchObject({
      pairs: [],
      ambiguous: [],
      unpaired: ['new2', 'old2'],
    });
  });

  test('an alias that two have is no answer', () => {
    expect(
      pairing(
        [{ mail: A }],
        [
          { mail: B, aliases: [A] },
          { mail: C, aliases: [A] },
        ],
      ),
    ).toMatchObject({ pairs: [], ambiguous: ['new2', 'new3', 'old2'] });
  });

  test('whoever has the address itself comes first', () => {
    expect(pairing([{ mail: A }], [{ mail: B, aliases: [A] }, { mail: A }])).toMatchObject({
      pairs: ['old2 new3 email-exact'],
      unpaired: ['new2'],
    });
    expect(pairing([{ mail: A }], [{ mail: B, aliases: [A] }, { mail: 'A@example.com' }])).toMatchObject({
      pairs: ['old2 new3 email-normalized'],
      unpaired: ['new2'],
    });
  });

  test('ids tell apart whom an alias joins', () => {
    expect(pairing([{ mail: A, ids: employee('1') }], [{ mail: B, aliases: [A], ids: employee('2') }])).toMatchObject({
      pairs: [],
      ambiguous: [],
    });
  });

  test('the alias of an inactive user does not spoil a pair of two active ones', () => {
    expect(
      pairing(
        [{ mail: A }],
        [
          { mail: B, aliases: [A] },
          { mail: C, aliases: [A], active: false },
        ],
      ).pairs,
    ).toEqual(['old2 new2 alias']);
  });
});

describe('local part and name', () => {
  const old = { mail: 'ann.lee@example.com', name: 'Ann Lee' };
  const mail = 'Ann.Lee@example.net';
  const tier = (name: string | null, more: Partial<Sketch> = {}) => pairing([old], [{ mail, name, ...more }]).pairs;

  test('pair at another domain, however the full name is written', () => {
    for (const name of ['Ann Lee', 'LEE, Ann', 'A. Lee', 'Ann Mary Lee']) {
      expect(tier(name), name).toEqual(['old2 new2 local-part-and-name']);
    }
    expect(pairing([{ ...old, name: 'Ann Müller' }], [{ mail, name: 'Ann Mueller' }]).pairs).toHaveLength(1);
  });

  test('do not where one of the two is missing or differs', () => {
    expect(tier(null)).toEqual([]);
    expect(tier('Ann Ng')).toEqual([]);
    expect(tier('Ann')).toEqual([]);
    expect(tier('Ann Lee', { mail: 'a.lee@example.net' })).toEqual([]);
  });

  test('do not where ids tell the two apart, or there are two to choose from', () => {
    expect(pairing([{ ...old, ids: employee('1') }], [{ mail, name: 'Ann Lee', ids: employee('2') }])).toMatchObject({
      pairs: [],
      unpaired: ['new2', 'old2'],
    });
    expect(
      pairing(
        [old],
        [
          { ...old, mail },
          { ...old, mail: 'ann.lee@example.org' },
        ],
      ),
    ).toMatchObject({
      pairs: [],
      ambiguous: ['new2', 'new3', 'old2'],
    });
  });

  test('come after an alias', () => {
    expect(
      pairing(
        [old],
        [
          { mail: B, aliases: [old.mail] },
          { ...old, mail },
        ],
      ),
    ).toMatchObject({
      pairs: ['old2 new2 alias'],
      unpaired: ['new3'],
    });
  });

  test('the same full name alone never pairs', () => {
    expect(pairing([{ mail: A, name: 'Ann Lee' }], [{ mail: B, name: 'Ann Lee' }]).pairs).toEqual([]);
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

  test('an alias and another spelling are asked for the name too', () => {
    expect(conflict([{ mail: A, name: 'Ann Lee' }], [{ mail: B, aliases: [A], name: 'Bo Ng' }])).toHaveLength(1);
    expect(conflict([{ mail: A, name: 'Ann Lee' }], [{ mail: `${A} `, name: 'Bo Ng' }])).toHaveLength(1);
  });

  test('an id answers for the name', () => {
    expect(
      conflict([{ mail: A, name: 'Ann Lee', ids: employee('1') }], [{ mail: A, name: 'Bo Ng', ids: employee('1') }]),
    ).toEqual([]);
  });
});
