import { PreflightError } from '../../errors.ts';
import type { RawTable } from '../../loaders/raw-table.ts';
import type { Rejection } from '../../model/input.ts';
import { nameOf, type Source, withInput } from './bytes.ts';
import { readCsv } from './csv.ts';
import { decode } from './decode.ts';
import { detectDialect } from './dialect.ts';
import { encodingNamed } from './encodings.ts';
import { detectFormat } from './format.ts';
import { readJson } from './json.ts';
import { readLdif } from './ldif.ts';
import { assertWhole, type PagedFile } from './paging.ts';
import { checkHeader, refuseKnownBinary, refuseOtherText } from './refusals.ts';
import type { GrownTable } from './row-builder.ts';
import type { StoredBytes } from './stored-bytes.ts';
import { gunzipped, packingOf } from './unpack.ts';
import { isWorkbook, readXlsx } from './xlsx.ts';
import { type Archive, openZip, unzipped } from './zip.ts';

/** How far reading has come. */
export interface ReadProgress {
  /** The input, as the user named it. */
  readonly file: string;
  /** Records read so far. */
  readonly records: number;
  /** Bytes of text read so far. */
  readonly bytes: number;
  /** Bytes of text that there are. */
  readonly totalBytes: number;
}

/** What a file does not tell of itself. */
export interface ReadOptions {
  /** The sheet of a workbook that is read; default: the first that is not hidden. Other files have none. */
  readonly sheet?: string | undefined;
  /** What a text is written in, such as `windows-1250`; default: found out by its bytes. A workbook needs none. */
  readonly encoding?: string | undefined;
}

/**
 * Makes sure that there is a workbook where a sheet of one was named.
 *
 * @throws PreflightError ERR_USAGE
 */
export function requireWorkbook(tables: readonly RawTable[], { sheet }: ReadOptions): void {
  if (sheet === undefined || tables.some(({ format }) => format === 'xlsx')) return;
  const files = tables.map(({ file }) => file).join(', ');
  throw new PreflightError('ERR_USAGE', `There is no sheet "${sheet}" where there is no workbook (.xlsx): ${files}.`);
}

/** A table, and what the file says about others that belong to it. */
export interface ReadTable extends RawTable, PagedFile {}

/** What is known of an input before its cells are read. */
interface TextFile {
  readonly file: string;
  readonly utf8: StoredBytes;
  readonly isAscii: boolean;
  readonly hasReplacement: boolean;
  readonly onProgress: (records: number, bytes: number) => void;
}

type Cells = Omit<ReadTable, 'file' | 'sha256' | 'bytes' | 'encoding'>;

/** Comments may stand before what tells a format. */
const FORMAT_HEAD = 65_536;

/**
 * Reads one input: bytes, text, cells.
 *
 * @param file - how the input is called in reports and errors; default: as given
 * @param isOneOfSeveral - further pages may be in other files: `assertWhole` and `requireWorkbook` have to be asked
 *   about all of them
 * @throws PreflightError ERR_INPUT_UNREADABLE, ERR_INPUT_BINARY, ERR_INPUT_EMPTY, ERR_INPUT_HEADER, ERR_INPUT_RECORD,
 *   ERR_INPUT_JSON, ERR_INPUT_TRUNCATED, ERR_INPUT_TOO_LARGE; ERR_USAGE where there is no such sheet or encoding
 */
