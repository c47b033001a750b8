import { PreflightError } from '../../errors.ts';
import type { CellKind } from '../../loaders/raw-table.ts';
import type { OtherSheet } from '../../model/input.ts';
import { didYouMean } from '../../nearest.ts';
import type { CsvTable } from './csv.ts';
import { MAX_CELLS, tooLarge } from './limits.ts';
import { shortened } from './long-cell.ts';
import { lookInto } from './other-sheets.ts';
import { cellKind, cellText, type SheetValue } from './sheet-cell.ts';
import type { StoredBytes } from './stored-bytes.ts';
import { damaged } from './unpack.ts';
import { CONTENT_TYPES, checkedSheets, WORKBOOK } from './workbook.ts';
import type { Sheet } from './workbook-sheets.ts';
import type { Archive } from './zip.ts';

/** The cells of a sheet; lines are the rows as the spreadsheet numbers them. */
export interface SheetTable extends CsvTable {
  /** The sheet that was read. */
  readonly sheet: string;
  /** Further ones that are to be seen and hold something; none where the user named the one to be read. */
  readonly otherSheets: readonly OtherSheet[];
  /** Letters beyond ASCII may have been lost before a spreadsheet read the cells. */
  readonly isAscii: boolean;
  readonly cellKinds: (row: number, column: number) => CellKind | null;
}

/** Rows after which others have their turn. */
const TURN = 2_000;
const ASCII = /^\p{ASCII}*$/u;

const NUMBERS =
  'This is a document of Apple (.numbers), which is not read. Export it as CSV in Unicode (UTF-8), or to Excel as .xlsx.';
/** What other programs pack in the same way, by the parts that it has. */
const OTHER_KINDS = [
  {
    parts: ['xl/workbook.bin'],
    told: 'This is a binary workbook (.xlsb), which is not read. Save it as .xlsx, or as CSV UTF-8.',
  },
  {
    parts: ['mimetype', 'content.xml'],
    told: 'This is an OpenDocument file (.ods), which is not read. Save it as .xlsx, or as CSV UTF-8.',
  },
  {
    parts: ['Index/Document.iwa'],
    told: NUMBERS,
  },
  { parts: ['Index.zip'], told: NUMBERS },
  {
    parts: [CONTENT_TYPES, 'word/document.xml'],
    told: 'This is a text document (.docx). Export the users as CSV, JSON or LDIF.',
  },
] as const;

/** Whether an archive is a workbook of Excel; other spreadsheets are refused. */
export function isWorkbook({ members }: Archive, file: string): boolean {
  const has = (name: string) => members.some(({ fileName }) => fileName === name);
  const other = OTHER_KINDS.find(({ parts }) => parts.every(has));
  if (other !== undefined) throw new PreflightError('ERR_INPUT_BINARY', other.told, { file });
  return has(CONTENT_TYPES) && has(WORKBOOK);
}

/**
 * Reads one sheet of a workbook; cells are taken as they are stored, white space included.
 *
 * @param name - the sheet; default: the first that is not hidden
 * @see ECMA-376 part 1, section 18.3
 * @throws PreflightError ERR_INPUT_BINARY, ERR_INPUT_EMPTY, ERR_INPUT_TOO_LARGE; ERR_USAGE where there is no such sheet
 */
