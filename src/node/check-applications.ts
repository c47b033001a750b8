import { doubtsOfApplications } from '../crosswalk/application-doubts.ts';
import type { Doubt } from '../crosswalk/doubts.ts';
import { PreflightError, toPreflightError } from '../errors.ts';
import { applyPolicy } from '../gate/apply-policy.ts';
import { evaluateGate } from '../gate/evaluate.ts';
import { evaluateGates } from '../gate/evaluate-all.ts';
import type { UserMap } from '../loaders/mapping.ts';
import type { Scope } from '../loaders/scope.ts';
import type { PlacedUsers } from '../matcher/elsewhere.ts';
import type { Places } from '../matcher/restricted.ts';
import type { Sides } from '../matcher/sides.ts';
import type { ApplicationVerdict } from '../model/application.ts';
import type { ApplicationMapKey } from '../model/config.ts';
import type { GateVerdict, Mode } from '../model/reconciliation.ts';
import { type ApplicationTables, reconcileApplications } from '../reconcile-applications.ts';
import { type CheckApp, type CheckOptions, decisionsIn, readingOf } from './check.ts';
import { requireApplications } from './check-options.ts';
import { type LoadedTables, loadSide, mapSide, type ReadPages, readSide } from './load-side.ts';
import { readyPolicy } from './policy.ts';
import { type LoadedLists, requireUsable } from './require-usable.ts';

/** What one app is sent, and who is in its scope; left out: as the side says. */
export interface ApplicationSide {
  /**
   * Which columns are sent to it, and which groups it sees, key by key in place of what the side says. What pairs people
   * is one for all apps.
   */
  readonly map?: Pick<UserMap, ApplicationMapKey>;
  /** Who of those in scope of the side is in scope of this app. */
  readonly scope?: Scope;
}

/** One of the apps that a switch hits. */
export interface CheckApplication extends Pick<CheckOptions, 'mode' | 'serviceProvider' | 'compare' | 'policy'> {
  /** How reports call it; each app by another name. */
  readonly name: string;
  /** Its own member list. Where it is known, nothing but what it lists is an account. */
  readonly app?: CheckApp;
  /** What the old IdP sends to it, and about whom. */
  readonly old?: ApplicationSide;
  /** What the new IdP will send to it, and about whom. */
  readonly new?: ApplicationSide;
}

/** What is checked for several apps at once. */
export interface CheckApplicationsOptions extends Pick<CheckOptions, 'old' | 'new' | 'crosswalk' | 'onProgress'> {
  /** One or more apps. */
  readonly applications: readonly CheckApplication[];
}

/**
 * The main job for every app that the switch hits: reads and pairs the exports once, and predicts for each app by what it
 * is sent, who is in its scope, and its own member list.
 *
 * @param options - the exports of both sides, and the apps
 * @returns what happens at each app, in their order, and whether the switch may go ahead: only if it may for every app
 * @throws PreflightError ERR_USAGE where the options are not as documented, or two apps have one name
 * @throws PreflightError ERR_INPUT_UNREADABLE, ERR_INPUT_BINARY, ERR_INPUT_EMPTY, ERR_INPUT_HEADER, ERR_INPUT_JSON,
 *   ERR_INPUT_TRUNCATED, ERR_INPUT_TOO_LARGE where an export cannot be read or a list has no users; `file` names it, `line`
 *   where it is known
 * @throws PreflightError ERR_NO_EMAIL_COLUMN, ERR_NO_SCIM_COLUMN, ERR_COLUMN_WITHOUT_VALUE, ERR_UNKNOWN_COLUMN where it
 *   is not known which column is sent, or who is in scope
 * @throws PreflightError ERR_UNKNOWN_PROFILE, ERR_UNKNOWN_SERVICE_PROVIDER, ERR_UNKNOWN_POLICY for an unknown name
 * @throws PreflightError ERR_CROSSWALK, ERR_POLICY where the crosswalk or a policy is not as documented
 * @example
 * ```ts
 * import { checkApplications } from 'idp-preflight/node';
 *
 * const { applications, verdict } = await checkApplications({
 *   old: { files: ['examples/okta-users-fixed.csv'], map: { sso: 'email', scim: 'email' } },
 *   new: { files: ['examples/entra-users-fixed.csv'], map: { sso: 'mail', scim: 'mail' } },
 *   applications: [
 *     { name: 'Claude', serviceProvider: 'claude' },
 *     { name: 'Wiki', serviceProvider: 'claude', compare: 'unicode-lower', mode: 'jit' },
 *   ],
 * });
 * console.log(verdict.status, applications.map(({ application, verdict: own }) => `${application} ${own.status}`));
 * ```
 */
export async function checkApplications(
  options: CheckApplicationsOptions,
): Promise<{ applications: readonly ApplicationVerdict[]; verdict: GateVerdict }> {
  const { applications, verdict } = await judgeApplications(options);
  return { applications, verdict };
}

/**
 * What `checkApplications` returns, and what a human has yet to say of who is whom.
 *
 * @param inItsWords - puts what is said of flags into the words in which the apps were given
 */
