/** Checkers that are wrong in one thing: each has to be found out, or the reference watches nothing there. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Policy } from './addresses.ts';
import { compare } from './agreement.ts';
import { type ExpectedPerson, expected, expectedGateOpen } from './judge.ts';
import { LADDER, type Rung } from './membership.ts';
import { obedient } from './obedient.ts';
import { organisation } from './organisation.ts';
import type { Organisation, RefRow, RefUser } from './records.ts';
import { MODES, type Mode } from './simulation.ts';
import { truthViolations } from './truth.ts';

interface Verdict {
  people: ExpectedPerson[];
  open: boolean;
}
type Checker = (full: Organisation, mode: Mode, policy: Policy) => Verdict;

function honest(seen: Organisation, mode: Mode, policy: Policy, ladder: readonly Rung[] = LADDER): Verdict {
  return { people: expected(seen, mode, policy, ladder), open: expectedGateOpen(seen, mode, policy, ladder) };
}

/** Sees users otherwise than they are. */
function ofUsers(blind: (user: RefUser) => RefUser): Checker {
  return (full, ...way) => honest({ ...full, old: full.old.map(blind), new: full.new.map(blind) }, ...way);
}

/** Sees rows otherwise than they are, or not at all. */
function ofRows(blind: (row: RefRow) => RefRow[]): Checker {
  return (full, ...way) => honest({ ...full, app: full.app?.flatMap(blind) ?? null }, ...way);
}

/** Reads something else under one policy. */
function reading(policy: Policy, as: Policy): Checker {
  return (full, mode, given) => honest(full, mode, given === policy ? as : given);
}

const [activeExact, inactiveExact, activeNearly, inactiveNearly] = LADDER as [Rung, Rung, Rung, Rung];
/** Claims in another order, or not all of them. */
function climbing(...ladder: Rung[]): Checker {
  return (full, mode, policy) => honest(full, mode, policy, ladder);
}

const drawn = fc.sample(organisation, { numRuns: 1200, seed: 7 });

/** Of how many organisations a checker says something that is not expected, and of how many something unsafe. */
function foundOut(checker: Checker, policy: Policy): { told: number; unsafe: number } {
  let [told, unsafe] = [0, 0];
  drawn.forEach((full, i) => {
    const mode = MODES[i % MODES.length] ?? 'scim';
    const { people, open } = checker(full, mode, policy);
    const right = honest(full, mode, policy);
    const differs = compare(full, mode, policy, obedient(full, people)).length > 0 || open !== right.open;
    if (differs) told += 1;
    if (differs && truthViolations(full, mode, policy, people, open).length > 0) unsafe += 1;
  });
  return { told, unsafe };
}

test('the right checker is found out in nothing', () => {
  expect(foundOut(honest, 'exact')).toEqual({ told: 0, unsafe: 0 });
});

/** Whom they would not warn comes to harm. */
const UNSAFE: [what: string, checker: Checker, policy?: Policy][] = [
  [
    'is blind to ids',
    ofUsers((user) => ({ ...user, ids: { 'employee-id': null, 'external-id': null, 'immutable-id': null } })),
  ],
  ['is blind to names', ofUsers((user) => ({ ...user, name: null }))],
  ['takes everybody for active', ofUsers((user) => ({ ...user, active: true }))],
  ['takes the member list for no list', (full, ...way) => honest({ ...full, app: null }, ...way)],
  ['passes over names of the list', ofRows((row) => [{ ...row, name: null }])],
  ['takes removed members for members', ofRows((row) => [{ ...row, active: true }])],
  ['reads a list without its first row', ofRows((row) => (row.line === 2 ? [] : [row]))],
  ['folds case in exact', reading('exact', 'ascii-ci')],
  ['trims in exact', reading('exact', 'trim')],
  ['folds the domain in exact', reading('exact', 'domain-ci')],
  ['folds more than ASCII in ascii-ci', reading('ascii-ci', 'unicode-lower'), 'ascii-ci'],
  ['strips in unicode-lower', reading('unicode-lower', 'nfkc-lower-strip'), 'unicode-lower'],
  ['folds nothing in nfkc-lower-strip', reading('nfkc-lower-strip', 'exact'), 'nfkc-lower-strip'],
];

/** What they say is wrong, though it may be too careful. */
const WRONG: [what: string, checker: Checker, policy?: Policy][] = [
  ['ignores aliases', ofUsers((user) => ({ ...user, aliases: [] }))],
  ['ignores groups', ofUsers((user) => ({ ...user, groups: [] }))],
  ['lets who has left own before who is active', climbing(inactiveExact, activeExact, inactiveNearly, activeNearly)],
  ['lets a spelling claim before the address', climbing(activeExact, activeNearly, inactiveExact, inactiveNearly)],
  ['lets only the active own', climbing(activeExact, activeNearly)],
  ['knows no drift', climbing(activeExact, inactiveExact)],
];

describe.each(UNSAFE)('a checker that %s', (_, checker, policy = 'exact') => {
  test('is found out, and is found to be unsafe', () => {
    const { told, unsafe } = foundOut(checker, policy);
    expect(told).toBeGreaterThanOrEqual(10);
    expect(unsafe).toBeGreaterThanOrEqual(3);
  });
});

describe.each(WRONG)('a checker that %s', (_, checker, policy = 'exact') => {
  test('is found out', () => {
    expect(foundOut(checker, policy).told).toBeGreaterThanOrEqual(10);
  });
});
