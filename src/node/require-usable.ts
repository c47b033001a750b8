import { isMailbox } from '../email/mailbox.ts';
import { unwrap } from '../email/normal-form.ts';
import { trimWhiteSpace } from '../email/white-space.ts';
import { PreflightError } from '../errors.ts';
import { unmatchedRules, unmatchedWords } from '../findings/unmatched-rules.ts';
import type { LoadedInput } from '../model/input.ts';
import type { Mode } from '../model/reconciliation.ts';
import { ATTRIBUTES } from '../model/user.ts';
import type { UserTable } from '../model/user-table.ts';
import type { LoadedTables } from './load-side.ts';

/** What was read for one app. */
export interface LoadedLists {
  readonly old: LoadedTables;
  readonly new: LoadedTables;
  readonly app: LoadedTables | null;
}

/**
 * Refuses lists of which a comparison would only say that everything is missing.
 *
 * @throws PreflightError ERR_INPUT_EMPTY, ERR_NO_SCIM_COLUMN, ERR_COLUMN_WITHOUT_VALUE
 */
export function requireUsable({ old, new: next, app }: LoadedLists, mode: Mode): void {
  requireUsers('old', old.inputs);
  requireUsers('new', next.inputs);
  if (app !== null) requireUsers('app', app.inputs);
  if (mode === 'scim') requireScimColumn(next.inputs);
  requireValues(old);
  requireValues(next);
  if (app !== null) requireAddresses(app);
}

/** A side without users answers nothing; says what became of its records. */
export function requireUsers(side: string, inputs: readonly LoadedInput[]): void {
  if (inputs.some(({ users }) => users > 0)) return;
  const rejecting = inputs.find(({ rejected }) => rejected > 0);
  const first = rejecting?.observations.rejections[0];
  // Where a file has no lines to go to, the message names the record.
  const isNumbered = rejecting?.format === 'json';
  const left = inputs.flatMap(({ excludedReasons }) => Object.entries(excludedReasons));
  const why = [
    ...(first === undefined
      ? []
      : [
          `records could not be read, the first${isNumbered ? ` (record ${first.line})` : ''} because of ${first.reason}`,
        ]),
    ...left.map(([reason, count]) => `${count} left out (${reason})`),
  ].join('; ');
  const lettingNobodyIn = unmatchedRules(inputs).filter(({ verb }) => verb === 'only');
  const rules = lettingNobodyIn.map((rule) => ` ${unmatchedWords(rule)}`).join('');
  const file = (rejecting ?? inputs[0])?.file;
  throw new PreflightError(
    'ERR_INPUT_EMPTY',
    `The ${side} side has no users${why === '' ? '' : `: ${why}`}.${rules} Check the export, and who is in scope.`,
    { ...(file === undefined ? {} : { file }), ...(first === undefined || isNumbered ? {} : { line: first.line }) },
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

/** A list of accounts in which nothing is an address was mapped by mistake: nobody would own anything, and all look safe. */
export function requireAddresses({ users, inputs }: { users: UserTable; inputs: readonly LoadedInput[] }): void {
  for (let index = 0; index < users.length; index += 1) {
    const email = users.value('sso', index);
    if (email !== null && isMailbox(trimWhiteSpace(unwrap(email)))) return;
  }
  const [input] = inputs;
  throw new PreflightError(
    'ERR_COLUMN_WITHOUT_VALUE',
    `Column "${input?.mapping.sso ?? ''}" holds no email address for anybody, so it cannot say who has an account. Name the right one with --app-map email=COLUMN.`,
    input === undefined ? {} : { file: input.file, column: input.mapping.sso ?? '' },
  );
}

function hasValue(users: UserTable, attribute: 'sso' | 'scim'): boolean {
  for (let index = 0; index < users.length; index += 1) if (users.value(attribute, index) !== null) return true;
  return false;
}
