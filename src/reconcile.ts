import { type ComparePolicy, comparisonKey } from './email/compare.ts';
import { PreflightError, toPreflightError } from './errors.ts';
import { measureCoverage } from './findings/coverage-low.ts';
import { findingsOf, inputFindings } from './findings/detect.ts';
import { Evidence } from './findings/evidence.ts';
import { usersFromRecords } from './loaders/from-records.ts';
import { inputsBehind } from './loaders/provenance.ts';
import { correlate } from './matcher/correlate.ts';
import { evidenceOf } from './matcher/correlation-evidence.ts';
import { Creations } from './matcher/creations.ts';
import { type AppliedCrosswalk, applyCrosswalk } from './matcher/crosswalk/apply.ts';
import { claimFaults } from './matcher/crosswalk/claim-faults.ts';
import type { Elsewhere } from './matcher/elsewhere.ts';
import { ImpliedOwnership } from './matcher/implied-ownership.ts';
import { ListedOwnership } from './matcher/listed-ownership.ts';
import type { Switch } from './matcher/outcome.ts';
import { type MatchedPerson, peopleOf } from './matcher/people.ts';
import { byPlace } from './matcher/places.ts';
import { sensitivities } from './matcher/sensitivity.ts';
import { type ServiceProviderId, serviceProviderById } from './matcher/service-providers/index.ts';
import type { Sides } from './matcher/sides.ts';
import { type CrosswalkDecision, crosswalkDecisionSchema } from './model/crosswalk.ts';
import type { LoadedInput } from './model/input.ts';
import { OUTCOMES, type Person, type Sensitivity } from './model/person.ts';
import { MODES, type Mode, type Reconciliation } from './model/reconciliation.ts';
import type { UserRecord } from './model/user.ts';
import type { UserTable } from './model/user-table.ts';
import { unknownWord } from './nearest.ts';
import { summarize } from './summarize.ts';

/** How the switch will be made, and to what. */
export interface ReconcileOptions {
  /** What provisions accounts after the switch; default `scim`. */
  readonly mode?: Mode;
  /** Whose behaviour is predicted; default `claude`. */
  readonly serviceProvider?: ServiceProviderId;
  /** How it compares addresses; default: the service provider's own policy. */
  readonly compare?: ComparePolicy;
  /** What humans decided about who is whom; it outweighs all evidence, and changes nobody whom it does not name. */
  readonly crosswalk?: readonly CrosswalkDecision[];
  /** What was read, where the users come from files. Default: the inputs that `loadUsers` read the records from. */
  readonly inputs?: readonly LoadedInput[];
}

/**
 * Pairs the users of the old and the new IdP, compares what is sent, and predicts what happens to everybody at the
 * switch. The order of the records changes nothing but the numbers by which reports name them.
 *
 * @param input - `old`, `new`: the users of both sides, in any order; each needs `sso`, `scim` or both. `app`, where it
 *   is known: the service provider's own member list. Then nothing but its rows is an account; without it, every active
 *   old user is taken to own one
 * @param options - how the switch will be made, and to what; default SCIM provisioning to Claude
 * @returns everybody, with their outcome and findings; frozen by convention, never changed afterwards
 * @throws PreflightError ERR_INPUT_RECORD where a record is no `UserRecord`; `line` is its number in its list
 * @throws PreflightError ERR_INPUT_EMPTY where a list has no records
 * @throws PreflightError ERR_USAGE for an unknown mode
 * @throws PreflightError ERR_CROSSWALK for a decision that is not as documented; `line` is its number
 * @throws PreflightError ERR_UNKNOWN_SERVICE_PROVIDER, ERR_UNKNOWN_POLICY for a name that is not known
 * @see https://support.claude.com/en/articles/13443687 on the two email attributes that have to stay exactly the same
 * @example
 * ```ts
 * import { assertGateOpen, evaluateGate, reconcile } from 'idp-preflight';
 *
 * const ids = { 'employee-id': '1001' };
 * const reconciliation = reconcile({
 *   old: [{ sso: 'ann@example.com', scim: 'ann@example.com', name: 'Ann Lee', ids }],
 *   new: [{ sso: 'ann@example.com', scim: 'ann@example.com', name: 'Ann Lee', ids }],
 *   app: [{ sso: 'ann@example.com', name: 'Ann Lee' }],
 * });
 * console.log(reconciliation.people[0]?.outcome); // keeps-account
 * assertGateOpen(evaluateGate(reconciliation));
 * ```
 */
export function reconcile(
  input: {
    readonly old: readonly UserRecord[];
    readonly new: readonly UserRecord[];
    readonly app?: readonly UserRecord[] | undefined;
  },
  options: ReconcileOptions = {},
): Reconciliation {
  try {
    const tables = {
      old: usersFromRecords('old', input.old),
      new: usersFromRecords('new', input.new),
      app: input.app === undefined ? null : usersFromRecords('app', input.app),
    };
    requireDecisions(options.crosswalk ?? []);
    const lists = [input.old, input.new, input.app ?? []];
    return reconcileTables(tables, { ...options, inputs: options.inputs ?? lists.flatMap(inputsBehind) });
  } catch (fault) {
    throw toPreflightError(fault);
  }
}

/** The users of every list; `app` is null where the service provider's own is not known. */
export interface Tables extends Sides<UserTable> {
  readonly app: UserTable | null;
}

/** The pipeline: users in, reconciliation out. */
export function reconcileTables({ app, ...tables }: Tables, options: ReconcileOptions): Reconciliation {
  requireUsers(tables.old, tables.new, ...(app === null ? [] : [app]));
  return predict({ tables, app, ...applyCrosswalk(correlate(tables), options.crosswalk, tables, app) }, options);
}

