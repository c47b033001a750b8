import { join } from 'node:path';
import type { CrosswalkDecision } from '../../src/model/crosswalk.ts';
import { readConfig } from '../../src/node/config/read-config.ts';
import { readCrosswalk } from '../../src/node/readers/crosswalk.ts';
import {
  evaluateGate,
  type GatePolicy,
  type GateVerdict,
  type LoadedSide,
  loadUsers,
  type Reconciliation,
  reconcile,
} from '../../src/node.ts';
import { ROOT } from '../architecture/sources.ts';
import type { ExportName } from './tenant.ts';

export const FOLDER = join(ROOT, 'examples/tenant');

/** Rules that leave people out, as `COLUMN=GLOB`. */
export interface Scope {
  readonly old: readonly string[];
  readonly new: readonly string[];
}

/** Everything on which the answer rests, read once, so that a test can take one thing out. */
export interface State {
  readonly old: LoadedSide;
  readonly new: LoadedSide;
  readonly app: LoadedSide;
  readonly crosswalk: readonly CrosswalkDecision[];
  readonly policy: GatePolicy;
}

/** The state in which the page ends. */
export async function finalState(): Promise<State & { readonly scope: Scope }> {
  const config = await readConfig(join(FOLDER, 'idp-preflight.yaml'));
  const scope = { old: [config.old?.exclude ?? []].flat(), new: [config.new?.exclude ?? []].flat() };
  return {
    scope,
    old: await loadOld(scope.old),
    new: await loadNew('entra-users-fixed.csv', scope.new),
    app: await loadApp('claude-members-later.csv'),
    crosswalk: await readCrosswalk(config.crosswalk ?? ''),
    policy: { waivers: config.waivers, now: '2026-01-02T03:04:05.000Z' },
  };
}

export function loadOld(exclude: readonly string[]): Promise<LoadedSide> {
  return loadUsers(join(FOLDER, 'okta-users.csv'), {
    side: 'old',
    map: { sso: 'login', scim: 'workEmail' },
    scope: { exclude: exclude.map(ruleOf) },
  });
}

export function loadNew(name: ExportName, exclude: readonly string[]): Promise<LoadedSide> {
  return loadUsers(join(FOLDER, name), {
    side: 'new',
    map: { sso: 'userPrincipalName', scim: 'mail' },
    scope: { exclude: exclude.map(ruleOf) },
  });
}

export function loadApp(name: ExportName): Promise<LoadedSide> {
  return loadUsers(join(FOLDER, name), { side: 'app', map: { email: 'Email' } });
}

export function reconciled({ old, new: next, app, crosswalk }: State): Reconciliation {
  return reconcile({ old: old.users, new: next.users, app: app.users }, { crosswalk });
}

export function verdictOf(state: State): GateVerdict {
  return evaluateGate(reconciled(state), state.policy);
}

function ruleOf(rule: string): { column: string; glob: string } {
  const at = rule.indexOf('=');
  return { column: rule.slice(0, at), glob: rule.slice(at + 1) };
}
