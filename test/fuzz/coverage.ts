import type { RawTable } from '../../src/loaders/raw-table.ts';

/**
 * A line with something on it that belongs to no record of a table in CSV or LDIF: somebody who was lost without a word;
 * null where there is none. The header is a record, and what stands before it none.
 *
 * @param text - the bytes that the table was read from, unpacked
 */
export function lostLine(table: RawTable, text: Buffer): number | null {
  if (table.format !== 'csv' && table.format !== 'ldif') return null;
  const covered = new Set<number>();
  for (const [first, last] of spansOf(table)) for (let line = first; line <= last; line += 1) covered.add(line);
  const lines = new TextDecoder(table.encoding).decode(text).split(/\r\n|\n|\r/);
  const isOfSomebody = (line: string) => (table.format === 'csv' ? line !== '' : /^dn:/i.test(line));
  const lost = lines.findIndex((line, index) => {
    const number = index + 1;
    return number > headerEnd(table) && !covered.has(number) && isOfSomebody(line);
  });
  return lost < 0 ? null : lost + 1;
}

function spansOf({ rows, lines, endLines, rejections }: RawTable): (readonly [number, number])[] {
  const read = rows.map((_, index) => [lines[index] ?? 0, endLines[index] ?? 0] as const);
  return [...read, ...rejections.map(({ line, endLine }) => [line, endLine] as const)];
}

/** The last line of the header, whose names may go on over lines. */
function headerEnd({ header, headerLine }: RawTable): number {
  const ends = header.join(',').match(/\r\n|\n|\r/g)?.length ?? 0;
  return headerLine === null ? 0 : headerLine + ends;
}
