import fc from 'fast-check';
import { expect, it } from 'vitest';
import { reconcile } from '../../src/index.ts';
import type { CrosswalkDecision } from '../../src/model/crosswalk.ts';
import type { LibraryInput } from './agreement.ts';
import { correlate } from './correlation.ts';
import { disagreements, WAYS } from './every-way.ts';
import { organisation } from './organisation.ts';
import type { Organisation, RefDecision, RefUser } from './records.ts';
import { A, B, C, write } from './write.ts';

/** `npm run fuzz` does not run this; a number makes it longer. */
const RUNS = Number(process.env.ORGANISATIONS ?? 40);

type Choice = 'decide' | 'name' | 'pass over';

/**
 * What somebody writes down who knows the truth, about some of the people: who is whom, who is not whom the evidence
 * takes them for, and a few names without a word.
 */
function wordsByTruth(drawn: Organisation, choices: readonly Choice[]): RefDecision[] {
  const { pairs, candidates } = correlate(drawn);
  const humans = [...new Set([...drawn.old, ...drawn.new].map(({ person }) => person))];
  const choiceOf = (person: string) => choices[humans.indexOf(person) % choices.length];
  const words: RefDecision[] = [];
  const say = (old: string, next: string, same: boolean | null): void => {
    if (!words.some((word) => word.old === old && word.new === next)) words.push({ old, new: next, same });
  };
  const recordOf = (side: readonly RefUser[], person: string): RefUser | undefined => {
    const records = side.filter((user) => user.person === person);
    return records.find(({ active }) => active) ?? records[0];
  };
  const taken = new Map<string, string>();
  for (const person of humans) {
    const [old, next] = [recordOf(drawn.old, person), recordOf(drawn.new, person)];
    if (old === undefined || next === undefined || choiceOf(person) === 'pass over') continue;
    say(old.ref, next.ref, choiceOf(person) === 'decide' ? true : null);
    if (choiceOf(person) === 'decide') taken.set(old.ref, next.ref).set(next.ref, old.ref);
  }
  const edges = [...pairs.map((pair): [string, string] => [pair.old.ref, pair.new.ref]), ...candidates];
  for (const [old, next] of edges) {
    const robbed = (taken.get(old) ?? next) !== next || (taken.get(next) ?? old) !== old;
    const person = drawn.old.find(({ ref }) => ref === old)?.person;
    const other = drawn.new.find(({ ref }) => ref === next)?.person;
    const isTold = person !== undefined && choiceOf(person) === 'decide' && person !== other;
    if (robbed || isTold) say(old, next, false);
  }
  return words;
}

/** Everybody has a login of their own, by which the crosswalk names them. */
function decisionsOf(words: readonly RefDecision[]): CrosswalkDecision[] {
  return words.map(({ old, new: next, same }) => ({
    ...(same === null ? {} : { decision: same ? ('same' as const) : ('different' as const) }),
    old: { username: old },
    new: { username: next },
  }));
}

function withLogins({ old, new: next, ...app }: LibraryInput) {
  const login = <T extends { line: number }>(side: string, records: readonly T[]) =>
    records.map((record) => ({ ...record, username: `${side}${record.line}` }));
  return { ...app, old: login('old', old), new: login('new', next) };
}

const told = fc
  .tuple(
    organisation,
    fc.array(fc.constantFrom<Choice[]>('decide', 'name', 'pass over'), { minLength: 1, maxLength: 12, size: 'max' }),
  )
  .map(([drawn, choices]) => ({ ...drawn, crosswalk: wordsByTruth(drawn, choices) }));

it(`predicts what happens to whom humans paired, in ${WAYS.length} ways for everybody of ${RUNS} organisations`, () => {
  let decided = 0;
  fc.assert(
    fc.property(told, (drawn) => {
      const crosswalk = decisionsOf(drawn.crosswalk);
      decided += drawn.crosswalk.filter(({ same }) => same !== null).length;
      const problems = disagreements(drawn, (input, options) => {
        const found = reconcile(withLogins(input), { ...options, crosswalk });
        const faults = found.inputFindings.filter(({ kind }) => /^crosswalk-(?:unknown|conflict)$/.test(kind));
        if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join('\n'));
        return found;
      });
      if (problems.length > 0) throw new Error([...problems, JSON.stringify(drawn.crosswalk)].join('\n'));
    }),
    { numRuns: RUNS },
  );
  // Few of the drawn crosswalks are empty; far fewer decisions would mean that nothing was tried.
  expect(decided).toBeGreaterThan(RUNS / 4);
}, 3_600_000);

it('lays words over evidence', () => {
  const drawn = write([{ mail: A }, { mail: B }, { mail: C }], [{ mail: A }, { mail: B }, { mail: B }]);
  const says = (crosswalk: RefDecision[]) => {
    const { pairs, ambiguous, unpaired } = correlate({ ...drawn, crosswalk });
    return [pairs.map((pair) => `${pair.old.ref} ${pair.new.ref} ${pair.tier}`), ambiguous, unpaired];
  };
  expect(says([])).toEqual([['old2 new2 email-exact'], ['old3', 'new3', 'new4'], ['old4']]);
  // Nobody has said who new4 is, so that it is as doubtful as before.
  expect(says([{ old: 'old3', new: 'new3', same: true }])).toEqual([
    ['old2 new2 email-exact', 'old3 new3 crosswalk'],
    ['new4'],
    ['old4'],
  ]);
  expect(
    says([
      { old: 'old3', new: 'new3', same: true },
      { old: 'old3', new: 'new4', same: null },
      { old: 'old2', new: 'new2', same: false },
    ]),
  ).toEqual([['old3 new3 crosswalk'], [], ['old2', 'old4', 'new2', 'new4']]);
});
