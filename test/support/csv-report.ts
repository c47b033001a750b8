import { parse } from 'csv-parse/sync';

/** One row of a CSV report, by the name of the column. */
export type CsvRow = Readonly<Record<string, string>>;

/** The rows of a CSV report, its cells as they are. */
export function readCsvReport(report: string): CsvRow[] {
  return parse(report, { bom: true, columns: true });
}

/**
 * The value in a cell, as the documentation of the format says it is had back: one `'` is taken from the front, and each
 * `⟨U+hex⟩` is its character; an empty cell is *no value*.
 */
export function valueIn(cell: string | undefined): string | null {
  if (cell === undefined || cell === '') return null;
  return textIn(cell).replace(/⟨U\+([0-9A-F]{4,6})⟩/g, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}

/** The sentence or the shown form in a cell. */
export function textIn(cell: string | undefined): string {
  return (cell ?? '').replace(/^'/, '');
}

/** What a terminal would obey, or what would break the line; the mark and the line ends of the file are taken off first. */
export const LIVE_IN_CSV = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** The physical lines of a CSV report, without its byte order mark. */
export function linesOf(report: string): string[] {
  if (!report.startsWith('\uFEFF') || !report.endsWith('\r\n')) throw new Error('no CSV report');
  return report.slice(1, -2).split('\r\n');
}

/** Whether a spreadsheet could take a cell for a formula, in any width, behind any space. */
export function looksLikeFormula(cell: string): boolean {
  return /^[\s\p{White_Space}]*[=+\-@]/u.test(cell.normalize('NFKC'));
}
