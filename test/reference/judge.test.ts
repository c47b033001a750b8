import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { POLICIES } from './addresses.ts';
import { compare } from './agreement.ts';
import { closesGate, expected, expectedGateOpen } from './judge.ts';
import { obedient } from './obedient.ts';
import { organisation } from './organisation.ts';
import { printScenario } from './print.ts';
import type { Organisation } from './records.ts';
import { MODES } from './simulation.ts';
import { truthViolations } from './truth.ts';
import { A, B, write } from './write.ts';

/** With or without its member list. */
const anyOrganisation = fc
  .tuple(organisation, fc.boolean())
  .map(([drawn, listed]): Organisation => (listed ? drawn : { ...drawn, app: null }));
const anyMode = fc.constantFrom(...MODES);
const anyPolicy = fc.constantFrom(...POLICIES);

test('who closes the gate is told why; what is expected is safe in truth', () => {
  fc.assert(
    fc.property(anyOrganisation, anyMode, anyPolicy, (drawn, mode, policy) => {
      const people = expected(drawn, mode, policy);
      const silent = people.filter((p) => closesGate(p) && !p.findings.some((f) => f.severity === 'error'));
      const open = expectedGateOpen(drawn, mode, policy);
      const wrong = truthViolations(drawn, mode, policy, people, open);
      if (silent.length > 0 || wrong.length > 0) {
        throw new Error(`${wrong.map((w) => w.what).join('\n')}\n${printScenario(drawn, mode, policy)}`);
      }
      expect(compare(drawn, mode, policy, obedient(drawn, people))).toEqual([]);
    }),
    { numRuns: 1500 },
  );
});

test('the order of the records changes nothing', () => {
  fc.assert(
    fc.property(anyOrganisation, anyMode, anyPolicy, (drawn, mode, policy) => {
      const turned: Organisation = {
        old: [...drawn.old].reverse(),
        new: [...drawn.new].reverse(),
        app: drawn.app === null ? null : [...drawn.app].reverse(),
      };
      const told = (o: Organisation) =>
        expected(o, mode, policy)
          .map((p) => JSON.stringify({ ...p, findings: p.findings.map((f) => JSON.stringify(f)).sort() }))
          .sort();
      expect(told(turned)).toEqual(told(drawn));
    }),
    { numRuns: 500 },
  );
});

test('disagreements are told', () => {
  const drawn = write([{ mail: A }], [{ mail: B }], [{ mail: A }]);
  const people = [
    {
      old: { line: 2 },
      new: { line: 2 },
      app: null,
      correlation: { tier: 'email-exact' },
      owner: true,
      outcome: 'duplicate-account',
      findings: [],
    },
  ];
  expect(compare(drawn, 'scim', 'exact', { people })).toEqual([
    'old2/new2: duplicate-account closes the gate, and no finding of severity error says why',
    'old2/new2: is no person of the reference',
    'old2/·: is missing (alone, loses-access)',
    '·/new2: is missing (alone, new-account)',
  ]);
});

test('every single point in which somebody differs is told', () => {
  const drawn = write([{ mail: A, name: 'Ann Lee' }], [{ mail: A, name: 'Ann Lee' }], [{ mail: A }, { mail: B }]);
  const right = obedient(drawn, expected(drawn, 'scim', 'exact')).people;
  const [pair, orphan] = right;
  if (pair === undefined || orphan === undefined) throw new Error('nobody');
  const told = (...people: typeof right) => compare(drawn, 'scim', 'exact', { people });
  expect(told(pair, orphan)).toEqual([]);
  expect(told({ ...pair, outcome: 'new-account' }, orphan)).toEqual([
    'old2/new2: outcome new-account, expected keeps-account',
  ]);
  expect(told({ ...pair, owner: false }, orphan)).toEqual(['old2/new2: owner false, expected true']);
  expect(told({ ...pair, app: null }, orphan)).toEqual(['old2/new2: row null, expected app2']);
  expect(told({ ...pair, correlation: { tier: 'alias' } }, orphan)).toEqual([
    'old2/new2: tier alias, expected email-exact',
  ]);
  expect(told({ ...pair, findings: [{ kind: 'group-missing', severity: 'warning' }] }, orphan)).toEqual([
    'old2/new2: finding group-missing:warning is not expected',
  ]);
  expect(told(pair, { ...orphan, findings: [{ kind: 'orphan-account', severity: 'warning' }] })).toEqual([
    'app3: loses-access closes the gate, and no finding of severity error says why',
    'app3: finding orphan-account:error is missing',
    'app3: finding orphan-account:warning is not expected',
  ]);
  expect(told(pair)).toEqual(['app3: is missing (alone, loses-access)']);
  expect(told(pair, orphan, orphan)).toEqual(['app3: is there twice']);
});
