import { describe, expect, test } from 'vitest';
import type { Policy } from './addresses.ts';
import { contradictedByName, membership, shownRow } from './membership.ts';
import type { Mode } from './simulation.ts';
import { A, B, C, type RowSketch, type Sketch, write } from './write.ts';

const A_IN_CAPITALS = 'A@example.com';

/** Who claims each row, with a ~ where only the normal form is theirs; nobody: []. */
function claims(
  old: Sketch[],
  next: Sketch[],
  app: RowSketch[],
  mode: Mode = 'scim',
  policy: Policy = 'exact',
): Record<string, string[]> {
  const organisation = write(old, next, app);
  const found = membership(organisation, mode, policy);
  const told: Record<string, string[]> = Object.fromEntries(found.unclaimed.map((row) => [row.ref, []]));
  for (const { row, user, drifted } of found.claims) {
    told[row.ref] = [...(told[row.ref] ?? []), `${user.ref}${drifted ? '~' : ''}`];
  }
  return told;
}

describe('an account belongs to the old user', () => {
  test('at either of whose values it is, in any mode', () => {
    for (const mode of ['scim', 'jit', 'manual'] as const) {
      expect(claims([{ sso: A, scim: B }], [], [{ mail: A }, { mail: B }], mode)).toEqual({
        app2: ['old2'],
        app3: ['old2'],
      });
    }
  });

  test('who is active, before one who is not', () => {
    expect(claims([{ mail: A, active: false }, { mail: A }], [], [{ mail: A }])).toEqual({ app2: ['old3'] });
    expect(claims([{ mail: A, active: false }], [], [{ mail: A }])).toEqual({ app2: ['old2'] });
    expect(claims([{ mail: A_IN_CAPITALS, active: false }, { mail: `${A} ` }], [], [{ mail: A }])).toEqual({
      app2: ['old3~'],
    });
  });

  test('whose value it is, before one who writes it otherwise', () => {
    expect(claims([{ mail: A, active: false }, { mail: A_IN_CAPITALS }], [], [{ mail: A }])).toEqual({
      app2: ['old2'],
    });
  });

  test('and the other one, who shares it', () => {
    expect(claims([{ mail: A }, { sso: B, scim: A }], [], [{ mail: A }])).toEqual({ app2: ['old2', 'old3'] });
  });

  test('not to one who merely has it as an alias', () => {
    expect(claims([{ mail: B, aliases: [A] }], [{ mail: B, aliases: [A] }], [{ mail: A }])).toEqual({ app2: [] });
  });

  test('under the policy that makes the two spellings one', () => {
    const drift = (policy: Policy) => claims([{ mail: A }], [], [{ mail: A_IN_CAPITALS }], 'scim', policy);
    expect(drift('exact')).toEqual({ app2: ['old2~'] });
    expect(drift('trim')).toEqual({ app2: ['old2~'] });
    expect(drift('ascii-ci')).toEqual({ app2: ['old2'] });
  });
});

describe('rows', () => {
  test('that are removed are no accounts', () => {
    expect(claims([{ mail: A }], [], [{ mail: A, active: false }])).toEqual({});
    expect(claims([{ mail: A }], [], [{ mail: A, active: false }, { mail: A }])).toEqual({ app3: ['old2'] });
  });

  test('of one address are one account, whatever else they say', () => {
    expect(claims([{ mail: A }], [], [{ mail: A, name: 'Ann Lee' }, { mail: A }])).toEqual({
      app2: ['old2'],
      app3: ['old2'],
    });
    // Where the policy makes them one, whoever has the one has the other.
    expect(claims([{ mail: A }, { mail: A_IN_CAPITALS }], [], [{ mail: A }, { mail: A_IN_CAPITALS }])).toEqual({
      app2: ['old2'],
      app3: ['old3'],
    });
    expect(
      claims([{ mail: A }, { mail: A_IN_CAPITALS }], [], [{ mail: A }, { mail: A_IN_CAPITALS }], 'scim', 'ascii-ci'),
    ).toEqual({ app2: ['old2', 'old3'], app3: ['old2', 'old3'] });
  });

  test('show an exact address first, then by what they say', () => {
    const shown = (old: Sketch, app: RowSketch[]) =>
      shownRow(membership(write([old], [], app), 'scim', 'exact').claims)?.ref ?? null;
    expect(shown({ sso: A, scim: B }, [{ mail: A_IN_CAPITALS }, { mail: B }, { mail: A }])).toBe('app4');
    expect(
      shown({ mail: B }, [
        { mail: B, name: 'Bo' },
        { mail: B, name: 'Ann' },
      ]),
    ).toBe('app3');
    expect(shown({ mail: B }, [{ mail: A }])).toBeNull();
  });
});

