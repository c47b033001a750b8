import { trimWhiteSpace } from '../email/white-space.ts';

/** A backslash before it makes it part of a name. */
const BETWEEN = /(?<!\\)[;|\r\n]+/;
/** The beginning of a distinguished name, which has commas of its own. */
const DISTINGUISHED_NAME = /^\s*[A-Za-z][\w.-]*\s*=/;

/** The groups that one cell of a table names. */
export function splitGroups(cell: string): string[] {
  return partsOf(cell)
    .map(trimWhiteSpace)
    .filter((part) => part !== '');
}

/** Several distinguished names that a directory's list was joined of. */
const JOINED_NAMES = /^\s*[A-Za-z][\w.-]*\s*=.*;\s*[A-Za-z][\w.-]*\s*=/s;

/** The groups of one value of a list: one, unless a program joined distinguished names before it wrote the list. */
export function splitJoinedNames(value: string): string[] {
  return JOINED_NAMES.test(value) ? splitGroups(value) : [value];
}

function partsOf(cell: string): string[] {
  const parts = cell.split(BETWEEN);
  if (parts.length > 1 || DISTINGUISHED_NAME.test(cell)) return parts;
  // GAM joins the addresses of groups by a space, which may stand in any other name.
  const words = cell.split(/[\s,]+/).filter((word) => word !== '');
  return words.every((word) => word.includes('@')) ? words : cell.split(',');
}
