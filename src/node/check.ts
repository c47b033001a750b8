import type { ComparePolicy } from '../email/compare.ts';
import { toPreflightError } from '../errors.ts';
import { applyPolicy } from '../gate/apply-policy.ts';
import { evaluateGate } from '../gate/evaluate.ts';
import type { UserMap } from '../loaders/mapping.ts';
import type { ProfileId } from '../loaders/profiles/index.ts';
import type { Scope } from '../loaders/scope.ts';
import type { ServiceProviderId } from '../matcher/service-providers/index.ts';
import type { CrosswalkDecision } from '../model/crosswalk.ts';
import type { AppMapKey } from '../model/input.ts';
import type { GatePolicy } from '../model/policy.ts';
import type { GateVerdict, Mode, Reconciliation } from '../model/reconciliation.ts';
import { reconcileTables } from '../reconcile.ts';
import { requireOptions } from './check-options.ts';
import { loadSide } from './load-side.ts';
import { loadSides } from './load-sides.ts';
import { readyPolicy } from './policy.ts';
import type { Source } from './readers/bytes.ts';
import { readCrosswalk } from './readers/crosswalk.ts';
import type { ReadProgress } from './readers/read-table.ts';
import { requireUsable } from './require-usable.ts';

/** One side of a check: its files, and how they are read. */
export interface CheckSide {
  /** One or more files with the same kind of records, such as the pages of an export. */
  readonly files: readonly Source[];
  /** The export format; default: detected by the header. */
  readonly profile?: ProfileId;
  /** The sheet of a workbook (`.xlsx`); default: the first that is not hidden. */
  readonly sheet?: string;
  /** What the files are written in, such as `windows-1250`; default: found out by their bytes. */
  readonly encoding?: string;
  /** Which column holds what: header text, or `-` for *not sent*. */
  readonly map?: UserMap;
  /** Who is in scope; default everybody. */
  readonly scope?: Scope;
}

/** The service provider's own member list: its files, and how they are read. */
export interface CheckApp {
  /** One or more files, such as the pages of the list. */
  readonly files: readonly Source[];
  /** The export format; default: detected by the header. */
  readonly profile?: ProfileId;
  /** The sheet of a workbook (`.xlsx`); default: the first that is not hidden. */
  readonly sheet?: string;
  /** What the files are written in, such as `windows-1250`; default: found out by their bytes. */
  readonly encoding?: string;
  /** Which column holds what: header text. */
  readonly map?: { readonly [key in AppMapKey]?: string };
}

/** What is checked, and how the switch will be made. */
export interface CheckOptions {
  /** The exports of the old IdP. */
  readonly old: CheckSide;
  /** The exports of the new IdP. */
  readonly new: CheckSide;
  /** The service provider's own member list. Where it is known, nothing but what it lists is an account. */
  readonly app?: CheckApp;
  /** What provisions accounts after the switch; default `scim`. */
  readonly mode?: Mode;
  /** Whose behaviour is predicted; default `claude`. */
  readonly serviceProvider?: ServiceProviderId;
  /** How it compares addresses; default: the service provider's own policy. */
  readonly compare?: ComparePolicy;
  /** What humans decided about who is whom: a file as `--crosswalk-template` writes it, or the decisions themselves. */
  readonly crosswalk?: Source | readonly CrosswalkDecision[];
  /** What was decided about the gate, with which the reconciliation that is returned is marked; `now` left out: the clock. */
  readonly policy?: GatePolicy;
  /** Called now and then while files are read. */
  readonly onProgress?: (progress: ReadProgress) => void;
}

