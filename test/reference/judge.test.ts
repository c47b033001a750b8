import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, type ReconciliationLike } from './agreement.ts';
import { closesGate, evidenceOfTwo, expected, expectedGateOpen, truth, truthViolations } from './judge.ts';
import { type Organisation, organisation, type RefUser } from './organisation.ts';
import { printScenario } from './print.ts';
import type { Mode } from './simulation.ts';
import { A, B, C, D, type Sketch, write } from './write.ts';

const MODES = ['scim', 'jit', 'manual'] as const;

function says(mode: Mode, old: Sketch[], next: Sketch[]): Record<string, string[]> {
  return Object.fromEntries(
    expected(write(old, next), mode).map((p) => [
      `${p.oldRef ?? '·'}/${p.newRef ?? '·'}`,
      [p.outcome, ...p.findings.map((f) => `${f.kind}:${f.severity}`).sort()],
    ]),
  );
}

describe('findings', () => {
  test('a new address of an owner', () => {
    const ids = { 'employee-id': '1' };
    expect(says('scim', [{ mail: A, ids }], [{ sso: A, scim: B, ids }])).toEqual({
      'old2/new2': ['duplicate-account', 'scim-email-mismatch:error', 'sso-scim-divergence:error'],
    });
    expect(says('jit', [{ mail: A, ids }], [{ sso: A, scim: B, ids }])).toEqual({
      'old2/new2': ['keeps-account'],
    });
  });

  test('values that differ in the same way as before', () => {
    expect(says('scim', [{ sso: A, scim: B }], [{ sso: A, scim: B }])).toEqual({
      'old2/new2': ['keeps-account', 'sso-scim-divergence:warning'],
    });
  });

  test('a value that is not there', () => {
    expect(says('scim', [{ mail: A }, { sso: B, scim: null }], [{ sso: A, scim: null }, { mail: B }])).toEqual({
      'old2/new2': ['sign-in-blocked', 'email-missing:error'],
      'old3/new3': ['keeps-account', 'email-missing:warning'],
    });
    expect(says('scim', [{ mail: null }], [{ mail: A }])).toEqual({
      'old2/·': ['loses-access', 'email-missing:error', 'missing-in-new:warning'],
      '·/new2': ['new-account', 'unexpected-in-new:warning'],
    });
    expect(says('scim', [{ sso: A, scim: null }], [{ mail: A }])).toEqual({ 'old2/new2': ['keeps-account'] });
  });

  test('those who leave, come back and come', () => {
    expect(
      says(
        'jit',
        [{ mail: A }, { mail: B }, { mail: C, active: false }],
        [{ mail: D }, { mail: B, active: false }, { mail: C }],
      ),
    ).toEqual({
      'old2/·': ['loses-access', 'missing-in-new:error'],
      'old3/new3': ['loses-access', 'inactive-in-new:error'],
      'old4/new4': ['new-account', 'reactivated-in-new:warning'],
      '·/new2': ['new-account', 'unexpected-in-new:warning'],
    });
  });

  test('the address of somebody who has left', () => {
    const old = [{ mail: A, active: false, ids: { 'employee-id': '1' } }];
    const next = [{ mail: A, ids: { 'employee-id': '2' } }];
    expect(says('scim', old, next)['·/new2']).toEqual([
      'new-account',
      'address-reused:warning',
      'unexpected-in-new:warning',
    ]);
    expect(says('jit', old, next)['·/new2']).toEqual([
      'new-account',
      'address-reused:error',
      'unexpected-in-new:warning',
    ]);
  });

  test('the address of a leaver is their own as well', () => {
    expect(says('scim', [{ mail: A, active: false }, { mail: A }], [{ mail: A }])['old3/new2']).toEqual([
      'keeps-account',
    ]);
  });

  test('shared addresses and ids', () => {
    expect(
      says(
        'scim',
        [
          { mail: A, ids: { 'employee-id': '9' } },
          { mail: B, ids: { 'employee-id': '09' } },
        ],
        [
          { mail: A, ids: { 'employee-id': '9' } },
          { sso: B, scim: A, ids: { 'employee-id': '9' } },
        ],
      ),
    ).toEqual({
      'old2/·': ['unverified', 'ambiguous-correlation:error', 'duplicate-id:warning'],
      'old3/·': ['unverified', 'ambiguous-correlation:error', 'duplicate-id:warning'],
      '·/new2': ['unverified', 'ambiguous-correlation:error', 'duplicate-email:warning', 'duplicate-id:error'],
      '·/new3': [
        'unverified',
        'ambiguous-correlation:error',
        'duplicate-email:warning',
        'duplicate-id:error',
        'sso-scim-divergence:warning',
      ],
    });
    expect(says('jit', [{ mail: A }], [{ mail: A }, { mail: A, active: false }])['old2/new2']).toEqual([
      'keeps-account',
    ]);
  });

  test('a swap names both', () => {
    const [one, two] = [{ 'employee-id': '1' }, { 'employee-id': '2' }];
    const swap = says(
      'scim',
      [
        { mail: A, ids: one },
        { mail: B, ids: two },
      ],
      [
        { mail: B, ids: one },
        { mail: A, ids: two },
      ],
    );
    const both = [
      'account-takeover',
      'account-takeover:error',
      'scim-email-mismatch:error',
      'sso-email-mismatch:error',
    ];
    expect(swap).toEqual({ 'old2/new2': both, 'old3/new3': both });
  });
});

