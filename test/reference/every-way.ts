/** Holds what the library says of an organisation against the reference: every mode, policy, with and without list. */
import { evaluateGate, type Reconciliation, reconcile } from '../../src/index.ts';
import { POLICIES, type Policy } from './addresses.ts';
import { compare, type LibraryInput, predictionsOf, toRecords } from './agreement.ts';
import { FINDING_KINDS } from './findings.ts';
import { expectedGateOpen } from './judge.ts';
import { printScenario } from './print.ts';
import type { Organisation } from './records.ts';
import { MODES, type Mode } from './simulation.ts';
import { truthViolations } from './truth.ts';

/** How a switch can be made, and what of it is known. */
export interface Way {
  mode: Mode;
  policy: Policy;
  listed: boolean;
}

export const WAYS: readonly Way[] = [true, false].flatMap((listed) =>
  MODES.flatMap((mode) => POLICIES.map((policy) => ({ mode, policy, listed }))),
);

/** The gate is closed by something of which the reference knows nothing, such as an address without `@`. */
function closedByOthers({ people, inputFindings }: Reconciliation): boolean {
  const known: readonly string[] = [...FINDING_KINDS, 'id-kind-ignored'];
  return [...inputFindings, ...people.flatMap((person) => person.findings)].some(
    ({ kind, severity }) => severity === 'error' && !known.includes(kind),
  );
}

/** Everything in which library and reference differ in one way, in words. */
function disagreementsIn(
  organisation: Organisation,
  input: LibraryInput,
  { mode, policy }: Way,
  check: Check,
): string[] {
  const reconciliation = check(input, { mode, compare: policy });
  const open = evaluateGate(reconciliation).status === 'open';
  const due = expectedGateOpen(organisation, mode, policy) && !closedByOthers(reconciliation);
  const wronged = truthViolations(organisation, mode, policy, predictionsOf(organisation, reconciliation), open);
  return [
    ...compare(organisation, mode, policy, reconciliation),
    ...(open === due ? [] : [`the gate is ${open ? 'open' : 'closed'}, expected ${due ? 'open' : 'closed'}`]),
    ...wronged.map(({ person, what }) => `${person}: ${what}`),
  ];
}

type Check = (input: LibraryInput, options: { mode: Mode; compare: Policy }) => Reconciliation;

/** The same in all ways, each way with its name; the organisation itself is shown in the first. */
export function disagreements(drawn: Organisation, check: Check = reconcile): string[] {
  const organisations = [{ ...drawn, app: null }, drawn].map((organisation) => ({
    organisation,
    input: toRecords(organisation),
  }));
  const told: string[] = [];
  for (const way of WAYS) {
    const given = organisations[Number(way.listed)];
    const found = given === undefined ? [] : disagreementsIn(given.organisation, given.input, way, check);
    if (given === undefined || found.length === 0) continue;
    const shown = told.length === 0 ? ['', printScenario(given.organisation, way.mode, way.policy), ''] : [];
    told.push(`${way.mode}, ${way.policy}, ${way.listed ? 'with' : 'without'} a list:`, ...found, ...shown);
  }
  return told;
}
