import { cellValue } from '../email/white-space.ts';
import { headerKey } from './header.ts';
import type { CellWrapping, Profile } from './profiles/profile.ts';
import type { RawTable } from './raw-table.ts';

/**
 * The table with its values as they were before the exporting program wrapped them: Auth0 writes `'` before every text,
 * Oracle puts what begins like a formula in `'…'`. Nothing is taken off that the program is not known to have put there.
 */
export function unwrapped(table: RawTable, { wrapping }: Pick<Profile, 'wrapping'>): RawTable {
  if (wrapping === undefined || table.format !== 'csv') return table;
  const { pattern, anchor } = wrapping;
  const unwrap = (cell: string) => pattern.exec(cell)?.[1] ?? cell;
  if (anchor === undefined) return withCells(table, (cells) => cells.map(unwrap));
  const column = table.header.findIndex((text) => headerKey(text) === anchor);
  if (column >= 0) {
    return withCells(table, (cells) => (pattern.test(cells[column] ?? '') ? cells.map(unwrap) : cells));
  }
  const columns = wrappedColumns(table, wrapping);
  return withCells(table, (cells) => cells.map((cell, index) => (columns.has(index) ? unwrap(cell) : cell)));
}

/** Columns with a value, every one of which is wrapped. */
function wrappedColumns({ header, rows }: RawTable, { pattern }: CellWrapping): ReadonlySet<number> {
  return new Set(
    [...header.keys()].filter((column) => {
      const values = rows.map((cells) => cells[column] ?? '').filter((cell) => cellValue(cell) !== null);
      return values.length > 0 && values.every((value) => pattern.test(value));
    }),
  );
}

function withCells(table: RawTable, change: (cells: readonly string[]) => readonly string[]): RawTable {
  return { ...table, rows: table.rows.map(change) };
}
