import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A cell as a spreadsheet has read it. */
export interface SheetCell {
  /** `string`, `float`, `date`, `boolean` and so on; empty for a cell without a value. */
  readonly type: string;
  readonly text: string;
  /** The formula that it was taken for, or null. */
  readonly formula: string | null;
}

/** How a CSV file is opened: what the dialog of LibreOffice offers. */
export interface Opening {
  readonly separator: ',' | ';';
  /** What cells are in; null where quotes are characters like any other. */
  readonly quote: '"' | null;
  /** Number of a language in Windows, which decides what is a number or a date. */
  readonly language: number;
}

const TIMEOUT_MS = 240_000;

/** Opens CSV files with LibreOffice, which looks for dates and the like in them, and returns the cells that it sees. */
export async function openInLibreOffice(
  csvs: readonly string[],
  { separator, quote, language }: Opening,
): Promise<SheetCell[][][]> {
  const directory = mkdtempSync(join(tmpdir(), 'idp-preflight-sheet-'));
  try {
    const files = csvs.map((_, index) => join(directory, `${index}.csv`));
    for (const [index, csv] of csvs.entries()) writeFileSync(files[index] ?? '', csv);
    const profile = pathToFileURL(join(directory, 'profile')).href;
    const quoteCode = quote === null ? '' : quote.charCodeAt(0);
    await run([
      `-env:UserInstallation=${profile}`,
      '--headless',
      '--norestore',
      // UTF-8, from the first line, no formats, the language; quoted cells may be numbers, and dates are looked for.
      `--infilter=CSV:${separator.charCodeAt(0)},${quoteCode},76,1,,${language},false,true`,
      ...['--convert-to', 'fods', '--outdir', directory],
      ...files,
    ]);
    return files.map((file) => readFlatSheet(readFileSync(file.replace(/csv$/, 'fods'), 'utf8')));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/**
 * Saves tables as a spreadsheet does: as workbooks, and these as CSV. Every cell is taken for text.
 *
 * @param csvs - UTF-8 with commas
 * @param width - at least as many columns as any of them has
 */
export async function saveInLibreOffice(
  csvs: readonly string[],
  width: number,
): Promise<{ readonly xlsx: Buffer; readonly csv: Buffer }[]> {
  const directory = mkdtempSync(join(tmpdir(), 'idp-preflight-sheet-'));
  try {
    const files = csvs.map((_, index) => join(directory, `${index}.csv`));
    for (const [index, csv] of csvs.entries()) writeFileSync(files[index] ?? '', csv);
    const profile = `-env:UserInstallation=${pathToFileURL(join(directory, 'profile')).href}`;
    const saved = join(directory, 'saved');
    const text = Array.from({ length: width }, (_, column) => `${column + 1}/2`).join('/');
    const workbooks = files.map((file) => join(saved, basename(file).replace(/csv$/, 'xlsx')));
    await run([
      profile,
      '--headless',
      '--norestore',
      `--infilter=CSV:44,34,76,1,${text}`,
      '--convert-to',
      'xlsx',
      '--outdir',
      saved,
      ...files,
    ]);
    await run([
      profile,
      '--headless',
      '--norestore',
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false',
      '--outdir',
      saved,
      ...workbooks,
    ]);
    return workbooks.map((file) => ({ xlsx: readFileSync(file), csv: readFileSync(file.replace(/xlsx$/, 'csv')) }));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The program is a script that starts others: all of them end with it. */
function run(args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('soffice', args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk) => (said += chunk));
    const timer = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'), TIMEOUT_MS);
    child.on('error', (cause) => {
      clearTimeout(timer);
      reject(
        new Error('LibreOffice is not there: apt-get install --no-install-recommends libreoffice-calc', { cause }),
      );
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve();
      else reject(new Error(`LibreOffice ended with ${code}: ${said}`));
    });
  });
}

/**
 * The first sheet of a Flat XML document, without what follows its last filled row.
 *
 * @see OpenDocument 1.3 part 3, sections 9.1 and 19.385 on types of values
 */
function readFlatSheet(xml: string): SheetCell[][] {
  const start = xml.indexOf('<table:table ');
  const sheet = xml.slice(start, xml.indexOf('</table:table>', start));
  const rows: SheetCell[][] = [];
  for (const [, attributes = '', content = ''] of sheet.matchAll(
    /<table:table-row\b([^>]*?)(?:\/>|>(.*?)<\/table:table-row>)/gs,
  )) {
    const row = cellsOf(content);
    // What is repeated to the end of the sheet is empty.
    const times = row.length === 0 ? 1 : numberOf(attributes, 'table:number-rows-repeated');
    for (let time = 0; time < times; time += 1) rows.push(row);
  }
  while (rows.at(-1)?.length === 0) rows.pop();
  return rows;
}

function cellsOf(content: string): SheetCell[] {
  const cells: SheetCell[] = [];
  for (const [, attributes = '', inner = ''] of content.matchAll(
    /<table:(?:covered-)?table-cell\b((?:[^>"]|"[^"]*")*?)(?:\/>|>(.*?)<\/table:(?:covered-)?table-cell>)/gs,
  )) {
    const cell = {
      type: attribute(attributes, 'office:value-type') ?? '',
      text: textOf(inner),
      formula: attribute(attributes, 'table:formula'),
    };
    const times = numberOf(attributes, 'table:number-columns-repeated');
    if (times < 1000) for (let time = 0; time < times; time += 1) cells.push(cell);
  }
  while (cells.at(-1)?.type === '' && cells.at(-1)?.formula === null) cells.pop();
  return cells;
}

function textOf(inner: string): string {
  const paragraphs = [...inner.matchAll(/<text:p\b[^>]*?(?:\/>|>(.*?)<\/text:p>)/gs)].map(([, text = '']) => text);
  return paragraphs
    .map((text) =>
      unescaped(
        text
          // White space of the file itself is one space; more is written as an element.
          .replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count = '1') => ' '.repeat(Number(count)))
          .replace(/<text:tab\/>/g, '\t')
          .replace(/<text:line-break\/>/g, '\n')
          .replace(/<[^>]*>/g, ''),
      ),
    )
    .join('\n');
}

function attribute(attributes: string, name: string): string | null {
  const found = new RegExp(`${name}="([^"]*)"`).exec(attributes);
  return found === null ? null : unescaped(found[1] ?? '');
}

function numberOf(attributes: string, name: string): number {
  return Number(attribute(attributes, name) ?? '1');
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? '';
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}
