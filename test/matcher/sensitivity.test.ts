/** What a report says of the six policies is what each of them says when it is asked for. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMPARE_POLICIES, type Person, type Reconciliation, reconcile } from '../../src/index.ts';
import { toRecords } from '../reference/agreement.ts';
import { organisation } from '../reference/organisation.ts';
import { MODES } from '../reference/simulation.ts';

const HARMLESS = ['keeps-account', 'new-account', 'not-provisioned'];

function keyOf({ old, new: next }: Person): string {
  return `${old?.line ?? '·'}/${next?.line ?? '·'}`;
}

/** Outcomes by person; accounts that nobody claims come and go with the policy, and are nobody's second account. */
function outcomesOf({ people }: Reconciliation): Map<string, Person> {
  return new Map(people.filter((person) => person.old ?? person.new).map((person) => [keyOf(person), person]));
}

let affected = 0;
let worseElsewhere = 0;

test.each(MODES)('the fields of everybody agree with six runs, %s', (mode) => {
  fc.assert(
    fc.property(organisation, fc.boolean(), fc.constantFrom(...COMPARE_POLICIES), (drawn, listed, asked) => {
      const input = toRecords(listed ? drawn : { ...drawn, app: null });
      const runs = COMPARE_POLICIES.map((compare) => {
        const people = outcomesOf(reconcile(input, { mode, compare }));
        return { compare, people };
      });
      for (const [key, person] of outcomesOf(reconcile(input, { mode, compare: asked }))) {
        const outcomes = runs.map(({ compare, people }) => ({ compare, outcome: people.get(key)?.outcome ?? '?' }));
        const under = (...wanted: string[]) =>
          outcomes.filter(({ outcome }) => wanted.includes(outcome)).map(({ compare }) => compare);
        const due = {
          duplicateUnder: under('duplicate-account'),
          takeoverUnder: under('account-takeover'),
          harmlessUnder: under(...HARMLESS),
        };
        const varies = new Set(outcomes.map(({ outcome }) => outcome)).size > 1;
        const isDue = varies || due.duplicateUnder.length + due.takeoverUnder.length > 0;
        const { duplicateUnder, takeoverUnder, harmlessUnder } = person;
        expect({ duplicateUnder, takeoverUnder, harmlessUnder }).toEqual(
          isDue ? due : { duplicateUnder: undefined, takeoverUnder: undefined, harmlessUnder: undefined },
        );
        if (isDue) affected += 1;
        if (takeoverUnder?.length && person.outcome === 'keeps-account') worseElsewhere += 1;
      }
    }),
    { numRuns: 300, seed: 5 },
  );
});

test('people were affected, and some of those who keep their account only under another policy', () => {
  expect(affected).toBeGreaterThan(400);
  expect(worseElsewhere).toBeGreaterThan(3);
});

const FOLDING = ['ascii-ci', 'unicode-lower', 'nfkc-lower-strip'];
const NOT_FOLDING = ['exact', 'trim', 'domain-ci'];

describe('by hand', () => {
  test('a takeover that only an app that folds case would show is told although the gate is open', () => {
    const ids = (id: string) => ({ ids: { 'employee-id': id } });
    const [person] = reconcile(
      {
        old: [{ sso: 'bob@example.com', name: 'Bob Ray', ...ids('1') }],
        new: [
          { sso: 'bob@example.com', name: 'Bob Ray', ...ids('1') },
          { sso: 'BOB@example.com', name: 'Bob Kane', ...ids('2') },
        ],
        app: [{ sso: 'bob@example.com', name: 'Bob Ray' }],
      },
      { mode: 'jit' },
    ).people.filter(({ old }) => old === null);
    expect(person).toMatchObject({ outcome: 'new-account', takeoverUnder: FOLDING, duplicateUnder: [] });
    expect(person?.harmlessUnder).toEqual(NOT_FOLDING);
  });

  test('a second account by case alone is harmless where case is folded', () => {
    const { people } = reconcile(
      { old: [{ sso: 'Ann@example.com' }], new: [{ sso: 'ann@example.com' }] },
      { mode: 'jit' },
    );
    expect(people).toMatchObject([
      { outcome: 'duplicate-account', duplicateUnder: NOT_FOLDING, takeoverUnder: [], harmlessUnder: FOLDING },
    ]);
  });

  test('whoever loses their account under every policy says nothing of policies', () => {
    const { people } = reconcile(
      { old: [{ sso: 'ann@example.com' }], new: [{ sso: 'other@example.com' }] },
      { mode: 'jit' },
    );
    const gone = people.find(({ old }) => old !== null);
    expect(gone?.outcome).toBe('loses-access');
    expect(gone).not.toHaveProperty('duplicateUnder');
  });
});