/**
 * The whole main job: reads both sides, reconciles them, and decides on the gate. A closed gate is a verdict, and not
 * thrown.
 *
 * @param options - the exports of both sides, the app's own list where it is known, and how the switch will be made
 * @returns everybody with their outcome and findings, and whether the switch may go ahead
 * @throws PreflightError ERR_USAGE where the options are not as documented
 * @throws PreflightError ERR_INPUT_UNREADABLE, ERR_INPUT_BINARY, ERR_INPUT_EMPTY, ERR_INPUT_HEADER, ERR_INPUT_JSON,
 *   ERR_INPUT_TRUNCATED, ERR_INPUT_TOO_LARGE where an export cannot be read or a list has no users; `file` names it, `line`
 *   where it is known
 * @throws PreflightError ERR_NO_EMAIL_COLUMN, ERR_NO_SCIM_COLUMN, ERR_COLUMN_WITHOUT_VALUE, ERR_UNKNOWN_COLUMN where it
 *   is not known which column is sent, or who is in scope
 * @throws PreflightError ERR_UNKNOWN_PROFILE, ERR_UNKNOWN_SERVICE_PROVIDER, ERR_UNKNOWN_POLICY for an unknown name
 * @throws PreflightError ERR_CROSSWALK where the crosswalk is not as documented; `line` says where
 * @throws PreflightError ERR_POLICY where the policy is not as documented, or waives what cannot be waived like that
 * @see https://support.claude.com/en/articles/13443687 on switching to a different IdP
 * @example
 * ```ts
 * import { check } from 'idp-preflight/node';
 *
 * const { reconciliation, verdict } = await check({
 *   old: { files: ['examples/okta-users-fixed.csv'], map: { sso: 'email', scim: 'email' } },
 *   new: { files: ['examples/entra-users-fixed.csv'], map: { sso: 'mail', scim: 'mail' } },
 * });
 * console.log(verdict.status, reconciliation.summary.outcomes['keeps-account']);
 * ```
 */
export async function check(options: CheckOptions): Promise<{ reconciliation: Reconciliation; verdict: GateVerdict }> {
  try {
    requireOptions(options);
    const { mode = 'scim' } = options;
    // Before anything that takes long: a slip in it is told at once.
    const crosswalk = await decisionsIn(options.crosswalk);
    const policy = options.policy === undefined ? undefined : readyPolicy(options.policy);
    const [old, next] = await loadSides(
      { side: 'old', sources: options.old.files, ...readingOf(options.old) },
      { side: 'new', sources: options.new.files, ...readingOf(options.new) },
      options.onProgress,
    );
    const app =
      options.app === undefined
        ? null
        : await loadSide({ side: 'app', sources: options.app.files, ...readingOf(options.app) }, options.onProgress);
    requireUsable({ old, new: next, app }, mode);
    const found = reconcileTables(
      { old: old.users, new: next.users, app: app?.users ?? null },
      {
        mode,
        inputs: [...old.inputs, ...next.inputs, ...(app?.inputs ?? [])],
        ...(options.serviceProvider === undefined ? {} : { serviceProvider: options.serviceProvider }),
        ...(options.compare === undefined ? {} : { compare: options.compare }),
        ...(crosswalk === undefined ? {} : { crosswalk }),
      },
    );
    const reconciliation = policy === undefined ? found : applyPolicy(found, policy);
    return { reconciliation, verdict: evaluateGate(reconciliation) };
  } catch (fault) {
    throw toPreflightError(fault);
  }
}

/** How a list is read, without its files. */
export function readingOf<Map, Scope>({
  profile,
  sheet,
  encoding,
  map,
  scope,
}: Reading<Map, Scope>): Reading<Map, Scope> {
  return {
    ...(sheet === undefined ? {} : { sheet }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(profile === undefined ? {} : { profile }),
    ...(map === undefined ? {} : { map }),
    ...(scope === undefined ? {} : { scope }),
  };
}

interface Reading<Map, Scope> {
  readonly profile?: ProfileId;
  readonly sheet?: string;
  readonly encoding?: string;
  readonly map?: Map;
  readonly scope?: Scope;
}

/** The decisions of a crosswalk, wherever they are; undefined where there is none. */
export async function decisionsIn(
  crosswalk: CheckOptions['crosswalk'],
): Promise<readonly CrosswalkDecision[] | undefined> {
  return crosswalk === undefined || isDecisions(crosswalk) ? crosswalk : readCrosswalk(crosswalk);
}

function isDecisions(crosswalk: NonNullable<CheckOptions['crosswalk']>): crosswalk is readonly CrosswalkDecision[] {
  return Array.isArray(crosswalk);
}
