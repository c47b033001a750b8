import type { UserTable } from '../model/user-table.ts';

/** Orders text by UTF-16 code unit, the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Orders the users of a table by file and line; the order in which they were read does not matter. */
export function byPlace(table: UserTable): (a: number, b: number) => number {
  return (a, b) => compareText(table.file(a) ?? '', table.file(b) ?? '') || table.line(a) - table.line(b);
}

/** The first few of many users by file and line, in that order. */
export function firstByPlace(table: UserTable, indices: Iterable<number>, most: number): number[] {
  const compare = byPlace(table);
  const first: number[] = [];
  for (const index of indices) {
    const last = first[most - 1];
    if (last !== undefined && compare(index, last) >= 0) continue;
    let at = first.length;
    while (at > 0 && compare(first[at - 1] ?? index, index) > 0) at -= 1;
    first.splice(at, 0, index);
    if (first.length > most) first.pop();
  }
  return first;
}

/** How many users of a table are active. */
export function countActive(table: UserTable): number {
  let count = 0;
  for (let index = 0; index < table.length; index += 1) if (table.isActive(index)) count += 1;
  return count;
}
