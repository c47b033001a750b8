import { createHash } from 'node:crypto';
import { leftOut } from '../../loaders/long-cell.ts';

/** A cell that is longer holds no list of groups either. */
export const MAX_LENGTH = 65_536;
/** A single word that is longer is a picture or a key. */
export const MAX_WORD = 8_192;
const LONG_WORD = new RegExp(`[^\\s,;|@\\u001F]{${MAX_WORD + 1}}`);

/**
 * What is kept of a cell: all of it, or, of a picture and the like, its size and hash. Those of two records are still equal
 * where the cells were.
 */
export function keptOf(cell: string): string {
  if (cell.length <= MAX_WORD) return cell;
  if (cell.length <= MAX_LENGTH && !LONG_WORD.test(cell)) return cell;
  return leftOut(cell.length, createHash('sha256').update(cell).digest('hex'));
}

/** The cells of a record of a table, which seldom has pictures: only those that are too long for anything else are left out. */
export function shortened(cells: string[]): string[] {
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index] as string;
    if (cell.length > MAX_LENGTH) cells[index] = keptOf(cell);
  }
  return cells;
}
