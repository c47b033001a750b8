import type { OtherSheet } from '../../model/input.ts';
import { looksLikeUsers } from './looks-like-users.ts';
import { cellText, type SheetValue } from './sheet-cell.ts';
import type { Sheet } from './workbook-sheets.ts';

/** Rows that are enough to see what a sheet holds. */
const ROWS = 200;
/** Sheets that are looked into; of further ones it is not known. */
const MOST_LOOKED_INTO = 16;

/**
 * Looks into the sheets of a workbook that are not read, for people who would go unnoticed there.
 *
 * @param rowsOf - the first rows of a sheet
 * @returns those with anything in them
 */
export async function lookInto(
  sheets: readonly Sheet[],
  rowsOf: (sheet: Sheet, most: number) => AsyncIterable<{ readonly values: readonly SheetValue[] }>,
): Promise<OtherSheet[]> {
  const found: OtherSheet[] = [];
  for (const [index, sheet] of sheets.entries()) {
    if (index >= MOST_LOOKED_INTO) {
      found.push({ name: sheet.name, holds: 'unknown' });
      continue;
    }
    const rows: string[][] = [];
    for await (const { values } of rowsOf(sheet, ROWS)) {
      const cells = values.map(cellText);
      if (cells.some((cell) => cell !== '')) rows.push(cells);
    }
    if (rows.length > 0) found.push({ name: sheet.name, holds: looksLikeUsers(rows) ? 'users' : 'other' });
  }
  return found;
}
