import { cellValue } from '../email/white-space.ts';
import { PreflightError } from '../errors.ts';
import { keysByColumn } from '../loaders/column-use.ts';
import type { Cells } from '../loaders/columns.ts';
import { isLossy } from '../loaders/damage.ts';
import { type LoadOptions, loadTable, type SeenRecords } from '../loaders/load-table.ts';
import { type Mapping, resolveMapping } from '../loaders/mapping.ts';
import { detectProfile } from '../loaders/profiles/index.ts';
import type { Profile } from '../loaders/profiles/profile.ts';
import type { RawTable } from '../loaders/raw-table.ts';
import { unwrapped } from '../loaders/unwrapped.ts';
import { UserColumns } from '../loaders/user-columns.ts';
import type { LoadedInput, MapKey } from '../model/input.ts';
import type { FileInspection } from './inspection.ts';
import { looksLikeAddress } from './shapes.ts';

/** One export as `check` would read it, with the cells of its users. */
export interface Look {
  /** The table as it was read. */
  readonly raw: RawTable;
  /** The table with the values that were wrapped. */
  readonly table: RawTable;
  readonly isApp: boolean;
  readonly profile: Profile;
  readonly mapping: Mapping;
  /** What each column of the header is read as. */
  readonly keys: readonly (readonly MapKey[])[];
  readonly input: LoadedInput;
  readonly emailFoundBy: FileInspection['emailFoundBy'];
  /** The records that are users, in the order of the file. */
  readonly rows: readonly Cells[];
  /** Where each of them starts. */
  readonly lines: readonly number[];
  /** Whether each of them may sign in; one whose status is not known may. */
  readonly active: readonly boolean[];
}

/** Rows that are enough to see what a column holds. */
const SAMPLE = 5000;

/**
 * Reads a table as `check` does by default. Where no column is known by its header to hold an email, the one that holds
 * most addresses is taken.
 *
 * @param pages - all files of the export
 * @param seen - what earlier pages held
 * @throws PreflightError as `loadTable`
 */
export function lookAt(raw: RawTable, isApp: boolean, pages: readonly RawTable[], seen: SeenRecords): Look {
  const profile = detectProfile(raw.header, raw.format);
  const table = unwrapped(raw, profile);
  const side = isApp ? ('app' as const) : ('old' as const);
  const look = (map: NonNullable<LoadOptions['map']>, emailFoundBy: Look['emailFoundBy']): Look => {
    const users = new UserColumns(side);
    const input = loadTable(raw, { side, map }, users, seen, pages);
    const mapping = resolveMapping(table, profile, map, side, pages);
    const indexes = Array.from({ length: users.length }, (_, index) => index);
    return {
      raw,
      table,
      isApp,
      profile,
      mapping,
      keys: keysByColumn(table.header, mapping),
      input,
      emailFoundBy,
      ...rowsOf(table, users),
      active: indexes.map((index) => users.isActive(index)),
    };
  };
  try {
    return look({}, 'header');
  } catch (fault) {
    if (!(fault instanceof PreflightError) || fault.code !== 'ERR_NO_EMAIL_COLUMN') throw fault;
    for (const { text, addresses } of byAddresses(table)) {
      const map = isApp ? { email: text } : { sso: text, scim: text };
      try {
        return look(map, addresses > 0 ? 'values' : 'nothing');
      } catch {
        // A header text that names no single column, or says “not sent”: the next one will do.
      }
    }
    throw fault;
  }
}

/** The rows that became users, which a loader takes in the order of the table. */
function rowsOf(table: RawTable, users: UserColumns): Pick<Look, 'rows' | 'lines'> {
  const rows: Cells[] = [];
  const lines: number[] = [];
  table.rows.forEach((cells, index) => {
    const line = table.lines[index] ?? 0;
    if (rows.length >= users.length || users.line(rows.length) !== line) return;
    rows.push(cells);
    lines.push(line);
  });
  return { rows, lines };
}

/** Columns that can be named, most addresses first. */
function byAddresses({ header, rows }: RawTable): { text: string; addresses: number }[] {
  const few = sampled(rows);
  return header
    .map((text, column) => ({
      text,
      addresses: few.filter((cells) => looksLikeAddress(cells[column] ?? '')).length,
    }))
    .filter(({ text }) => cellValue(text) !== null && text !== '-')
    .sort((a, b) => b.addresses - a.addresses);
}

/** As many of a long list as are enough, evenly spread; a short one whole. */
export function sampled<T>(list: readonly T[]): readonly T[] {
  if (list.length <= SAMPLE) return list;
  const step = list.length / SAMPLE;
  return Array.from({ length: SAMPLE }, (_, index) => list[Math.floor(index * step)] as T);
}

/** What each user has in a column, the first of several values; null for none, as for a cell that lost what it held. */
export function valuesOf({ mapping }: Look, rows: readonly Cells[], column: number, isId: boolean): (string | null)[] {
  return rows.map((cells) => {
    const cell = mapping.source.value(cells, column);
    return cell === '' || isLossy(cell, isId) ? null : cellValue(cell);
  });
}
