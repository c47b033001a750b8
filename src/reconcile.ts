import { type ComparePolicy, comparisonKey } from './email/compare.ts';
import { PreflightError, toPreflightError } from './errors.ts';
import { findingsOf, inputFindings } from './findings/detect.ts';
import { Evidence } from './findings/evidence.ts';
import { usersFromRecords } from './loaders/from-records.ts';
import { inputsBehind } from './loaders/provenance.ts';
import { correlate } from './matcher/correlate.ts';
import { evidenceOf } from './matcher/correlation-evidence.ts';
import type { Switch } from './matcher/outcome.ts';
import { Ownership } from './matcher/ownership.ts';
import { type MatchedPerson, peopleOf } from './matcher/people.ts';
import { byPlace } from './matcher/places.ts';
import { type ServiceProviderId, serviceProviderById } from './matcher/service-providers/index.ts';
import type { Sides } from './matcher/sides.ts';
import type { LoadedInput } from './model/input.ts';
import { OUTCOMES, type Person } from './model/person.ts';
import { MODES, type Mode, type Reconciliation } from './model/reconciliation.ts';
import type { UserRecord } from './model/user.ts';
import type { UserTable } from './model/user-table.ts';
import { summarize } from './summarize.ts';

/** How the switch will be made, and to what. */
export interface ReconcileOptions {
  /** What provisions accounts after the switch; default `scim`. */
  readonly mode?: Mode;
  /** Default `claude`. */
  readonly serviceProvider?: ServiceProviderId;
  /** Default: the service provider's own. */
  readonly compare?: ComparePolicy;
  /** What was read, where the users come from files. Default: the inputs that `loadUsers` read the records from. */
  readonly inputs?: readonly LoadedInput[];
}

/**
 * Pairs the users of the old and the new IdP, compares what is sent, and predicts what happens to everybody.
 *
 * @param input - users of both sides, in any order; each needs `sso`, `scim` or both
 * @returns everybody, with their outcome and findings; frozen by convention, never changed afterwards
 * @throws PreflightError ERR_INPUT_RECORD, ERR_INPUT_EMPTY, ERR_USAGE, ERR_UNKNOWN_SERVICE_PROVIDER, ERR_UNKNOWN_POLICY
 */
export function reconcile(
  input: { readonly old: readonly UserRecord[]; readonly new: readonly UserRecord[] },
  options: ReconcileOptions = {},
): Reconciliation {
  try {
    const tables = { old: usersFromRecords('old', input.old), new: usersFromRecords('new', input.new) };
    const inputs = options.inputs ?? [...inputsBehind(input.old), ...inputsBehind(input.new)];
    return reconcileTables(tables, { ...options, inputs });
  } catch (fault) {
    throw toPreflightError(fault);
  }
}

/** The pipeline: users in, reconciliation out. */
export function reconcileTables(tables: Sides<UserTable>, options: ReconcileOptions): Reconciliation {
  const mode = checkMode(options.mode ?? 'scim');
  const serviceProvider = serviceProviderById(options.serviceProvider ?? 'claude');
  const compare = options.compare ?? serviceProvider.compare;
  const key = comparisonKey(compare);
  requireUsers(tables);

  const correlated = correlate(tables);
  const ownership = new Ownership(tables.old, tables.new, mode, key);
  const world: Switch = { tables, mode, key, correlated, ownership };
  const matched = peopleOf(world);
  const evidence = new Evidence(world, matched, options.inputs ?? []);
  const people = inReportOrder(matched, tables).map((person) => describe(person, evidence));
  const found = inputFindings(evidence);

  return {
    serviceProvider: serviceProvider.id,
    mode,
    compare,
    inputs: (options.inputs ?? []).map(({ observations, ...summary }) => summary),
    inputFindings: found,
    summary: summarize(tables, evidence.active, people, found),
    people,
  };
}

function describe(person: MatchedPerson, evidence: Evidence): Person {
  const { tables } = evidence.world;
  return {
    old: person.old < 0 ? null : tables.old.user(person.old),
    new: person.new < 0 ? null : tables.new.user(person.new),
    app: null,
    correlation: evidenceOf(person, evidence.world),
    owner: person.owner,
    outcome: person.outcome,
    findings: findingsOf(person, evidence),
  };
}

/** Worst outcome first, then by old file and line, then by new file and line; whoever lacks a side comes last. */
function inReportOrder(people: readonly MatchedPerson[], tables: Sides<UserTable>): MatchedPerson[] {
  const rank = new Map(OUTCOMES.map((outcome, index) => [outcome, index]));
  const bySide = (table: UserTable) => {
    const compare = byPlace(table);
    return (a: number, b: number) => (a < 0 || b < 0 ? Number(a < 0) - Number(b < 0) : compare(a, b));
  };
  const [byOld, byNew] = [bySide(tables.old), bySide(tables.new)];
  return [...people].sort(
    (a, b) => (rank.get(a.outcome) ?? 0) - (rank.get(b.outcome) ?? 0) || byOld(a.old, b.old) || byNew(a.new, b.new),
  );
}

function checkMode(mode: string): Mode {
  const known = MODES.find((candidate) => candidate === mode);
  if (known !== undefined) return known;
  throw new PreflightError('ERR_USAGE', `Unknown mode "${mode}". Known: ${MODES.join(', ')}.`);
}

function requireUsers(tables: Sides<UserTable>): void {
  for (const table of [tables.old, tables.new]) {
    if (table.length > 0) continue;
    throw new PreflightError(
      'ERR_INPUT_EMPTY',
      `The ${table.side} side has no users, so nothing can be said. Check that the export is whole and that everybody is not out of scope.`,
    );
  }
}
