import { toPreflightError } from '../errors.ts';
import { type LoadOptions, loadTable } from '../loaders/load-table.ts';
import { tieToInput } from '../loaders/provenance.ts';
import { UserColumns } from '../loaders/user-columns.ts';
import type { LoadedInput } from '../model/input.ts';
import type { Side, UserRecord } from '../model/user.ts';
import type { Source } from './readers/bytes.ts';
import { type ReadOptions, readTable } from './readers/read-table.ts';

/** The users of one side, and an account of where they come from. */
export interface LoadedSide {
  /** The list that they belong to. */
  readonly side: Side;
  /** The users, ready for `reconcile`, which learns from them what they were read from. */
  readonly users: readonly UserRecord[];
  /** The input that they were read from. */
  readonly inputs: readonly LoadedInput[];
}

/** How one export is read. */
export interface LoadUsersOptions extends LoadOptions, ReadOptions {
  /** How the source is called in reports and errors; default: as given, `-` for standard input. */
  readonly file?: string;
}

/**
 * Reads one export. Records that cannot be read are counted and not thrown: they come back as findings of `reconcile`.
 *
 * @param source - path, `-` for standard input, file URL or stream of bytes
 * @param options - which list the users belong to, and how the export is read
 * @returns its users, and the input with `records = users + rejected + excluded`
 * @throws PreflightError ERR_INPUT_UNREADABLE, ERR_INPUT_BINARY, ERR_INPUT_EMPTY, ERR_INPUT_HEADER, ERR_INPUT_RECORD,
 *   ERR_INPUT_JSON, ERR_INPUT_TRUNCATED, ERR_INPUT_TOO_LARGE where the export cannot be read; `file` names it, `line` where it is known
 * @throws PreflightError ERR_NO_EMAIL_COLUMN, ERR_UNKNOWN_COLUMN, ERR_UNKNOWN_PROFILE, ERR_USAGE where its columns
 *   cannot be mapped as asked
 * @example
 * ```ts
 * import { loadUsers, reconcile } from 'idp-preflight/node';
 *
 * const old = await loadUsers('examples/okta-users-fixed.csv', { side: 'old', map: { sso: 'email', scim: 'email' } });
 * const next = await loadUsers('examples/entra-users-fixed.csv', { side: 'new', map: { sso: 'mail', scim: 'mail' } });
 * console.log(reconcile({ old: old.users, new: next.users }).summary.outcomes);
 * ```
 */
export async function loadUsers(source: Source, options: LoadUsersOptions): Promise<LoadedSide> {
  try {
    const table = await readTable(source, undefined, options.file, false, options);
    const users = new UserColumns(options.side);
    const input = loadTable(table, options, users, new Map());
    const records = Array.from({ length: users.length }, (_, index) => tieToInput(users.record(index), input));
    return { side: options.side, users: records, inputs: [input] };
  } catch (fault) {
    throw toPreflightError(fault);
  }
}
