import type { RawTable } from '../../src/loaders/raw-table.ts';

/** A table as a reader hands it over: the header on line 1, a record on each line after it. */
export function rawTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  more: Partial<RawTable> = {},
): RawTable {
  const lines = rows.map((_, index) => index + 2);
  return {
    file: 'old.csv',
    sha256: '',
    bytes: 0,
    format: 'csv',
    encoding: 'utf-8',
    delimiter: ',',
    header,
    headerLine: 1,
    rows,
    lines,
    endLines: lines,
    rejections: [],
    isAscii: true,
    hasReplacement: false,
    ...more,
  };
}
