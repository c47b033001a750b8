/** Joins several values of one cell, in tables that `hasLists`: readers of JSON and LDIF reject a record that holds it. */
export const LIST_SEPARATOR = '\u001F';

export function joinList(values: readonly string[]): string {
  return values.join(LIST_SEPARATOR);
}

export function splitList(cell: string): string[] {
  return cell.split(LIST_SEPARATOR);
}
