const EDGES = /^\p{White_Space}+|\p{White_Space}+$/gu;
const BLANK = /^\p{White_Space}*$/u;

/** Removes Unicode White_Space at both ends; unlike `String.prototype.trim`, U+FEFF stays. */
export function trimWhiteSpace(text: string): string {
  return text.replace(EDGES, '');
}

/** What a cell holds: itself, or null where it is empty or White_Space only. */
export function cellValue(cell: string | null | undefined): string | null {
  if (cell === null || cell === undefined || cell === '') return null;
  const first = cell.charCodeAt(0);
  // Most cells begin with a visible ASCII character.
  if (first > 0x20 && first < 0x7f) return cell;
  return BLANK.test(cell) ? null : cell;
}
