import type { CellKind } from '../../loaders/raw-table.ts';

/** A cell as a workbook stores it. */
export type SheetValue = string | number | boolean | Date | null;

/** A spreadsheet computes with so many digits; what is longer has lost some. */
const MOST_EXACT = 1e15;

/** The text of a cell; of a number that has lost digits as spreadsheets show it, `1.23E+17`. */
export function cellText(value: SheetValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') {
    return Math.abs(value) < MOST_EXACT ? String(value) : value.toExponential().replace('e', 'E');
  }
  if (Number.isNaN(value.getTime())) return '#VALUE!';
  const text = value.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
}

/** What a spreadsheet has made of a cell that may have been a text; null where it is one. */
export function cellKind(value: SheetValue): CellKind | null {
  if (typeof value === 'number') return 'number';
  return value instanceof Date ? 'date' : null;
}