describe('somebody invited by hand', () => {
  test('is the one newcomer who arrives', () => {
    expect(claims([{ mail: A }], [{ mail: A }, { mail: B }], [{ mail: B }])).toEqual({ app2: ['new3'] });
    expect(claims([{ mail: A }], [{ mail: A }, { sso: C, scim: B }], [{ mail: B }], 'scim')).toEqual({
      app2: ['new3'],
    });
  });

  test('is nobody where two arrive', () => {
    expect(claims([{ mail: A }], [{ mail: B }, { sso: C, scim: B }], [{ mail: B }])).toEqual({ app2: [] });
  });

  test('sends what the mode sends', () => {
    expect(claims([{ mail: A }], [{ sso: C, scim: B }], [{ mail: B }], 'jit')).toEqual({ app2: [] });
    expect(claims([{ mail: A }], [{ mail: B }, { sso: C, scim: B }], [{ mail: B }], 'manual')).toEqual({
      app2: ['new2'],
    });
    expect(claims([{ mail: A }], [{ mail: B, active: false }], [{ mail: B }])).toEqual({ app2: [] });
  });

  test('has no old user, and is not ambiguous', () => {
    const ids = { 'employee-id': '1' };
    expect(claims([{ mail: A, ids }], [{ mail: B, ids }], [{ mail: B }])).toEqual({ app2: [] });
    expect(claims([{ sso: A, scim: B }], [{ mail: A }, { sso: B, scim: C }], [{ mail: C }])).toEqual({ app2: [] });
  });

  test('writes the address as the policy wants it', () => {
    expect(claims([{ mail: B }], [{ mail: A_IN_CAPITALS }], [{ mail: A }])).toEqual({ app2: [] });
    expect(claims([{ mail: B }], [{ mail: A_IN_CAPITALS }], [{ mail: A }], 'scim', 'ascii-ci')).toEqual({
      app2: ['new2'],
    });
  });

  test('stands behind every old user', () => {
    expect(
      claims(
        [{ mail: A_IN_CAPITALS, active: false, ids: { 'employee-id': '1' } }],
        [{ mail: A, ids: { 'employee-id': '2' } }],
        [{ mail: A }],
      ),
    ).toEqual({
      app2: ['old2~'],
    });
  });
});

test('a name speaks against whoever has left, or was never there', () => {
  const contradicted = (old: Sketch[], next: Sketch[], name: string | null) =>
    membership(write(old, next, [{ mail: A, name }]), 'scim', 'exact').claims.map(contradictedByName);
  expect(contradicted([{ mail: A, name: 'Ann Lee', active: false }], [], 'Bo Ng')).toEqual([true]);
  expect(contradicted([{ mail: A, name: 'Ann Lee', active: false }], [], 'Bo Lee')).toEqual([false]);
  expect(contradicted([{ mail: A, name: 'Ann Lee', active: false }], [], null)).toEqual([false]);
  expect(contradicted([{ mail: A, name: 'Ann Lee' }], [], 'Bo Ng')).toEqual([false]);
  expect(contradicted([{ mail: B }], [{ mail: A, name: 'Ann Lee' }], 'Bo Ng')).toEqual([true]);
});
