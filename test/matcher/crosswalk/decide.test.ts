import { describe, expect, it } from 'vitest';
import { type Couple, matched, sames } from './matched.ts';

const A = 'ann@example.com';
const B = 'bob@example.com';
const employee = (id: string) => ({ 'employee-id': id });

describe('an ambiguous group', () => {
  // Two old users and two new ones at one address.
  const four = { old: [{ sso: A }, { sso: A }], new: [{ sso: A }, { sso: A }] };
  const all = ['old0 ? new0 new1', 'old1 ? new0 new1', 'new0 ? old0 old1', 'new1 ? old0 old1'];

  it('is left alone by nobody’s word', () => {
    expect(matched(four, [])).toEqual(all);
    expect(matched(four, [{ old: 0, new: 0 }])).toEqual(all);
  });

  it('loses whom a human pairs; whoever is not named keeps every doubt', () => {
    expect(matched(four, [{ old: 0, new: 0, decision: 'same' }])).toEqual([
      'old0 = new0 crosswalk',
      'old1 ? new0 new1',
      'new1 ? old0 old1',
    ]);
  });

  it('is down to those who are left where all of them are named, and a single one is not picked either', () => {
    const rest = [
      { old: 0, new: 1 },
      { old: 1, new: 0 },
      { old: 1, new: 1 },
    ];
    expect(matched(four, [{ old: 0, new: 0, decision: 'same' }, ...rest])).toEqual([
      'old0 = new0 crosswalk',
      'old1 ? new1',
      'new1 ? old1',
    ]);
  });

  it('is resolved by two words', () => {
    expect(matched(four, sames([0, 1], [1, 0]))).toEqual(['old0 = new1 crosswalk', 'old1 = new0 crosswalk']);
  });

  it('loses a couple that a human tells apart', () => {
    expect(matched(four, [{ old: 0, new: 0, decision: 'different' }])).toEqual([
      'old0 ? new1',
      'old1 ? new0 new1',
      'new0 ? old1',
      'new1 ? old0 old1',
    ]);
  });

  it('is over for whoever is told apart from everybody', () => {
    const apart: Couple[] = [
      { old: 0, new: 0, decision: 'different' },
      { old: 0, new: 1, decision: 'different' },
    ];
    expect(matched(four, apart)).toEqual(['old0', 'old1 ? new0 new1', 'new0 ? old1', 'new1 ? old1']);
  });
});

describe('a rival whose only candidate was decided', () => {
  const three = { old: [{ sso: A }], new: [{ sso: A }, { sso: A }] };

  it('is alone, if a row names them', () => {
    const named = [{ old: 0, new: 1 }];
    expect(matched(three, [...sames([0, 0]), ...named])).toEqual(['old0 = new0 crosswalk', 'new1']);
    const apart: Couple = { old: 0, new: 1, decision: 'different' };
    expect(matched(three, [...sames([0, 0]), apart])).toEqual(['old0 = new0 crosswalk', 'new1']);
  });

  it('keeps the doubt, if none does', () => {
    expect(matched(three, sames([0, 0]))).toEqual(['old0 = new0 crosswalk', 'new1 ? old0']);
  });

  it('may be decided to be somebody else altogether', () => {
    const more = { old: [...three.old, { sso: B }], new: three.new };
    expect(matched(more, sames([0, 0], [1, 1]))).toEqual(['old0 = new0 crosswalk', 'old1 = new1 crosswalk']);
  });
});

describe('a crowd', () => {
  const crowd = Array.from({ length: 101 }, () => ({ sso: A }));
  const found = (couples: readonly Couple[]) => matched({ old: crowd, new: crowd }, couples);

  it('loses whom a human pairs, listed as candidates or not', () => {
    const left = found(sames([0, 50], [50, 0]));
    expect(left.filter((line) => line.includes('crosswalk'))).toEqual([
      'old0 = new50 crosswalk',
      'old50 = new0 crosswalk',
    ]);
    expect(left.filter((line) => line.includes('?'))).toHaveLength(2 * 99);
  });

  it('is not left by being told apart from the few who are listed', () => {
    const apart = [0, 1, 100].map((next): Couple => ({ old: 0, new: next, decision: 'different' }));
    expect(found(apart).find((line) => line.startsWith('old0 '))).toMatch(/^old0 \? new/);
  });
});

