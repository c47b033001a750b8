import { describe, expect, test } from 'vitest';
import { evidenceOfTwo } from './evidence.ts';
import type { Organisation, RefUser } from './records.ts';
import { MODES } from './simulation.ts';
import { type Prediction, truth, truthViolations } from './truth.ts';
import { A, B, C, type Sketch, write } from './write.ts';

const keeps: Prediction[] = [{ oldRef: 'old2', newRef: 'new2', appRef: null, outcome: 'keeps-account' }];

describe('without a list', () => {
  const given = (old: Sketch, next: Sketch): Organisation => write([old], [{ person: 'somebody else', ...next }]);

  test('nothing to say where all is well', () => {
    const well = write([{ mail: A, name: 'Ann Lee' }], [{ mail: A, name: 'Ann Baker' }]);
    for (const mode of MODES) {
      expect(truth(well, mode, 'exact')).toEqual([]);
      expect(truthViolations(well, mode, 'exact', keeps, true)).toEqual([]);
    }
  });

  test('an address given to somebody else is excused only where nothing tells', () => {
    const excused = (old: Sketch, next: Sketch) =>
      truthViolations(given(old, next), 'scim', 'exact', keeps, true).length === 0;
    expect(excused({ mail: A }, { mail: A })).toBe(true);
    expect(excused({ mail: A, name: 'Ann Lee' }, { mail: A, name: 'Ann Lee' })).toBe(true);
    expect(excused({ mail: A, ids: { 'employee-id': '1' } }, { mail: A })).toBe(true);
    expect(excused({ mail: A, ids: { 'employee-id': 'n/a' } }, { mail: A, ids: { 'employee-id': '4' } })).toBe(true);

    expect(excused({ mail: A, ids: { 'employee-id': '1' } }, { mail: A, ids: { 'employee-id': '2' } })).toBe(false);
    expect(excused({ mail: A, name: 'Ann Lee' }, { mail: A, name: 'Bo Ng' })).toBe(false);
  });

  test('a third record can tell', () => {
    const third = write(
      [{ mail: A, person: 'ann', ids: { 'employee-id': '1' } }],
      [
        { mail: A, person: 'bo' },
        { mail: C, person: 'ann', ids: { 'employee-id': '01' } },
      ],
    );
    expect(evidenceOfTwo(third, third.old[0] as RefUser, third.new[0] as RefUser)).toEqual([
      { text: 'the employee-id of old2 is that of new3' },
    ]);
    expect(truthViolations(third, 'scim', 'exact', keeps, true).length).toBeGreaterThan(0);
  });

  test('what the rules look away from is excused by name', () => {
    expect(
      truth(given({ mail: A, name: 'Ann Lee' }, { mail: A, name: 'Bo Lee' }), 'scim', 'exact')[0]?.excuse,
    ).toContain('share a part');
    const reused = given(
      { mail: A, name: 'Ann Lee', ids: { 'employee-id': '1' } },
      { mail: A, name: 'Bo Ng', ids: { 'employee-id': '1' } },
    );
    expect(truth(reused, 'scim', 'exact')[0]?.excuse).toContain('an id agrees');
  });

  test('a gate that was opened over a new address is a violation, one that is closed is not', () => {
    const moved = write([{ mail: A }], [{ mail: B }]);
    expect(truthViolations(moved, 'scim', 'exact', [], true)).toHaveLength(1);
    expect(truthViolations(moved, 'scim', 'exact', [], false)).toEqual([]);
    expect(truthViolations(moved, 'scim', 'exact', keeps, false)).toHaveLength(1);
  });
});

