import pLimit from 'p-limit';
import { type LoadOptions, loadTable, type SeenRecords } from '../loaders/load-table.ts';
import { UserColumns } from '../loaders/user-columns.ts';
import type { LoadedInput } from '../model/input.ts';
import { nameOf, type Source } from './readers/bytes.ts';
import { assertWhole } from './readers/paging.ts';
import {
  type ReadOptions,
  type ReadProgress,
  type ReadTable,
  readTable,
  requireWorkbook,
} from './readers/read-table.ts';

/** Files that are read at the same time; each is held in memory while it is read. */
const AT_ONCE = 2;

/** One side: its files, and how they are read. */
export interface SideSources extends LoadOptions, ReadOptions {
  readonly sources: readonly Source[];
}

/** The users of one side by column, and the files they come from. */
export interface LoadedTables {
  readonly users: UserColumns;
  readonly inputs: LoadedInput[];
}

/** The pages of one side, not yet mapped to users: they can be mapped in several ways. */
export type ReadPages = readonly ReadTable[];

/**
 * Reads all files of one side, some at a time, and maps them in the order given.
 *
 * @throws PreflightError ERR_INPUT_TRUNCATED where pages of an API speak of further ones, besides what reading throws
 */
export async function loadSide(
  side: SideSources,
  onProgress?: (progress: ReadProgress) => void,
): Promise<LoadedTables> {
  return mapSide(await readSide(side.sources, side, onProgress), side);
}

/** Reads all files of one side, some at a time. */
export async function readSide(
  sources: readonly Source[],
  how: ReadOptions,
  onProgress?: (progress: ReadProgress) => void,
): Promise<ReadPages> {
  const limit = pLimit(AT_ONCE);
  const pages = await Promise.all(
    sources.map((source) => limit(() => readTable(source, onProgress, nameOf(source), true, how))),
  );
  assertWhole(pages);
  requireWorkbook(pages, how);
  return pages;
}

/** Maps the pages of one side to users, in the order given. */
export function mapSide(pages: ReadPages, options: LoadOptions): LoadedTables {
  const users = new UserColumns(options.side);
  const seen: SeenRecords = new Map();
  const inputs = pages.map((table) => loadTable(table, options, users, seen, pages));
  return { users, inputs };
}
