import type { ComparePolicy } from '../email/compare.ts';
import { PreflightError, toPreflightError } from '../errors.ts';
import { evaluateGate } from '../gate/evaluate.ts';
import type { UserMap } from '../loaders/mapping.ts';
import type { ProfileId } from '../loaders/profiles/index.ts';
import type { Scope } from '../loaders/scope.ts';
import type { ServiceProviderId } from '../matcher/service-providers/index.ts';
import type { LoadedInput } from '../model/input.ts';
import type { GateVerdict, Mode, Reconciliation } from '../model/reconciliation.ts';
import { ATTRIBUTES } from '../model/user.ts';
import type { UserTable } from '../model/user-table.ts';
import { reconcileTables } from '../reconcile.ts';
import { requireOptions } from './check-options.ts';
import { loadSides } from './load-sides.ts';
import type { Source } from './readers/bytes.ts';
import type { ReadProgress } from './readers/read-table.ts';

/** One side of a check: its files, and how they are read. */
export interface CheckSide {
  readonly files: readonly Source[];
  /** Default: detected. */
  readonly profile?: ProfileId;
  /** Which column holds what: header text, or `-` for *not sent*. */
  readonly map?: UserMap;
  /** Who is in scope; default everybody. */
  readonly scope?: Scope;
}

export interface CheckOptions {
  readonly old: CheckSide;
  readonly new: CheckSide;
  /** What provisions accounts after the switch; default `scim`. */
  readonly mode?: Mode;
  /** Default `claude`. */
  readonly serviceProvider?: ServiceProviderId;
  /** Default: the service provider's own. */
  readonly compare?: ComparePolicy;
  readonly onProgress?: (progress: ReadProgress) => void;
}

/**
 * The whole main job: reads both sides, reconciles them, and decides on the gate.
 *
 * @throws PreflightError where the question cannot be answered
 */
export async function check(options: CheckOptions): Promise<{ reconciliation: Reconciliation; verdict: GateVerdict }> {
  try {
    requireOptions(options);
    const { mode = 'scim' } = options;
    const [old, next] = await loadSides(
      { side: 'old', sources: options.old.files, ...readingOf(options.old) },
      { side: 'new', sources: options.new.files, ...readingOf(options.new) },
      options.onProgress,
    );
    requireUsers('old', old.inputs);
    requireUsers('new', next.inputs);
    if (mode === 'scim') requireScimColumn(next.inputs);
    requireValues(old);
    requireValues(next);
    const reconciliation = reconcileTables(
      { old: old.users, new: next.users },
      {
        mode,
        inputs: [...old.inputs, ...next.inputs],
        ...(options.serviceProvider === undefined ? {} : { serviceProvider: options.serviceProvider }),
        ...(options.compare === undefined ? {} : { compare: options.compare }),
      },
    );
    return { reconciliation, verdict: evaluateGate(reconciliation) };
  } catch (fault) {
    throw toPreflightError(fault);
  }
}

function readingOf({ profile, map, scope }: CheckSide): Omit<CheckSide, 'files'> {
  return {
    ...(profile === undefined ? {} : { profile }),
    ...(map === undefined ? {} : { map }),
    ...(scope === undefined ? {} : { scope }),
  };
}

/** A side without users answers nothing; says what became of its records. */
function requireUsers(side: string, inputs: readonly LoadedInput[]): void {
  if (inputs.some(({ users }) => users > 0)) return;
  const rejecting = inputs.find(({ rejected }) => rejected > 0);
  const first = rejecting?.observations.rejections[0];
  const left = inputs.flatMap(({ excludedReasons }) => Object.entries(excludedReasons));
  const why = [
    ...(first === undefined ? [] : [`records could not be read, the first because of ${first.reason}`]),
    ...left.map(([reason, count]) => `${count} left out (${reason})`),
  ].join('; ');
  const file = (rejecting ?? inputs[0])?.file;
  throw new PreflightError(
    'ERR_INPUT_EMPTY',
    `The ${side} side has no users${why === '' ? '' : `: ${why}`}. Check the export, and who is in scope.`,
    { ...(file === undefined ? {} : { file }), ...(first === undefined ? {} : { line: first.line }) },
  );
}

function requireScimColumn(inputs: readonly LoadedInput[]): void {
  if (inputs.some(({ mapping }) => mapping.scim !== null)) return;
  throw new PreflightError(
    'ERR_NO_SCIM_COLUMN',
    'In scim mode the new side needs a column with the SCIM email. Say which with --new-map scim=COLUMN, or choose --mode jit or --mode manual if SCIM will not be used.',
    inputs[0] === undefined ? {} : { file: inputs[0].file },
  );
}

/** A column in which nobody has a value was mapped by mistake; comparing it would only say that everything is missing. */
function requireValues({ users, inputs }: { users: UserTable; inputs: readonly LoadedInput[] }): void {
  if (users.length === 0) return;
  for (const attribute of ATTRIBUTES) {
    const mapped = inputs.find(({ mapping }) => mapping[attribute] !== null);
    if (mapped === undefined || hasValue(users, attribute)) continue;
    const column = mapped.mapping[attribute] ?? '';
    throw new PreflightError(
      'ERR_COLUMN_WITHOUT_VALUE',
      `Column "${column}" has no value for anybody, so it cannot be the ${attribute === 'sso' ? 'SSO' : 'SCIM'} email of the ${users.side} IdP. ` +
        `Name the column that is sent with --${users.side}-map ${attribute}=COLUMN, or say that it is not sent with --${users.side}-map ${attribute}=-.`,
      { file: mapped.file, column },
    );
  }
}

function hasValue(users: UserTable, attribute: 'sso' | 'scim'): boolean {
  for (let index = 0; index < users.length; index += 1) if (users.value(attribute, index) !== null) return true;
  return false;
}
