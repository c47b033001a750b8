import { toPreflightError } from '../errors.ts';
import { type LoadOptions, loadTable } from '../loaders/load-table.ts';
import { tieToInput } from '../loaders/provenance.ts';
import { UserColumns } from '../loaders/user-columns.ts';
import type { LoadedInput } from '../model/input.ts';
import type { Side, UserRecord } from '../model/user.ts';
import type { Source } from './readers/bytes.ts';
import { readTable } from './readers/read-table.ts';

/** The users of one side, and an account of where they come from. */
export interface LoadedSide {
  readonly side: Side;
  readonly users: readonly UserRecord[];
  readonly inputs: readonly LoadedInput[];
}

export interface LoadUsersOptions extends LoadOptions {
  /** How the source is called in reports and errors; default: as given, `-` for standard input. */
  readonly file?: string;
}

/**
 * Reads one export.
 *
 * @param source - path, `-` for standard input, file URL or stream of bytes
 * @returns its users, and the input with `records = users + rejected + excluded`
 * @throws PreflightError, with `file`, and `line` and `column` where they are known
 */
export async function loadUsers(source: Source, options: LoadUsersOptions): Promise<LoadedSide> {
  try {
    const table = await readTable(source, undefined, options.file);
    const users = new UserColumns(options.side);
    const input = loadTable(table, options, users, new Map());
    const records = Array.from({ length: users.length }, (_, index) => tieToInput(users.user(index), input));
    return { side: options.side, users: records, inputs: [input] };
  } catch (fault) {
    throw toPreflightError(fault);
  }
}
