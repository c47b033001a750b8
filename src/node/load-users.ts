import pLimit from 'p-limit';
import { toPreflightError } from '../errors.ts';
import { type LoadOptions, loadTable, type SeenRecords } from '../loaders/load-table.ts';
import { rememberInputs } from '../loaders/provenance.ts';
import { UserColumns } from '../loaders/user-columns.ts';
import type { LoadedInput } from '../model/input.ts';
import type { Side, UserRecord } from '../model/user.ts';
import type { UserTable } from '../model/user-table.ts';
import type { Source } from './readers/bytes.ts';
import { type ReadProgress, readTable } from './readers/read-table.ts';

/** Files that are read at the same time; each is held in memory while it is read. */
const AT_ONCE = 2;

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
    const records = Array.from({ length: users.length }, (_, index) => users.user(index));
    rememberInputs(records, [input]);
    return { side: options.side, users: records, inputs: [input] };
  } catch (fault) {
    throw toPreflightError(fault);
  }
}

/** One side of a check. */
export interface SideSources extends LoadOptions {
  readonly sources: readonly Source[];
}

/** Reads all files of both sides, some at a time, and maps them in the order given. */
export async function loadSides(
  sides: readonly SideSources[],
  onProgress?: (progress: ReadProgress) => void,
): Promise<{ users: UserTable; inputs: LoadedInput[] }[]> {
  const limit = pLimit(AT_ONCE);
  const reading = sides.map((side) => side.sources.map((source) => limit(() => readTable(source, onProgress))));
  // One failure is reported; the others must not count as unhandled.
  for (const table of reading.flat()) table.catch(() => {});
  const loaded: { users: UserTable; inputs: LoadedInput[] }[] = [];
  for (const [index, side] of sides.entries()) {
    const users = new UserColumns(side.side);
    const seen: SeenRecords = new Map();
    const inputs: LoadedInput[] = [];
    for (const table of reading[index] ?? []) inputs.push(loadTable(await table, side, users, seen));
    loaded.push({ users, inputs });
  }
  return loaded;
}
