import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { usersFromRecords } from '../../src/loaders/from-records.ts';
import { type Correlated, correlate } from '../../src/matcher/correlate.ts';
import { MODES, type Reconciliation } from '../../src/model/reconciliation.ts';
import type { UserRecord } from '../../src/model/user.ts';
import { reconcile } from '../../src/reconcile.ts';

interface Sides {
  readonly old: UserRecord[];
  readonly new: UserRecord[];
}

const text = (...values: string[]) => fc.option(fc.constantFrom(...values), { nil: null, freq: 3 });
const email = text(
  'a@example.com',
  'A@example.com',
  'b@example.com',
  'b@example.com ',
  'c@example.org',
  '<c@example.org>',
);
const user = fc.record({
  sso: email,
  scim: email,
  name: text('Ada King', 'King Ada', 'Bob Fox', 'Ada Fox', 'Ольга', '-'),
  active: fc.boolean(),
  ids: fc.record({
    'employee-id': text('1', '01', '2', '3', 'n/a'),
    'external-id': text('x', 'X', 'y'),
    'immutable-id': fc.constant(null),
  }),
});
/** Few values for many users, so that they meet in every way; each user has a line of its own. */
const organisation: fc.Arbitrary<Sides> = fc.record({ old: fc.array(user), new: fc.array(user) }).map((sides) => ({
  old: sides.old.map((record, index) => ({ ...record, line: index + 2 })),
  new: sides.new.map((record, index) => ({ ...record, line: index + 2 })),
}));
const inhabited = organisation.filter((sides) => sides.old.length > 0 && sides.new.length > 0);
const mode = fc.constantFrom(...MODES);
const seed = fc.array(fc.nat(), { minLength: 1, maxLength: 20 });

/** The same rows in another order. */
function shuffled<T>(rows: readonly T[], by: readonly number[]): T[] {
  const order = rows.map((row, index) => ({
    row,
    rank: ((by[index % by.length] ?? 0) * 7919 + index * 104729) % 1009,
  }));
  return order.sort((a, b) => a.rank - b.rank).map(({ row }) => row);
}

