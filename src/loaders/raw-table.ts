import type { InputSummary, OtherSheet, Rejection } from '../model/input.ts';

/** What a cell is that is no text: it may have been one before a spreadsheet read it. */
export type CellKind = 'number' | 'date';

/** The cells of one input, read and decoded, not yet mapped: another mapping can be tried without reading again. */
export interface RawTable
  extends Pick<InputSummary, 'file' | 'sha256' | 'bytes' | 'format' | 'encoding' | 'delimiter'> {
  /** Physical line of the header, 1-based; null where a format has none: JSON and LDIF. */
  readonly headerLine: number | null;
  /** Header texts as decoded, in file order; the same text may stand there twice. */
  readonly header: readonly string[];
  /** Cells of each record, as many as the record has. */
  readonly rows: readonly (readonly string[])[];
  /** Physical line where each record of `rows` starts, 1-based. */
  readonly lines: ArrayLike<number>;
  /** Physical line where each record of `rows` ends. */
  readonly endLines: ArrayLike<number>;
  /** Records that could not be read at all. */
  readonly rejections: readonly Rejection[];
  /** Every byte is ASCII: letters beyond it may have been written as `?`. */
  readonly isAscii: boolean;
  /** U+FFFD occurs: bytes were lost here or earlier. */
  readonly hasReplacement: boolean;
  /** How it was read by the user's word, where that counted: a sheet of a workbook, the encoding of a text. */
  readonly said?: { readonly sheet?: string; readonly encoding?: string };
  /** The sheet of a workbook that was read. */
  readonly sheet?: string;
  /** Sheets that could have been read instead, where the user named none. */
  readonly otherSheets?: readonly OtherSheet[];
  /** What a spreadsheet has made of a cell, by its index in `rows` and its column; left out where nothing has. */
  readonly cellKinds?: (row: number, column: number) => CellKind | null;
  /** A cell of several values is the values joined by LIST_SEPARATOR: JSON and LDIF have such cells, CSV has not. */
  readonly hasLists?: boolean;
}