/** The users and accounts of one app, and who is whom. */
export interface CorrelatedTables extends AppliedCrosswalk {
  readonly tables: Sides<UserTable>;
  readonly app: UserTable | null;
  /** The addresses of old users who are out of the scope of this app; default none. */
  readonly elsewhere?: Elsewhere;
}

/** What happens to everybody at the switch of one app. */
export function predict(
  { tables, app, correlated, claims, faults, elsewhere }: CorrelatedTables,
  options: ReconcileOptions,
): Reconciliation {
  const mode = checkMode(options.mode ?? 'scim');
  const serviceProvider = serviceProviderById(options.serviceProvider ?? 'claude');
  const compare = options.compare ?? serviceProvider.compare;
  const ownershipBy = (said: typeof claims, policy = compare) => {
    const key = comparisonKey(policy);
    return app === null
      ? new ImpliedOwnership(tables.old, mode, key)
      : new ListedOwnership(tables, app, mode, key, correlated, said, elsewhere);
  };
  const crosswalkFaults = [...faults, ...claimFaults(claims, ownershipBy)];
  const worldUnder = (policy: ComparePolicy): Switch => {
    const key = comparisonKey(policy);
    const ownership = ownershipBy(claims, policy);
    const creations = new Creations(tables.new, mode, key, ownership);
    return { tables, mode, key, correlated, ownership, creations, crosswalkFaults };
  };
  const world = worldUnder(compare);
  const matched = peopleOf(world);
  const sensitivity = sensitivities(world, compare, matched, worldUnder);
  const evidence = new Evidence(world, matched, options.inputs ?? []);
  const people = inReportOrder(matched, world).map((person) => describe(person, evidence, sensitivity.get(person)));
  const found = inputFindings(evidence);
  const decisions = effective(options.crosswalk ?? [], crosswalkFaults);

  return {
    serviceProvider: serviceProvider.id,
    mode,
    compare,
    ...(serviceProvider.assumes === undefined ? {} : { assumesOfProvider: serviceProvider.assumes }),
    ...(compare === serviceProvider.compare ? {} : { ownCompare: serviceProvider.compare }),
    inputs: (options.inputs ?? []).map(({ observations, ...summary }) => summary),
    inputFindings: found,
    summary: summarize(tables, app, evidence.active, people, found),
    coverage: measureCoverage(evidence),
    people,
    ...(decisions === 0 ? {} : { decisions }),
  };
}

/** How many decisions there are that nothing was found wrong with. */
function effective(decisions: readonly CrosswalkDecision[], faults: Switch['crosswalkFaults']): number {
  const withFault = new Set(faults.map(({ decision }) => decision));
  return decisions.filter((decision) => decision.decision !== undefined && !withFault.has(decision)).length;
}

function describe(person: MatchedPerson, evidence: Evidence, sensitivity: Sensitivity | undefined): Person {
  const { tables, ownership } = evidence.world;
  return {
    old: person.old < 0 ? null : tables.old.user(person.old),
    new: person.new < 0 ? null : tables.new.user(person.new),
    app: person.app < 0 ? null : (ownership.app?.user(person.app) ?? null),
    correlation: evidenceOf(person, evidence.world),
    owner: person.owner,
    outcome: person.outcome,
    findings: findingsOf(person, evidence),
    ...sensitivity,
  };
}

/** Worst outcome first, then by old, new and app file and line; whoever lacks a side comes last. */
function inReportOrder(people: readonly MatchedPerson[], { tables, ownership }: Switch): MatchedPerson[] {
  const rank = new Map(OUTCOMES.map((outcome, index) => [outcome, index]));
  const bySide = (table: UserTable | null) => {
    if (table === null) return () => 0;
    const compare = byPlace(table);
    return (a: number, b: number) => (a < 0 || b < 0 ? Number(a < 0) - Number(b < 0) : compare(a, b));
  };
  const [byOld, byNew, byApp] = [bySide(tables.old), bySide(tables.new), bySide(ownership.app)];
  return [...people].sort(
    (a, b) =>
      (rank.get(a.outcome) ?? 0) - (rank.get(b.outcome) ?? 0) ||
      byOld(a.old, b.old) ||
      byNew(a.new, b.new) ||
      byApp(a.app, b.app),
  );
}

function requireDecisions(decisions: readonly CrosswalkDecision[]): void {
  decisions.forEach((decision, index) => {
    const parsed = crosswalkDecisionSchema.safeParse(decision);
    if (parsed.success) return;
    const path = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new PreflightError(
      'ERR_CROSSWALK',
      `Decision ${index + 1} is not as documented${path === '' ? '' : `, at "${path}"`}.`,
      {
        line: index + 1,
      },
    );
  });
}

function checkMode(mode: string): Mode {
  const known = MODES.find((candidate) => candidate === mode);
  if (known !== undefined) return known;
  throw new PreflightError('ERR_USAGE', unknownWord('mode', mode, MODES));
}

/** @throws PreflightError ERR_INPUT_EMPTY */
export function requireUsers(...tables: readonly UserTable[]): void {
  const empty = tables.find((table) => table.length === 0);
  if (empty === undefined) return;
  const what = empty.side === 'app' ? "The app's list has no members" : `The ${empty.side} side has no users`;
  throw new PreflightError(
    'ERR_INPUT_EMPTY',
    `${what}, so nothing can be said. Check that the export is whole and that everybody is not out of scope.`,
  );
}
