import { correlate } from './matcher/correlate.ts';
import { type AppliedCrosswalk, applyCrosswalk } from './matcher/crosswalk/apply.ts';
import { type Places, restrictTo } from './matcher/restricted.ts';
import type { Sides } from './matcher/sides.ts';
import type { CrosswalkDecision } from './model/crosswalk.ts';
import type { Reconciliation } from './model/reconciliation.ts';
import type { UserTable } from './model/user-table.ts';
import { predict, type ReconcileOptions, requireUsers, type Tables } from './reconcile.ts';

/** One of the apps that a switch hits. */
export interface ApplicationTables extends Omit<ReconcileOptions, 'crosswalk'> {
  /** Who is in its scope, with what is sent to it; its own member list, where that is known. */
  readonly tables: Tables;
  /** Its users by their index among everybody; null where they are everybody. */
  readonly places: Places | null;
}

/**
 * Pairs everybody once, and predicts what happens at each app. Who is whom does not depend on what an app is sent.
 *
 * @param everybody - the users of both sides
 * @param crosswalk - what humans decided: of two users for all apps, of an account for those that list it
 * @returns one reconciliation an app, in their order
 * @throws PreflightError as `reconcile`
 */
export function reconcileApplications(
  everybody: Sides<UserTable>,
  applications: readonly ApplicationTables[],
  crosswalk: readonly CrosswalkDecision[] = [],
): Reconciliation[] {
  requireUsers(everybody.old, everybody.new);
  const ofCouples = crosswalk.filter(({ app }) => app === undefined);
  const ofAccounts = crosswalk.filter(({ app }) => app !== undefined);
  const whole = applyCrosswalk(correlate(everybody), ofCouples, everybody, null);
  const applied = applications.map(({ tables: { app, ...tables }, places }) => {
    requireUsers(tables.old, tables.new, ...(app === null ? [] : [app]));
    const correlated = places === null ? whole.correlated : restrictTo(whole.correlated, places);
    return applyCrosswalk(correlated, ofAccounts, tables, app);
  });
  const nowhere = unknownEverywhere(applied);
  return applications.map(({ tables: { app, ...tables }, places: _, ...options }, index) => {
    const { correlated, claims, faults } = applied[index] ?? whole;
    // An account of another app is none of this one's business.
    const elsewhere = faults.filter(({ kind, decision }) => kind === 'unknown' && !nowhere.has(decision));
    const others = new Set(elsewhere.map(({ decision }) => decision));
    return predict(
      {
        tables,
        app,
        correlated,
        claims,
        faults: [...whole.faults, ...faults.filter((fault) => !elsewhere.includes(fault))],
      },
      { ...options, crosswalk: crosswalk.filter((decision) => !others.has(decision)) },
    );
  });
}

/** Decisions on accounts that no app lists. */
function unknownEverywhere(applied: readonly AppliedCrosswalk[]): ReadonlySet<CrosswalkDecision> {
  const unknown = applied.map(
    ({ faults }) => new Set(faults.filter(({ kind }) => kind === 'unknown').map(({ decision }) => decision)),
  );
  const [first = new Set<CrosswalkDecision>(), ...rest] = unknown;
  return new Set([...first].filter((decision) => rest.every((other) => other.has(decision))));
}
