import { inert } from '../reporters/terminal.ts';

/** A terminal is at least that wide, nearly always. */
const WIDTH = 100;

/** Sentences may be long; what they quote from a file may not, and is never live. */
export function harmless(sentence: string): string {
  return sentence.split(' ').map(inert).join(' ');
}

/** A text of a file in a column of a table: harmless, and no longer than the table can bear. */
export function clipped(text: string, longest: number): string {
  const characters = [...inert(text)];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : characters.join('');
}

/** A label and a text beside it, which goes on under itself. */
export function labelled(label: string, text: string, indent = 2, column = 12): string {
  const lines: string[] = [];
  let line = `${' '.repeat(indent)}${label}`.padEnd(column);
  let isEmpty = true;
  for (const word of text.split(' ')) {
    if (!isEmpty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = ' '.repeat(column);
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].map((one) => `${one.trimEnd()}\n`).join('');
}

/** Rows of cells under one another, a header first: texts to the left, numbers and their headers to the right. */
export function table(rows: readonly (readonly (string | number)[])[], indent = 2): string {
  const widths: number[] = [];
  const isNumeric: boolean[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, String(cell).length);
      isNumeric[column] ||= typeof cell === 'number';
    });
  }
  return rows
    .map((row) => {
      const cells = row.map((cell, column) => {
        const width = widths[column] ?? 0;
        return isNumeric[column] === true ? String(cell).padStart(width) : String(cell).padEnd(width);
      });
      return `${' '.repeat(indent)}${cells.join('  ').trimEnd()}\n`;
    })
    .join('');
}

export function percent(part: number, whole: number): string {
  if (whole === 0) return '';
  // Neither all nor none where it is not so.
  const rounded = Math.round((part / whole) * 100);
  const honest = part < whole && rounded === 100 ? 99 : part > 0 && rounded === 0 ? 1 : rounded;
  return `${honest} %`;
}
