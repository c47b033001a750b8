import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateGate, reconcile } from '../../src/index.ts';
import { compare, predictionsOf, toRecords } from './agreement.ts';
import { truthViolations } from './judge.ts';
import { type Organisation, organisation } from './organisation.ts';
import { printScenario } from './print.ts';
import type { Mode } from './simulation.ts';

/** `npm run fuzz` raises the number of organisations; a seed makes a failure come again. */
const RUNS = Number(process.env.ORGANISATIONS ?? 300);
const SEED = process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) };

function disagreements(drawn: Organisation, mode: Mode): string[] {
  const reconciliation = reconcile(toRecords(drawn), { mode });
  const open = evaluateGate(reconciliation).status === 'open';
  const wronged = truthViolations(drawn, mode, predictionsOf(drawn, reconciliation), open);
  return [...compare(drawn, mode, reconciliation), ...wronged.map(({ person, what }) => `${person}: ${what}`)];
}

describe.each(['scim', 'jit', 'manual'] as const)('%s mode', (mode) => {
  it(`predicts what the simulated service provider does, for everybody of ${RUNS} organisations`, () => {
    fc.assert(
      fc.property(organisation, (drawn) => {
        const problems = disagreements(drawn, mode);
        if (problems.length > 0) throw new Error(`${problems.join('\n')}\n\n${printScenario(drawn, mode)}`);
      }),
      { numRuns: RUNS, ...SEED },
    );
  }, 3_600_000);
});

it('notices a wrong prediction', () => {
  const [drawn] = fc.sample(organisation, { numRuns: 1, seed: 7 });
  if (drawn === undefined) throw new Error('nothing was drawn');
  const reconciliation = reconcile(toRecords(drawn), { mode: 'scim' });
  const people = reconciliation.people.map((person, index) =>
    index === 0
      ? { ...person, outcome: person.outcome === 'keeps-account' ? 'loses-access' : 'keeps-account' }
      : person,
  );
  expect(compare(drawn, 'scim', { people })).not.toEqual([]);
});
