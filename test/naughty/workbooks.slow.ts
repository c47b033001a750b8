import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeAll, expect, it } from 'vitest';
import { keptOf } from '../../src/node/readers/long-cell.ts';
import { readTable } from '../../src/node/readers/read-table.ts';
import { ROOT } from '../architecture/sources.ts';
import { EXPORTED } from '../loaders/exported/index.ts';
import { saveInLibreOffice } from './libreoffice.ts';
import { NAUGHTY } from './strings.ts';

/** What no workbook can hold in a cell, and what a CSV file of ours would not. */
const UNHOLDABLE = /[\u0000-\u0008\u000B-\u001F\p{Cs}\uFFFE\uFFFF]/u;
/** One cell in each row, so that no row is empty. */
const naughty = NAUGHTY.filter((text) => !UNHOLDABLE.test(text) && keptOf(text) === text).map((text, index) => [
  `user${index}@example.com`,
  text,
]);

interface Table {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const tables: Table[] = [{ name: 'naughty strings', header: ['email', 'text'], rows: naughty }];
let saved: Awaited<ReturnType<typeof saveInLibreOffice>> = [];

beforeAll(async () => {
  for (const { file, format = 'csv' } of EXPORTED) {
    if (format !== 'csv') continue;
    const { header, rows } = await readTable(join(ROOT, 'fixtures/exports', file));
    tables.push({ name: file, header, rows });
  }
  const width = Math.max(...tables.flatMap(({ header, rows }) => [header, ...rows].map((cells) => cells.length)));
  saved = await saveInLibreOffice(tables.map(written), width);
}, 300_000);

it.each(['xlsx', 'csv'] as const)('exports that LibreOffice saved as %s are read back equal', async (format) => {
  expect(tables.length).toBeGreaterThan(10);
  for (const [index, { name, header, rows }] of tables.entries()) {
    const bytes = saved[index]?.[format] ?? Buffer.alloc(0);
    const table = await readTable(Readable.from([bytes]), undefined, `${name}.${format}`);
    expect(table.format).toBe(format);
    // Rows have no empty cells at their end, and cells no carriage returns.
    const trimmed = (cells: readonly string[]) =>
      cells
        .join('\u0000')
        .replace(/\u0000+$/, '')
        .replaceAll('\r\n', '\n')
        .split('\u0000');
    expect(trimmed(table.header), name).toEqual(trimmed(header));
    expect(table.rows.map(trimmed), name).toEqual(rows.map(trimmed));
  }
});

function written({ header, rows }: Table): string {
  const line = (cells: readonly string[]) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`;
  return [header, ...rows].map(line).join('');
}
