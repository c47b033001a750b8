import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settle } from '../../../src/matcher/crosswalk/settle.ts';
import type { Decision } from '../../../src/model/crosswalk.ts';

/** `0=1`: old user 0 and new user 1 are one person; `0!1`: they are not; `0?1`: both are named. */
const WORDS: Readonly<Record<string, Decision | undefined>> = { '=': 'same', '!': 'different', '?': undefined };

/** What stands, and the lines of what does not; the evidence pairs old with new users as in `0-1`. */
function settled(rows: readonly string[], evidence: readonly string[] = []) {
  const pairs = evidence.map((pair) => pair.split('-').map(Number));
  const couples = rows.map((row, index) => ({
    decision: { decision: WORDS[row[1] ?? ''], line: index + 1 },
    old: Number(row[0]),
    new: Number(row[2]),
  }));
  const { same, different, contradictions } = settle(couples, (side, index) => {
    const [mine, theirs] = side === 'old' ? [0, 1] : [1, 0];
    return pairs.find((pair) => pair[mine] === index)?.[theirs] ?? -1;
  });
  return {
    same: same.map((couple) => `${couple.old}=${couple.new}`),
    different: different.map((couple) => `${couple.old}!${couple.new}`),
    lines: contradictions.map(({ decision }) => decision.line),
  };
}

const stands = (rows: readonly string[], evidence?: readonly string[]) =>
  expect(settled(rows, evidence)).toEqual({
    same: rows.filter((row) => row[1] === '='),
    different: rows.filter((row) => row[1] === '!'),
    lines: [],
  });

describe('what can stand', () => {
  it('is what concerns different people, or says the same again', () => {
    stands(['0=0', '1!1', '2?2']);
    stands(['0=0', '0=0', '1!1', '1!1']);
    stands(['0=0', '0!1', '1!0']);
  });

  it('is what the evidence says, or what parts whom it pairs', () => {
    stands(['0=0'], ['0-0']);
    stands(['0!0'], ['0-0']);
    stands(['0=1', '0!0'], ['0-0']);
    stands(['0=1', '1!1'], ['1-1']);
    stands(['0=1', '0!0', '1!1'], ['0-0', '1-1']);
  });

  it('is a swap, and a chain that ends with somebody who is parted', () => {
    stands(['0=1', '1=0'], ['0-0', '1-1']);
    stands(['0=1', '1=2', '2=0'], ['0-0', '1-1', '2-2']);
    stands(['0=1', '1=2', '2!2', '0!0'], ['0-0', '1-1', '2-2']);
  });
});

describe('what contradicts', () => {
  it('is both same and different', () => {
    expect(settled(['0=0', '0!0', '1=1'])).toEqual({ same: ['1=1'], different: [], lines: [2, 1] });
  });

  it('is one user with two partners, whoever of them is right', () => {
    expect(settled(['0=0', '0=1', '2=2']).lines).toEqual([1, 2]);
    expect(settled(['0=0', '1=0']).lines).toEqual([1, 2]);
    expect(settled(['0=0', '0=1', '1=1'])).toMatchObject({ same: [], lines: [1, 2, 3] });
  });

  it('is a partner taken from somebody of whom nothing is said, even one who is named', () => {
    expect(settled(['0=1'], ['0-0'])).toMatchObject({ same: [], lines: [1] });
    expect(settled(['0=1'], ['1-1'])).toMatchObject({ same: [], lines: [1] });
    expect(settled(['0=1', '0?0'], ['0-0'])).toMatchObject({ same: [], lines: [1] });
    expect(settled(['0=1', '0!0'], ['0-0', '1-1'])).toMatchObject({ same: [], different: ['0!0'], lines: [1] });
  });

  it('takes along what rests on it', () => {
    // A swap of which one half is also said of a third.
    expect(settled(['0=1', '1=0', '1=2'], ['0-0', '1-1'])).toMatchObject({ same: [], lines: [2, 3, 1] });
    expect(settled(['0=1', '1=2', '2=3'], ['0-0', '1-1', '2-2', '3-3'])).toMatchObject({ same: [] });
  });

  it('leaves what it has nothing to do with', () => {
    expect(settled(['0=1', '5=6', '7!7'], ['0-0', '7-7'])).toEqual({ same: ['5=6'], different: ['7!7'], lines: [1] });
  });
});

it('does not depend on the order of rows, and gives nobody two partners', () => {
  const row = fc.tuple(fc.nat(3), fc.constantFrom('=', '=', '!', '?'), fc.nat(3)).map((parts) => parts.join(''));
  const rows = fc.array(row, { maxLength: 7 });
  const mixed = rows.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  const evidence = fc.shuffledSubarray([0, 1, 2, 3]).map((news) => news.map((next, old) => `${old}-${next}`));
  fc.assert(
    fc.property(mixed, evidence, ([list, again], pairs) => {
      const [a, b] = [settled(list, pairs), settled(again, pairs)];
      expect([...b.same].sort()).toEqual([...a.same].sort());
      expect([...b.different].sort()).toEqual([...a.different].sort());
      expect(a.lines.length + a.same.length + a.different.length).toBe(list.filter((one) => one[1] !== '?').length);
      const distinct = [...new Set(a.same)];
      for (const at of [0, 2]) expect(new Set(distinct.map((couple) => couple[at])).size).toBe(distinct.length);
    }),
    { numRuns: 2000 },
  );
});
