import { headerKey } from '../loaders/header.ts';
import { APP_COLUMNS } from '../loaders/profiles/generic.ts';
import { detectProfile } from '../loaders/profiles/index.ts';
import type { RawTable } from '../loaders/raw-table.ts';
import type { Side } from '../model/user.ts';

/** Files that seem to be one list. */
export interface SideFiles {
  /** Null for an export that is neither the first nor the second of an identity provider. */
  readonly side: Side | null;
  readonly tables: readonly RawTable[];
}

const MEMBER_HEADERS: ReadonlySet<string> = new Set([
  ...APP_COLUMNS.email,
  ...APP_COLUMNS.status.filter((name) => /member|seat|invit/.test(name)),
  'seattier',
]);

/**
 * Guesses which list each file is: a list of members tells itself; of other exports the first is taken for the old
 * side, and the second for the new one. Where there are more of them, those with one and the same header are pages.
 *
 * @param pages - files that say themselves that they are pages of one export
 */
export function guessSides(tables: readonly RawTable[], pages: readonly (readonly RawTable[])[]): SideFiles[] {
  const members = tables.filter(isMemberList);
  const exports = tables.filter((table) => !members.includes(table));
  const told = grouped(exports, (table) => pages.find((page) => page.includes(table)) ?? table);
  const alike = grouped(exports, (table) => pages.find((page) => page.includes(table)) ?? JSON.stringify(table.header));
  const lists = told.length > 2 && alike.length > 1 ? alike : told;
  const order = ['old', 'new'] as const;
  return [
    ...lists.map((list, index): SideFiles => ({ side: order[index] ?? null, tables: list })),
    ...(members.length === 0 ? [] : [{ side: 'app' as const, tables: members }]),
  ];
}

function isMemberList({ header, format }: RawTable): boolean {
  const { side, isUsual } = detectProfile(header, format);
  return side === 'app' || (isUsual === true && header.some((text) => MEMBER_HEADERS.has(headerKey(text))));
}

/** Lists of what has the same key, in the order in which the keys appear. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => unknown): T[][] {
  const groups = new Map<unknown, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