describe('a pair', () => {
  it('may be confirmed, and then its names are not asked any more', () => {
    const reassigned = { old: [{ sso: A, name: 'Ann Lee' }], new: [{ sso: A, name: 'Cem Ito' }] };
    expect(matched(reassigned, [])).toEqual(['old0 = new0 email-exact name-conflict']);
    expect(matched(reassigned, sames([0, 0]))).toEqual(['old0 = new0 crosswalk']);
    expect(matched(reassigned, [{ old: 0, new: 0 }])).toEqual(['old0 = new0 email-exact name-conflict']);
  });

  it('may be parted, and its halves are paired with nobody else', () => {
    const reassigned = {
      old: [{ sso: A, name: 'Ann Lee' }, { sso: 'Ann@example.com' }],
      new: [{ sso: A, name: 'Cem Ito' }],
    };
    expect(matched(reassigned, [{ old: 0, new: 0, decision: 'different' }])).toEqual(['old0', 'old1', 'new0']);
  });

  it('by local part and name may be confirmed or parted', () => {
    const moved = { old: [{ sso: A, name: 'Ann Lee' }], new: [{ sso: 'ann@example.org', name: 'Ann Lee' }] };
    expect(matched(moved, [])).toEqual(['old0 = new0 local-part-and-name unconfirmed']);
    expect(matched(moved, sames([0, 0]))).toEqual(['old0 = new0 crosswalk']);
    expect(matched(moved, [{ old: 0, new: 0, decision: 'different' }])).toEqual(['old0', 'new0']);
  });

  it('is made where ids forbid it', () => {
    const vetoed = { old: [{ sso: A, ids: employee('1') }], new: [{ sso: A, ids: employee('2') }] };
    expect(matched(vetoed, [])).toEqual(['old0', 'new0']);
    expect(matched(vetoed, sames([0, 0]))).toEqual(['old0 = new0 crosswalk']);
  });

  it('is made of namesakes whom nothing pairs', () => {
    const namesakes = { old: [{ sso: A, name: 'Ann Lee' }], new: [{ sso: B, name: 'Ann Lee' }] };
    expect(matched(namesakes, [])).toEqual(['old0 possible-same-person', 'new0 possible-same-person']);
    expect(matched(namesakes, sames([0, 0]))).toEqual(['old0 = new0 crosswalk']);
    expect(matched(namesakes, [{ old: 0, new: 0, decision: 'different' }])).toEqual(['old0', 'new0']);
  });

  it('may be exchanged for another', () => {
    const two = {
      old: [
        { sso: A, ids: employee('1') },
        { sso: B, ids: employee('2') },
      ],
      new: [
        { ids: employee('1'), sso: A },
        { ids: employee('2'), sso: B },
      ],
    };
    expect(matched(two, sames([0, 1], [1, 0]))).toEqual(['old0 = new1 crosswalk', 'old1 = new0 crosswalk']);
    expect(matched(two, sames([0, 1]))).toEqual([
      'old0 = new0 employee-id',
      'old1 = new1 employee-id',
      'conflict 1: the evidence pairs the user of the old IdP with somebody else, and no row says that those two are different',
    ]);
  });
});

describe('what changes nothing', () => {
  const plain = { old: [{ sso: A, ids: employee('1') }, { sso: B }], new: [{ sso: A, ids: employee('1') }] };

  it('is a pair that the evidence makes without a doubt', () => {
    expect(matched(plain, sames([0, 0]))).toEqual([
      'old0 = new0 crosswalk',
      'old1',
      'stale 1: they are one person without it by now',
    ]);
  });

  it('is a parting of two whom nobody would take for one', () => {
    expect(matched(plain, [{ old: 1, new: 0, decision: 'different' }])).toEqual([
      'old0 = new0 employee-id',
      'old1',
      'stale 1: nothing takes these two for one person any more',
    ]);
  });
});
