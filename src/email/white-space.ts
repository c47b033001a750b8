const WHITE_SPACE = /\p{White_Space}/u;
const BLANK = /^\p{White_Space}*$/u;

/** Removes Unicode White_Space at both ends; unlike `String.prototype.trim`, U+FEFF stays. */
export function trimWhiteSpace(text: string): string {
  // Not a regular expression: `\\s+$` starts again at every space of a long run. All white space is in the BMP.
  let start = 0;
  let end = text.length;
  while (start < end && WHITE_SPACE.test(text.charAt(start))) start += 1;
  while (end > start && WHITE_SPACE.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** What a cell holds: itself, or null where it is empty or White_Space only. */
export function cellValue(cell: string | null | undefined): string | null {
  if (cell === null || cell === undefined || cell === '') return null;
  const first = cell.charCodeAt(0);
  // Most cells begin with a visible ASCII character.
  if (first > 0x20 && first < 0x7f) return cell;
  return BLANK.test(cell) ? null : cell;
}