export async function readXlsx(
  archive: Archive,
  bytes: StoredBytes,
  file: string,
  name: string | undefined,
  onProgress: (records: number) => void,
): Promise<SheetTable> {
  const sheets = await checkedSheets(archive, file);
  const sheet = chosen(sheets, name, file);
  // Opened on demand: few exports are workbooks.
  const { streamXlsxRows } = await import('hucre/xlsx');
  const rows = new SheetRows(file);
  const whole = bytes.read(0, bytes.length);
  try {
    for await (const { index, values } of streamXlsxRows(whole, { sheet: sheet.index })) {
      rows.take(index + 1, values);
      if (rows.count % TURN === 0) onProgress(rows.count);
    }
    const table = rows.finish(sheet.name);
    // Whoever names a sheet knows of the others.
    const others = name === undefined ? sheets.filter((other) => other !== sheet && !other.isHidden) : [];
    const first = ({ index }: Sheet, maxRows: number) => streamXlsxRows(whole, { sheet: index, maxRows });
    return { ...table, sheet: sheet.name, otherSheets: await lookInto(others, first) };
  } catch (cause) {
    throw cause instanceof PreflightError ? cause : damaged(file, (cause as Error).message, cause);
  }
}

function chosen(sheets: readonly Sheet[], name: string | undefined, file: string): Sheet {
  const names = sheets.map((sheet) => sheet.name);
  if (name !== undefined) {
    const named = sheets.find((sheet) => sheet.name === name);
    if (named !== undefined) return named;
    const known = names.map((known) => `"${known}"`).join(', ');
    throw new PreflightError(
      'ERR_USAGE',
      `There is no sheet "${name}" in this workbook.${didYouMean(name, names)} It has: ${known}.`,
      { file },
    );
  }
  const visible = sheets.find((sheet) => !sheet.isHidden);
  if (visible !== undefined) return visible;
  throw new PreflightError('ERR_INPUT_EMPTY', 'No sheet of this workbook is visible. Name one with --sheet NAME.', {
    file,
  });
}

/** Takes rows as they come. */
class SheetRows {
  readonly #file: string;
  readonly #rows: string[][] = [];
  readonly #lines: number[] = [];
  /** By column, what a spreadsheet takes each cell for. */
  readonly #kinds = new Map<number, Map<number, CellKind>>();
  #header: string[] | null = null;
  #headerLine = 0;
  #last = 0;
  #isAscii = true;

  constructor(file: string) {
    this.#file = file;
  }

  get count(): number {
    return this.#rows.length;
  }

  take(line: number, values: readonly SheetValue[]): void {
    if (!Number.isInteger(line) || line <= this.#last)
      throw damaged(this.#file, `row ${line} follows row ${this.#last}`);
    this.#last = line;
    const cells = shortened(values.map(cellText));
    while (cells.at(-1) === '') cells.pop();
    // Rows that are merely formatted.
    if (cells.length === 0) return;
    this.#isAscii &&= cells.every((cell) => ASCII.test(cell));
    if (this.#header === null) {
      this.#header = cells;
      this.#headerLine = line;
      return;
    }
    const width = this.#header.length;
    while (cells.length < width) cells.push('');
    if ((this.#rows.length + 1) * width > MAX_CELLS) {
      throw tooLarge(
        'This sheet has too many cells for a table. Save only the columns that are needed.',
        this.#file,
        line,
      );
    }
    values.forEach((value, column) => {
      const kind = cellKind(value);
      if (kind !== null) this.#kindsOf(column).set(this.#rows.length, kind);
    });
    this.#rows.push(cells);
    this.#lines.push(line);
  }

  finish(sheet: string): Omit<SheetTable, 'sheet' | 'otherSheets'> {
    if (this.#header === null) {
      throw new PreflightError(
        'ERR_INPUT_EMPTY',
        `The sheet "${sheet}" is empty. Name another one with --sheet NAME.`,
        {
          file: this.#file,
        },
      );
    }
    return {
      header: this.#header,
      headerLine: this.#headerLine,
      rows: this.#rows,
      lines: this.#lines,
      endLines: this.#lines,
      rejections: [],
      isAscii: this.#isAscii,
      cellKinds: (row, column) => this.#kinds.get(column)?.get(row) ?? null,
    };
  }

  #kindsOf(column: number): Map<number, CellKind> {
    const kinds = this.#kinds.get(column) ?? new Map<number, CellKind>();
    this.#kinds.set(column, kinds);
    return kinds;
  }
}