describe('any two sides', () => {
  test('shuffling rows changes nothing', () => {
    fc.assert(
      fc.property(inhabited, mode, seed, (sides, by, order) => {
        const again = { old: shuffled(sides.old, order), new: shuffled(sides.new, [...order].reverse()) };
        expect(reconcile(again, { mode: by })).toEqual(reconcile(sides, { mode: by }));
      }),
      { numRuns: 1000 },
    );
  });

  test('shuffling rows that know no line changes nothing but line', () => {
    const content = ({ summary, people }: Reconciliation) => ({
      summary,
      people: people
        .map((person) => JSON.stringify(person, (key, value) => (key === 'line' ? undefined : value)))
        .map((json) => sortedCharacters(json.replace(/\b(?:line|row|record)s? \d+/g, 'line')))
        .sort(),
    });
    const unique = inhabited.filter(({ old, new: next }) => old.length <= 3 && next.length <= 3);
    fc.assert(
      fc.property(unique, seed, (sides, order) => {
        const bare = (rows: readonly UserRecord[]) => rows.map(({ line, ...record }) => record);
        const again = { old: shuffled(bare(sides.old), order), new: shuffled(bare(sides.new), order) };
        expect(content(reconcile(again))).toEqual(content(reconcile({ old: bare(sides.old), new: bare(sides.new) })));
      }),
      { numRuns: 300 },
    );
  });

  test('shuffling rows does not change what is said of an id kind that is ignored', () => {
    const numbered = (shift: number) =>
      Array.from({ length: 8 }, (_, index) => ({
        sso: `p${index}@example.com`,
        line: index + 2,
        ids: { 'employee-id': `${((index + shift) % 8) + 1}` },
      }));
    const sides = { old: numbered(0), new: numbered(1) };
    const said = reconcile(sides);
    expect(said.summary.findings['id-kind-ignored']).toBe(1);
    expect(reconcile({ old: [...sides.old].reverse(), new: sides.new })).toEqual(said);
    expect(reconcile({ old: sides.old, new: [...sides.new].reverse() })).toEqual(said);
  });

  test('everybody is exactly one person, and pairs are one to one', () => {
    fc.assert(
      fc.property(inhabited, mode, (sides, by) => {
        const { people, summary } = reconcile(sides, { mode: by });
        const lines = (side: 'old' | 'new') =>
          people.flatMap((person) => (person[side] === null ? [] : [person[side].line])).sort((a, b) => a - b);
        expect(lines('old')).toEqual(sides.old.map(({ line }) => line));
        expect(lines('new')).toEqual(sides.new.map(({ line }) => line));
        for (const { old, new: next, correlation } of people) {
          expect(old === null && next === null).toBe(false);
          expect(correlation !== null).toBe(old !== null && next !== null);
        }
        expect(summary.paired).toBe(people.filter(({ correlation }) => correlation !== null).length);
        expect(summary.users).toMatchObject({ old: sides.old.length, new: sides.new.length });
        const counted = Object.values(summary.outcomes).reduce((sum, count) => sum + count, 0);
        expect(counted).toBe(people.length);
      }),
      { numRuns: 500 },
    );
  });

  test('partners and candidates point at each other, and nobody has both', () => {
    fc.assert(
      fc.property(organisation, (sides) => {
        const correlated = correlateRecords(sides);
        for (const [side, other] of [['old', 'new'] as const, ['new', 'old'] as const]) {
          sides[side].forEach((_, index) => {
            const partner = correlated.partner(side, index);
            const candidates = correlated.candidates(side, index);
            expect(correlated.isAmbiguous(side, index)).toBe(candidates.length > 0);
            expect(correlated.tier(side, index) !== null).toBe(partner >= 0);
            if (partner >= 0) {
              expect(correlated.partner(other, partner)).toBe(index);
              expect(correlated.tier(other, partner)).toBe(correlated.tier(side, index));
              expect(candidates).toEqual([]);
            }
            for (const candidate of candidates) expect(correlated.candidates(other, candidate)).toContain(index);
          });
        }
      }),
      { numRuns: 500 },
    );
  });

  test('no pair carries different ids of a trusted kind', () => {
    fc.assert(
      fc.property(organisation, (sides) => {
        const correlated = correlateRecords(sides);
        sides.old.forEach((_, old) => {
          const next = correlated.partner('old', old);
          if (next >= 0) expect(correlated.identifiers.veto(old, next)).toBe(false);
        });
      }),
      { numRuns: 500 },
    );
  });

  test('exchanging the sides exchanges the halves of every pair', () => {
    fc.assert(
      fc.property(organisation, (sides) => {
        const forth = correlateRecords(sides);
        const back = correlateRecords({ old: sides.new, new: sides.old });
        sides.old.forEach((_, old) => {
          expect(back.partner('new', old)).toBe(forth.partner('old', old));
          expect(back.tier('new', old)).toBe(forth.tier('old', old));
          expect(new Set(back.candidates('new', old))).toEqual(new Set(forth.candidates('old', old)));
        });
      }),
      { numRuns: 500 },
    );
  });

  test('somebody in whom nobody else has anything in common changes no other pair', () => {
    const stranger = { sso: 'stranger@example.net', line: 99, ids: { 'employee-id': '99' } };
    fc.assert(
      fc.property(organisation, (sides) => {
        const before = correlateRecords(sides);
        const after = correlateRecords({ old: [...sides.old, stranger], new: sides.new });
        expect(after.partner('old', sides.old.length)).toBe(-1);
        sides.old.forEach((_, old) => {
          expect(after.partner('old', old)).toBe(before.partner('old', old));
          expect(after.candidates('old', old)).toEqual(before.candidates('old', old));
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('the rules', () => {
  const inactive = (record: UserRecord): UserRecord => ({ ...record, active: false });
  const withId = (sso: string, id: string): UserRecord => ({ sso, ids: { 'employee-id': id } });
  const [a, b] = ['a@example.com', 'b@example.com'] as const;
  const tierOf = (old: UserRecord[], next: UserRecord[]) => correlateRecords({ old, new: next }).tier('old', 0);

  test('an id pairs whatever the address is', () => {
    expect(tierOf([withId(a, '007')], [withId(b, '7')])).toBe('employee-id');
  });

  test('any of SSO and SCIM email pairs with any', () => {
    expect(tierOf([{ sso: a, scim: b }], [{ sso: 'c@example.com', scim: a }])).toBe('email-exact');
    expect(tierOf([{ scim: 'A@EXAMPLE.com ' }], [{ sso: a }])).toBe('email-normalized');
    expect(tierOf([{ sso: a }], [{ sso: b }])).toBeNull();
  });

  test('different ids of a kind veto, missing and shared ones do not', () => {
    expect(tierOf([withId(a, '1')], [withId(a, '2')])).toBeNull();
    expect(tierOf([withId(a, '1')], [withId(a, 'n/a')])).toBe('email-exact');
    expect(tierOf([withId(a, '1')], [withId(a, '2'), withId(b, '2')])).toBe('email-exact');
  });

  test('two candidates are ambiguous, and no later tier decides them', () => {
    const correlated = correlateRecords({
      old: [{ sso: a, scim: b }],
      new: [{ sso: a }, { sso: b }, { sso: 'A@example.com' }],
    });
    expect(correlated.candidates('old', 0)).toEqual([0, 1]);
    expect([0, 1, 2].map((index) => correlated.isAmbiguous('new', index))).toEqual([true, true, false]);
  });

  test('a chain of candidates is ambiguous as a whole', () => {
    const c = 'c@example.com';
    const correlated = correlateRecords({
      old: [{ sso: a }, { sso: b, scim: c }],
      new: [{ sso: a, scim: b }, { sso: c }],
    });
    expect([0, 1].map((index) => correlated.isAmbiguous('old', index))).toEqual([true, true]);
    expect([0, 1].map((index) => correlated.isAmbiguous('new', index))).toEqual([true, true]);
  });

  test('an inactive user never spoils a pair of two active ones', () => {
    const correlated = correlateRecords({
      old: [{ sso: a }, inactive({ sso: a })],
      new: [{ sso: a }, inactive({ sso: a })],
    });
    expect(correlated.partner('old', 0)).toBe(0);
    expect(correlated.partner('old', 1)).toBe(1);
  });

  test('an id that leads to an inactive user only, and an email that leads to an active one: ambiguous with both', () => {
    const correlated = correlateRecords({ old: [withId(a, '1')], new: [inactive(withId(b, '1')), { sso: a }] });
    expect([...correlated.candidates('old', 0)].sort()).toEqual([0, 1]);
    const vetoed = correlateRecords({ old: [withId(a, '1')], new: [inactive(withId(b, '1')), withId(a, '2')] });
    expect(vetoed.partner('old', 0)).toBe(0);
  });

  test('a kind is ignored where fewer than half of at least five agree', () => {
    const people = (ids: readonly string[]) => ids.map((id, index) => withId(`p${index}@example.com`, id));
    const ignored = (old: string[], next: string[]) =>
      correlateRecords({ old: people(old), new: people(next) }).ignoredIdKinds.length;
    expect(ignored(['1', '2', '3', '4', '5'], ['1', '2', '13', '14', '15'])).toBe(1);
    expect(ignored(['1', '2', '3', '4', '5'], ['1', '2', '3', '14', '15'])).toBe(0);
    expect(ignored(['1', '2', '3', '4'], ['11', '12', '13', '14'])).toBe(0);
    expect(ignored(['1', '2', '3', '4', '5', '6'], ['1', '2', '3', '14', '15', '16'])).toBe(0);
  });
});

describe('a crowd at one address', () => {
  const crowd = (size: number): UserRecord[] =>
    Array.from({ length: size }, () => ({ sso: 'noreply@example.com', scim: 'noreply@example.com' }));

  test('300 and 300 are all ambiguous', () => {
    const { people } = reconcile({ old: crowd(300), new: crowd(300) });
    expect(people).toHaveLength(600);
    expect(people.every(({ outcome }) => outcome === 'unverified')).toBe(true);
  });

  test('300 and 300 with ids pair, but for those without', () => {
    const numbered = (id: string, index: number): UserRecord => ({
      sso: 'noreply@example.com',
      ...(index < 2 ? {} : { ids: { 'employee-id': id } }),
    });
    const old = crowd(300).map((_, index) => numbered(`${index}`, index));
    const next = crowd(300).map((_, index) => numbered(`${299 - index + 2}`, index));
    const { people, summary } = reconcile({ old, new: next });
    expect(summary.paired).toBe(298);
    expect(people.filter(({ outcome }) => outcome === 'unverified')).toHaveLength(4);
  });

  test('whose rows come in another order is the same crowd', () => {
    const numbered = (side: string) =>
      crowd(101).map((record, index) => ({ ...record, name: `${side} ${index}`, line: index + 2 }));
    const sides = { old: numbered('Old'), new: numbered('New') };
    const again = { old: [...sides.old].reverse(), new: [...sides.new].reverse() };
    expect(reconcile(again)).toEqual(reconcile(sides));
  });

  test('3,000 and 3,000 finish in seconds, and all are ambiguous', () => {
    const { people, summary } = reconcile({ old: crowd(3000), new: crowd(3000) });
    expect(people).toHaveLength(6000);
    expect(summary.outcomes.unverified).toBe(6000);
  });
});

function correlateRecords({ old, new: next }: Sides): Correlated {
  return correlate({ old: usersFromRecords('old', old), new: usersFromRecords('new', next) });
}

/** Candidates are listed in the order of their lines: what is left once order does not count. */
function sortedCharacters(json: string): string {
  return [...json].sort().join('');
}
