import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Links } from '../../src/matcher/links.ts';

const SIZE = 8;
const edges = fc.array(fc.tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1)), { maxLength: 16 });

function linksOf(list: readonly (readonly [number, number])[]): Links {
  const links = new Links();
  for (const [old, next] of list) links.add(old, next);
  return links;
}

/** Connected components by merging labels, over old users 0… and new users SIZE…. */
function componentsOf(list: readonly (readonly [number, number])[]): number[] {
  let labels = Array.from({ length: 2 * SIZE }, (_, index) => index);
  for (const [old, next] of list) {
    const [from, to] = [labels[old], labels[SIZE + next]];
    labels = labels.map((label) => (label === from ? (to ?? label) : label));
  }
  return labels;
}

describe('links', () => {
  test('are symmetric, and each is kept once', () => {
    fc.assert(
      fc.property(edges, (list) => {
        const links = linksOf(list);
        const distinct = new Set(list.map(([old, next]) => `${old} ${next}`));
        let count = 0;
        for (const old of links.users('old')) {
          for (const next of links.of('old', old)) {
            expect(distinct).toContain(`${old} ${next}`);
            expect(links.of('new', next)).toContain(old);
            count += 1;
          }
        }
        expect(count).toBe(distinct.size);
        expect([...links.users('new')].flatMap((next) => links.of('new', next))).toHaveLength(distinct.size);
      }),
    );
  });

  test('groups are the connected components', () => {
    fc.assert(
      fc.property(edges, (list) => {
        const links = linksOf(list);
        const labels = componentsOf(list);
        for (const side of ['old', 'new'] as const) {
          for (const user of links.users(side)) {
            const group = links.group(side, user);
            const label = labels[side === 'old' ? user : SIZE + user];
            const members = labels.flatMap((other, index) => (other === label ? [index] : []));
            expect([...group.old].sort()).toEqual(members.filter((index) => index < SIZE));
            const next = members.filter((index) => index >= SIZE).map((index) => index - SIZE);
            expect([...group.new].sort()).toEqual(next);
          }
        }
      }),
    );
  });

  test('a partner is the only one on both sides', () => {
    fc.assert(
      fc.property(edges, (list) => {
        const links = linksOf(list);
        for (let old = 0; old < SIZE; old += 1) {
          const candidates = new Set(list.filter(([from]) => from === old).map(([, next]) => next));
          const [only = -1] = candidates;
          const rivals = new Set(list.filter(([, next]) => next === only).map(([from]) => from));
          expect(links.onlyPartner(old)).toBe(candidates.size === 1 && rivals.size === 1 ? only : -1);
        }
      }),
    );
  });

  test('nobody is linked before anybody is', () => {
    const links = new Links();
    expect([...links.users('old')]).toEqual([]);
    expect(links.of('new', 0)).toEqual([]);
    expect(links.onlyPartner(0)).toBe(-1);
  });
});