describe('the truth', () => {
  const keeps = [{ oldRef: 'old2', newRef: 'new2', outcome: 'keeps-account' }];
  const given = (old: Sketch, next: Sketch): Organisation => write([old], [{ person: 'somebody else', ...next }]);

  test('nothing to say where all is well', () => {
    const well = write([{ mail: A, name: 'Ann Lee' }], [{ mail: A, name: 'Ann Baker' }]);
    for (const mode of MODES) {
      expect(truth(well, mode)).toEqual([]);
      expect(truthViolations(well, mode, keeps, true)).toEqual([]);
    }
  });

  test('an address given to somebody else is excused only where nothing tells', () => {
    const excused = (old: Sketch, next: Sketch) => truthViolations(given(old, next), 'scim', keeps, true).length === 0;
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
    expect(truthViolations(third, 'scim', keeps, true).length).toBeGreaterThan(0);
  });

  test('what the rules look away from is excused by name', () => {
    expect(truth(given({ mail: A, name: 'Ann Lee' }, { mail: A, name: 'Bo Lee' }), 'scim')[0]?.excuse).toContain(
      'share a part',
    );
    const reused = given(
      { mail: A, name: 'Ann Lee', ids: { 'employee-id': '1' } },
      { mail: A, name: 'Bo Ng', ids: { 'employee-id': '1' } },
    );
    expect(truth(reused, 'scim')[0]?.excuse).toContain('an id agrees');
  });

  test('a gate that was opened over a new address is a violation, one that is closed is not', () => {
    const moved = write([{ mail: A }], [{ mail: B }]);
    expect(truthViolations(moved, 'scim', [], true)).toHaveLength(1);
    expect(truthViolations(moved, 'scim', [], false)).toEqual([]);
    expect(truthViolations(moved, 'scim', keeps, false)).toHaveLength(1);
  });
});

/** A reconciliation that says what is expected. */
function obedient(drawn: Organisation, mode: Mode): ReconciliationLike {
  const line = (users: RefUser[], ref: string | null) =>
    ref === null ? null : { line: users.find((user) => user.ref === ref)?.line };
  return {
    people: expected(drawn, mode).map((p) => ({
      old: line(drawn.old, p.oldRef),
      new: line(drawn.new, p.newRef),
      correlation: p.tier === null ? null : { tier: p.tier },
      owner: p.owner,
      outcome: p.outcome,
      findings: p.findings,
    })),
  };
}

describe('fuzz of the reference itself', () => {
  test('who closes the gate is told why; what is expected is safe in truth', () => {
    fc.assert(
      fc.property(organisation, fc.constantFrom(...MODES), (drawn, mode) => {
        const people = expected(drawn, mode);
        const silent = people.filter((p) => closesGate(p) && !p.findings.some((f) => f.severity === 'error'));
        const wrong = truthViolations(drawn, mode, people, expectedGateOpen(drawn, mode));
        if (silent.length > 0 || wrong.length > 0) {
          throw new Error(`${wrong.map((w) => w.what).join('\n')}\n${printScenario(drawn, mode)}`);
        }
        expect(compare(drawn, mode, obedient(drawn, mode))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('the order of the records changes nothing', () => {
    fc.assert(
      fc.property(organisation, fc.constantFrom(...MODES), (drawn, mode) => {
        const turned = { old: [...drawn.old].reverse(), new: [...drawn.new].reverse() };
        const told = (o: Organisation) =>
          expected(o, mode)
            .map((p) => JSON.stringify({ ...p, findings: p.findings.map((f) => JSON.stringify(f)).sort() }))
            .sort();
        expect(told(turned)).toEqual(told(drawn));
      }),
      { numRuns: 300 },
    );
  });

  test('a checker that is blind to ids, to names or to activity is found out', () => {
    const blindfolds: ((user: RefUser) => RefUser)[] = [
      (user) => ({ ...user, ids: { 'employee-id': null, 'external-id': null, 'immutable-id': null } }),
      (user) => ({ ...user, name: null }),
      (user) => ({ ...user, active: true }),
    ];
    const drawn = fc.sample(organisation, { numRuns: 600, seed: 7 });
    for (const blind of blindfolds) {
      const caught = drawn.filter((full) => {
        const seen = { old: full.old.map(blind), new: full.new.map(blind) };
        return truthViolations(full, 'scim', expected(seen, 'scim'), expectedGateOpen(seen, 'scim')).length > 0;
      });
      expect(caught.length).toBeGreaterThan(5);
    }
  });
});

test('disagreements are told', () => {
  const drawn = write([{ mail: A }], [{ mail: B }]);
  const wrong: ReconciliationLike = {
    people: [
      {
        old: { line: 2 },
        new: { line: 2 },
        correlation: { tier: 'email-exact' },
        owner: true,
        outcome: 'duplicate-account',
        findings: [],
      },
    ],
  };
  expect(compare(drawn, 'scim', wrong)).toEqual([
    'old2/new2: duplicate-account closes the gate, and no finding of severity error says why',
    'old2/new2: is no person of the reference',
    'old2/·: is missing (alone, loses-access)',
    '·/new2: is missing (alone, new-account)',
  ]);
});