describe('with a list', () => {
  const said = (outcome: string): Prediction[] => [{ oldRef: 'old2', newRef: 'new2', appRef: 'app2', outcome }];
  const wrong = (organisation: Organisation, open = true, mode: 'scim' | 'jit' = 'scim') =>
    truthViolations(organisation, mode, 'exact', [], open).map(({ what }) => what);

  test('nothing to say where all is well', () => {
    const well = write(
      [{ mail: A }, { sso: A, scim: B }],
      [{ mail: A }, { sso: A, scim: B }],
      [{ mail: A }, { mail: B }],
    );
    for (const mode of MODES)
      expect(truthViolations(well, mode, 'exact', said('keeps-account'), mode === 'scim')).toEqual([]);
  });

  test('an account under another spelling is lost to whoever is not told', () => {
    const drifted = write([{ mail: A }], [{ mail: A }], [{ mail: 'A@example.com' }]);
    expect(wrong(drifted)).toEqual(['p0 does not keep the account A@example.com']);
    expect(wrong(drifted, false)).toEqual([]);
    expect(truthViolations(drifted, 'scim', 'exact', said('keeps-account'), false)).toHaveLength(1);
    expect(truthViolations(drifted, 'scim', 'ascii-ci', said('keeps-account'), true)).toEqual([]);
  });

  test('a removed row is nobody’s loss, a row of somebody who has left is', () => {
    expect(wrong(write([{ mail: A }], [{ mail: B }], [{ mail: A, active: false }]))).toEqual([]);
    expect(wrong(write([{ mail: A, active: false }], [{ mail: B, person: 'other' }], [{ mail: A }]))).toEqual([
      'p0 does not keep the account a@example.com',
    ]);
  });

  test('who is in neither provider is outside, but for what SCIM takes away', () => {
    const outside = write([{ mail: A }], [{ mail: A }], [{ mail: A }, { mail: C, person: 'outside' }]);
    expect(wrong(outside)).toEqual(['outside does not keep the account c@example.com']);
    expect(wrong(outside, true, 'jit')).toEqual([]);
  });

  test('a row of somebody who is called the same could have been found, one of a stranger could not', () => {
    const moved = (name: string | null) =>
      write([{ mail: A, name: 'Ann Lee' }], [{ mail: A, name: 'Ann Lee' }], [{ mail: C, name }]);
    expect(wrong(moved('LEE, Ann'), true, 'jit')).toHaveLength(1);
    expect(wrong(moved(null), true, 'jit')).toEqual([]);
  });

  test('a row of somebody else is excused where no name speaks against it, or an active user has the address', () => {
    const other = (active: boolean, name: string | null): string[] =>
      wrong(
        write(
          [{ mail: A, name: 'Ann Lee', active }],
          [{ mail: A, name: 'Ann Lee' }],
          [{ mail: A, name, person: 'somebody else' }],
        ),
        true,
        'jit',
      );
    expect(other(false, null)).toEqual([]);
    expect(other(false, 'Ann Lee')).toEqual([]);
    expect(other(true, 'Bo Ng')).toEqual([]);
    expect(other(false, 'Bo Ng').length).toBeGreaterThan(0);
  });

  test('of two accounts whoever changes nothing reaches the one that they always reached', () => {
    const both = [{ mail: A }, { mail: B, person: 'p0' }];
    const back = (mode: 'scim' | 'jit', next: Sketch) =>
      wrong(write([{ sso: A, scim: B, active: false }], [next], both), true, mode);
    expect(back('jit', { sso: A, scim: B })).toEqual([]);
    expect(back('jit', { mail: B })).toEqual(['p0 does not keep the account a@example.com']);
    // Here it depends on what SCIM links.
    expect(back('scim', { sso: A, scim: B })).toHaveLength(2);
  });

  test('whoever comes to an account that was taken for theirs is not missed at their own', () => {
    const old = { sso: B, scim: A, name: 'Ann Lee' };
    const taken = (name: string) => write([old], [old], [{ mail: A }, { mail: B, name, person: 'somebody else' }]);
    expect(wrong(taken('Ann Lee'), true, 'jit')).toEqual([]);
    expect(wrong(write([old], [old], [{ mail: A }]), true, 'jit')).toEqual([
      'p0 does not keep the account a@example.com',
    ]);
  });

  test('two who were not taken for one are not excused for looking like one', () => {
    const near = write([{ mail: A }], [{ mail: A }, { mail: 'A@example.com' }], [{ mail: A }]);
    expect(truthViolations(near, 'jit', 'ascii-ci', said('keeps-account'), true)).toHaveLength(1);
    expect(truthViolations(near, 'jit', 'exact', said('keeps-account'), true)).toEqual([]);
  });
});
