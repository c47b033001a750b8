import { correlate } from './matcher/correlate.ts';
import { applyClaims, applyCrosswalk } from './matcher/crosswalk/apply.ts';
import { addressesElsewhere, NOBODY_ELSEWHERE, type PlacedUsers } from './matcher/elsewhere.ts';
import { type Places, restrictTo } from './matcher/restricted.ts';
import type { Sides } from './matcher/sides.ts';
import type { CrosswalkDecision } from './model/crosswalk.ts';
import type { Reconciliation } from './model/reconciliation.ts';
import type { UserTable } from './model/user-table.ts';
import { predict, type ReconcileOptions, requireUsers, type Tables } from './reconcile.ts';

/** One of the apps that a switch hits. */
export interface ApplicationTables extends Omit<ReconcileOptions, 'crosswalk'> {
  readonly name: string;
  /** Who is in its scope, with what is sent to it; its own member list, where that is known. */
  readonly tables: Tables;
  /** Its users by their index among everybody; null where they are everybody. */
  readonly places: Places | null;
  /** All old users with what is sent to it, also those out of its scope; none where that is what the side says. */
  readonly unscoped?: readonly PlacedUsers[];
}

/** What happens at each app, and what pairing left open. */
export interface ReconciledApplications {
  /** One reconciliation an app, in their order. */
  readonly applications: Reconciliation[];
  /** Everybody as they were paired, for what a human has to say of them. */
  everybody(): Reconciliation;
}

/**
 * Pairs everybody once, and predicts what happens at each app. Who is whom does not depend on what an app is sent.
 *
 * @param everybody - the users of both sides
 * @param crosswalk - what humans decided: of two users for all apps, of an account for the app that the decision names
 * @throws PreflightError as `reconcile`
 */
export function reconcileApplications(
  everybody: Sides<UserTable>,
  applications: readonly ApplicationTables[],
  crosswalk: readonly CrosswalkDecision[] = [],
): ReconciledApplications {
  requireUsers(everybody.old, everybody.new);
  const found = applyCrosswalk(correlate(everybody), crosswalk, everybody, null);
  // Decisions on accounts name people here too; what is wrong with them is said of each app.
  const whole = { ...found, claims: [], faults: found.faults.filter(({ decision }) => decision.app === undefined) };
  const decisions = decisionsByApp(
    crosswalk,
    applications.map(({ name }) => name),
  );
  const lost = decisions.stray
    .filter(isDecided)
    .map((decision) => ({ kind: 'unknown', decision, why: WHICH_APP }) as const);
  return {
    applications: applications.map(({ name, tables: { app, ...tables }, places, unscoped = [], ...options }) => {
      requireUsers(tables.old, tables.new, ...(app === null ? [] : [app]));
      const correlated = places === null ? whole.correlated : restrictTo(whole.correlated, places);
      const own = decisions.ofAccounts(name);
      const { claims, faults } = applyClaims(correlated, own, tables, app);
      const elsewhere =
        places === null
          ? NOBODY_ELSEWHERE
          : addressesElsewhere(whole.correlated, places, [all(everybody.old), ...unscoped]);
      return predict(
        { tables, app, correlated, claims, faults: [...whole.faults, ...faults, ...lost], elsewhere },
        { ...options, crosswalk: [...decisions.ofCouples, ...own, ...decisions.stray] },
      );
    }),
    everybody: () => predict({ tables: everybody, app: null, ...whole }, {}),
  };
}

const WHICH_APP = 'it is about an account, and its column "application" names none of the apps that are checked';

/** A row in which nothing is decided changes nothing, whomever it names. */
function isDecided({ decision }: CrosswalkDecision): boolean {
  return decision !== undefined;
}

/**
 * Which app each decision is for: one on two users for all, one on an account for the app that it names, or for the only
 * one. Which other could be meant is no guess: `stray` are those that name none that is checked.
 */
function decisionsByApp(crosswalk: readonly CrosswalkDecision[], names: readonly string[]) {
  const ofAccounts = new Map(names.map((name): [string, CrosswalkDecision[]] => [name, []]));
  const stray: CrosswalkDecision[] = [];
  const [only] = names.length === 1 ? names : [];
  for (const decision of crosswalk) {
    if (decision.app === undefined) continue;
    const { application = only, ...rest } = decision;
    const own = application === undefined ? undefined : ofAccounts.get(application);
    if (own === undefined) stray.push(decision);
    else own.push(rest);
  }
  return {
    ofCouples: crosswalk.filter(({ app }) => app === undefined),
    ofAccounts: (name: string): readonly CrosswalkDecision[] => ofAccounts.get(name) ?? [],
    stray,
  };
}

function all(users: UserTable): PlacedUsers {
  return { users, places: Int32Array.from({ length: users.length }, (_, index) => index) };
}
