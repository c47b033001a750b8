const LINE_END = /\r\n|\n|\r/;

/**
 * Whether a record's quotes are where they may be: around a whole cell, doubled inside it, or inside an unquoted cell.
 *
 * @see RFC 4180 section 2, rules 5 to 7; unquoted cells are read as spreadsheets read them
 */
export function isWellQuoted(record: string, delimiter: string): boolean {
  let at = 0;
  while (at < record.length) {
    if (record[at] === '"') {
      at = closingQuote(record, at) + 1;
      if (at === 0 || !endsCell(record, at, delimiter)) return false;
    } else {
      const start = at;
      while (!endsCell(record, at, delimiter) && isWhite(record[at])) at += 1;
      // White space before a quote: the quote was meant to open the cell, and what it holds has been cut.
      if (at > start && record[at] === '"') return false;
      while (!endsCell(record, at, delimiter)) at += 1;
    }
    at += 1;
  }
  return true;
}

const isWhite = (letter = '') => /^\s$/.test(letter);

/** Where the quoted cell that opens at an offset is closed, or -1. */
function closingQuote(record: string, open: number): number {
  let at = record.indexOf('"', open + 1);
  while (at >= 0 && record[at + 1] === '"') at = record.indexOf('"', at + 2);
  return at;
}

function endsCell(record: string, at: number, delimiter: string): boolean {
  return at >= record.length || record.startsWith(delimiter, at) || record[at] === '\n' || record[at] === '\r';
}

/**
 * Whether a quoted cell goes on over lines of which one looks like a whole record: as many cells as the header, and an
 * address. Two quotes in the wrong place make such a cell, and would hide the people in it.
 */
export function swallowsRecord(cells: readonly string[], delimiter: string, width: number): boolean {
  return cells.some(
    (cell) =>
      width > 1 &&
      cell.includes('@') &&
      cell.split(LINE_END).some((line, _, lines) => lines.length > 1 && looksLikeRecord(line, delimiter, width)),
  );
}

function looksLikeRecord(line: string, delimiter: string, width: number): boolean {
  return line.includes('@') && line.split(delimiter).length >= width;
}