export async function readTable(
  source: Source,
  onProgress?: (progress: ReadProgress) => void,
  file = nameOf(source),
  isOneOfSeveral = false,
  how: ReadOptions = {},
): Promise<ReadTable> {
  const encoding = how.encoding === undefined ? undefined : encodingNamed(how.encoding);
  const table = await withInput(
    source,
    async ({ bytes, sha256 }) => {
      refuseKnownBinary(bytes, file);
      const archive = packingOf(bytes) === 'zip' ? await openZip(bytes, file) : null;
      if (archive !== null && isWorkbook(archive, file)) {
        const progress = (records: number) => onProgress?.({ file, records, bytes: 0, totalBytes: bytes.length });
        const table = await readXlsx(archive, bytes, file, how.sheet, progress);
        checkHeader(table, file);
        return {
          file,
          sha256,
          bytes: bytes.length,
          ...SHEET,
          ...table,
          ...(how.sheet === undefined ? {} : { said: { sheet: how.sheet } }),
        };
      }
      const text = await unpacked(bytes, archive, file);
      const { utf8, isAscii, hasReplacement, ...decoded } = await decode(text, file, encoding);
      const cells = await readCells({
        file,
        utf8,
        isAscii,
        hasReplacement,
        onProgress: (records, at) => onProgress?.({ file, records, bytes: at, totalBytes: utf8.length }),
      });
      return {
        file,
        sha256,
        bytes: bytes.length,
        encoding: decoded.encoding,
        ...cells,
        ...(how.encoding === undefined ? {} : { said: { encoding: how.encoding } }),
      };
    },
    file,
  );
  if (isOneOfSeveral) return table;
  assertWhole([table]);
  requireWorkbook([table], how);
  return table;
}

/** What a workbook has in common with text in UTF-8. */
const SHEET = {
  format: 'xlsx',
  encoding: 'utf-8',
  delimiter: null,
  hasReplacement: true,
  paging: null,
} as const;

async function unpacked(bytes: StoredBytes, archive: Archive | null, file: string): Promise<StoredBytes> {
  if (archive !== null) return unzipped(archive, file);
  return packingOf(bytes) === 'gzip' ? gunzipped(bytes, file) : bytes;
}

function readCells(text: TextFile): Promise<Cells> {
  switch (detectFormat(text.utf8.read(0, FORMAT_HEAD).toString('utf8'))) {
    case 'json':
      return readJsonCells(text);
    case 'ldif':
      return readLdifCells(text);
    case 'csv':
      return readCsvCells(text);
  }
}

async function readJsonCells({ utf8, onProgress, ...text }: TextFile): Promise<Cells> {
  const { paging, ...table } = await readJson(utf8, text.file, onProgress);
  return { ...grownCells('json', text, table), paging };
}

async function readLdifCells({ utf8, onProgress, ...text }: TextFile): Promise<Cells> {
  return { ...grownCells('ldif', text, await readLdif(utf8, text.file, onProgress)), paging: null };
}

type GrownText = Omit<TextFile, 'utf8' | 'onProgress'>;

function grownCells(format: string, text: GrownText, grown: GrownTable): Omit<Cells, 'paging'> {
  const { escapedLetters, escapedReplacement, ...table } = grown;
  if (table.rows.length === 0) throw noneRead(table.rejections, text.file);
  return {
    format,
    delimiter: null,
    hasLists: true,
    isAscii: text.isAscii && !escapedLetters,
    hasReplacement: text.hasReplacement || escapedReplacement,
    ...table,
  };
}

/** Nothing but rejected records has no header either, so that no column could be named. */
function noneRead([first, ...more]: readonly Rejection[], file: string): PreflightError {
  if (first === undefined) {
    return new PreflightError(
      'ERR_INPUT_EMPTY',
      'There are no users in this file. If it is a page of an export, join all its pages into one file; else export it again.',
      { file },
    );
  }
  return new PreflightError(
    'ERR_INPUT_RECORD',
    `None of the ${more.length + 1} records of this file can be read. What is wrong with the first: ${first.reason}.`,
    { file, line: first.line },
  );
}

async function readCsvCells({ utf8, file, isAscii, hasReplacement, onProgress }: TextFile): Promise<Cells> {
  const head = utf8.read(0, FORMAT_HEAD);
  refuseOtherText(head, file);
  const dialect = detectDialect(head);
  const csv = await readCsv(utf8, dialect, file, onProgress);
  checkHeader(csv, file);
  return { format: 'csv', delimiter: dialect.delimiter, isAscii, hasReplacement, paging: null, ...csv };
}