export async function judgeApplications(
  options: CheckApplicationsOptions,
  inItsWords = (message: string): string => message,
): Promise<{
  readonly applications: readonly ApplicationVerdict[];
  readonly verdict: GateVerdict;
  doubts(): Doubt[];
}> {
  try {
    requireApplications(options);
    const crosswalk = await decisionsIn(options.crosswalk);
    const policies = options.applications.map(({ policy }) => (policy === undefined ? undefined : readyPolicy(policy)));
    const pages = {
      old: await readSide(options.old.files, options.old, options.onProgress),
      new: await readSide(options.new.files, options.new, options.onProgress),
    };
    const everybody = {
      old: mapSide(pages.old, { side: 'old', ...readingOf(options.old) }),
      new: mapSide(pages.new, { side: 'new', ...readingOf(options.new) }),
    };
    const applications: ApplicationTables[] = [];
    for (const application of options.applications) {
      applications.push(await loadApplication(application, options, pages, everybody, inItsWords));
    }
    const tables = { old: everybody.old.users, new: everybody.new.users };
    const reconciled = reconcileApplications(tables, applications, crosswalk);
    const judged = reconciled.applications.map((found, index): ApplicationVerdict => {
      const policy = policies[index];
      const reconciliation = policy === undefined ? found : applyPolicy(found, policy);
      const application = options.applications[index]?.name ?? '';
      return { application, reconciliation, verdict: evaluateGate(reconciliation) };
    });
    return {
      applications: judged,
      verdict: evaluateGates(judged),
      doubts: () => doubtsOfApplications(judged, reconciled.everybody()),
    };
  } catch (fault) {
    throw toPreflightError(fault);
  }
}

/** @throws PreflightError whose message names the app */
async function loadApplication(
  application: CheckApplication,
  { old, new: next, onProgress }: CheckApplicationsOptions,
  pages: Sides<ReadPages>,
  everybody: Sides<LoadedTables>,
  inItsWords: (message: string) => string,
): Promise<ApplicationTables> {
  const { name, app, serviceProvider, compare } = application;
  const mode: Mode = application.mode ?? 'scim';
  try {
    const lists: LoadedLists = {
      old: loadPart('old', application.old, readingOf(old), pages.old, everybody.old),
      new: loadPart('new', application.new, readingOf(next), pages.new, everybody.new),
      app:
        app === undefined ? null : await loadSide({ side: 'app', sources: app.files, ...readingOf(app) }, onProgress),
    };
    requireUsable(lists, mode);
    return {
      name,
      tables: { old: lists.old.users, new: lists.new.users, app: lists.app?.users ?? null },
      places: placesOf(lists, everybody),
      unscoped: unscopedOf(application.old, readingOf(old), pages.old, everybody.old),
      mode,
      inputs: [...lists.old.inputs, ...lists.new.inputs, ...(lists.app?.inputs ?? [])],
      ...(serviceProvider === undefined ? {} : { serviceProvider }),
      ...(compare === undefined ? {} : { compare }),
    };
  } catch (fault) {
    const { code, message, file, line, column } = toPreflightError(fault);
    throw new PreflightError(code, `For ${name}: ${inItsWords(message)}`, {
      cause: fault,
      ...(file === undefined ? {} : { file }),
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    });
  }
}

function loadPart(
  side: 'old' | 'new',
  own: ApplicationSide | undefined,
  reading: ReturnType<typeof readingOf<UserMap, Scope>>,
  pages: ReadPages,
  everybody: LoadedTables,
): LoadedTables {
  if (own?.map === undefined && own?.scope === undefined) return everybody;
  return mapSide(pages, {
    side,
    ...reading,
    map: { ...reading.map, ...own.map },
    ...(own.scope === undefined ? {} : { within: own.scope }),
  });
}

/** Everybody of the old side with what is sent to an app; nobody where that is what the side says. */
function unscopedOf(
  own: ApplicationSide | undefined,
  reading: ReturnType<typeof readingOf<UserMap, Scope>>,
  pages: ReadPages,
  everybody: LoadedTables,
): PlacedUsers[] {
  if (own?.map === undefined || own.scope === undefined) return [];
  const loaded = loadPart('old', { map: own.map }, reading, pages, everybody);
  return [{ users: loaded.users, places: placesIn(everybody, loaded) }];
}

/** Where the users of an app stand among everybody; null where they are everybody. */
function placesOf({ old, new: next }: LoadedLists, everybody: Sides<LoadedTables>): Places | null {
  if (old === everybody.old && next === everybody.new) return null;
  return { old: placesIn(everybody.old, old), new: placesIn(everybody.new, next) };
}

/** A record is known by its input and line, which are the same in however many ways it is mapped. */
function placesIn(all: LoadedTables, part: LoadedTables): Int32Array {
  if (all === part) return Int32Array.from({ length: part.users.length }, (_, index) => index);
  const places = new Map(keysOf(all).map((key, index) => [key, index]));
  return Int32Array.from(keysOf(part), (key) => places.get(key) ?? -1);
}

/** Inputs stand in the order in which their users were added; names may be the same, as those of two streams. */
function keysOf({ users, inputs }: LoadedTables): string[] {
  const keys: string[] = [];
  inputs.forEach((input, place) => {
    const end = keys.length + input.users;
    while (keys.length < end) keys.push(`${place} ${users.line(keys.length)}`);
  });
  return keys;
}
