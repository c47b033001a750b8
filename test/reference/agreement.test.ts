import fc from 'fast-check';
import { expect, it } from 'vitest';
import { reconcile } from '../../src/index.ts';
import { disagreements, WAYS } from './every-way.ts';
import { organisation } from './organisation.ts';

/** `npm run fuzz` raises the number of organisations; a seed makes a failure come again. */
const RUNS = Number(process.env.ORGANISATIONS ?? 300);
const SEED = process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) };

it(`predicts what the simulated service provider does, in ${WAYS.length} ways for everybody of ${RUNS} organisations`, () => {
  fc.assert(
    fc.property(organisation, (drawn) => {
      const problems = disagreements(drawn);
      if (problems.length > 0) throw new Error(problems.join('\n'));
    }),
    { numRuns: RUNS, ...SEED },
  );
}, 3_600_000);

it('notices a wrong prediction in every way', () => {
  const [drawn] = fc.sample(organisation, { numRuns: 1, seed: 7 });
  if (drawn === undefined) throw new Error('nothing was drawn');
  expect(disagreements(drawn)).toEqual([]);
  const told = disagreements(drawn, (input, options) => {
    const { people, ...rest } = reconcile(input, options);
    const flipped = people.map((person, index) => {
      const outcome = person.outcome === 'keeps-account' ? ('loses-access' as const) : ('keeps-account' as const);
      return index === 0 ? { ...person, outcome } : person;
    });
    return { ...rest, people: flipped };
  });
  expect(told.filter((line) => line.endsWith('a list:'))).toHaveLength(WAYS.length);
});
