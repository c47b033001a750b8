import pLimit from 'p-limit';
import { PreflightError, toPreflightError } from '../errors.ts';
import { inspectTables, type Reading } from '../inspect/index.ts';
import type { Inspection } from '../inspect/inspection.ts';
import { detectProfile } from '../loaders/profiles/index.ts';
import { nameOf, type Source } from './readers/bytes.ts';
import { assertWhole } from './readers/paging.ts';
import {
  type ReadOptions,
  type ReadProgress,
  type ReadTable,
  readTable,
  requireWorkbook,
} from './readers/read-table.ts';

/** Files that are read at the same time. */
const AT_ONCE = 2;

/** How files are inspected. */
export interface InspectOptions extends ReadOptions {
  /** Called now and then while files are read. */
  readonly onProgress?: (progress: ReadProgress) => void;
}

/**
 * Looks at exports before anything is checked: what each is and what is wrong with it, which ids and addresses two of
 * them have in common, and which check to run next. Nothing in the answer tells anybody's address or id.
 *
 * @param files - paths, `-` for standard input, file URLs or streams of bytes: the old IdP's export first, then the new
 *   one's; a list of members may stand anywhere
 * @returns what was found; a file that could not be read is among its `failures`, and the others are looked at all the same
 * @throws PreflightError ERR_USAGE where there is no file, standard input is named twice, or a sheet is named and no file
 *   is a workbook
 * @example
 * ```ts
 * import { inspect } from 'idp-preflight/node';
 *
 * const { overlaps, next } = await inspect(['examples/okta-users.csv', 'examples/entra-users.csv']);
 * console.log(overlaps[0]?.bestId?.pairs, next?.line);
 * ```
 */
export async function inspect(files: readonly Source[], options: InspectOptions = {}): Promise<Inspection> {
  if (files.length === 0) throw new PreflightError('ERR_USAGE', 'Name at least one file to inspect.');
  if (files.filter((file) => file === '-').length > 1) {
    throw new PreflightError('ERR_USAGE', 'Standard input (-) can be read only once.');
  }
  const limit = pLimit(AT_ONCE);
  const readings = await Promise.all(files.map((file) => limit(() => reading(file, options))));
  if (readings.every((one) => 'table' in one)) {
    requireWorkbook(
      readings.map(({ table }) => table),
      options,
    );
  }
  try {
    const pages = pagesOf(readings);
    return inspectTables(
      readings.map((one) => wholeOrFault(one, pages)),
      pages,
    );
  } catch (fault) {
    throw toPreflightError(fault);
  }
}

type FileReading = { readonly table: ReadTable } | Exclude<Reading, { readonly table: unknown }>;

async function reading(source: Source, { onProgress, ...how }: InspectOptions): Promise<FileReading> {
  const file = nameOf(source);
  try {
    return { table: await readTable(source, onProgress, file, true, how) };
  } catch (fault) {
    return { file, error: toPreflightError(fault) };
  }
}

/** Files that are pages, and make one export together. */
function pagesOf(readings: readonly FileReading[]): ReadTable[][] {
  const byProfile = new Map<string, ReadTable[]>();
  for (const one of readings) {
    if (!('table' in one) || one.table.paging === null) continue;
    const { id } = detectProfile(one.table.header, one.table.format);
    byProfile.set(id, [...(byProfile.get(id) ?? []), one.table]);
  }
  // Files that are whole each by itself are exports of their own.
  return [...byProfile.values()].filter(
    (tables) => tables.some((table) => fault([table]) !== null) && fault(tables) === null,
  );
}

function wholeOrFault(one: FileReading, pages: readonly (readonly ReadTable[])[]): Reading {
  if (!('table' in one) || pages.some((tables) => tables.includes(one.table))) return one;
  const error = fault([one.table]);
  return error === null ? one : { file: one.table.file, error };
}

/** What is missing of pages; null where nothing is. */
function fault(tables: readonly ReadTable[]): PreflightError | null {
  try {
    assertWhole(tables);
    return null;
  } catch (missing) {
    return toPreflightError(missing);
  }
}
