import type { UserList } from '../model/user.ts';
import type { Cells } from './columns.ts';
import { isLossy } from './damage.ts';
import { splitGroups, splitJoinedNames } from './group-cell.ts';
import type { Mapping } from './mapping.ts';
import { mailAddresses } from './proxy-addresses.ts';

/** The values of a list that a record holds, each once. */
export function listOf({ source, lists }: Mapping, list: UserList, cells: Cells): readonly string[] {
  // Most exports have no lists, which should cost their many users nothing.
  if (lists[list].length === 0) return NONE;
  const items = lists[list].flatMap((column) => {
    const values = source.values(cells, column).filter((value) => !isLossy(value, false));
    if (list === 'aliases') return values.flatMap(mailAddresses);
    return values.flatMap(source.holdsSeveral(column) ? splitJoinedNames : splitGroups);
  });
  return [...new Set(items)];
}

const NONE: readonly string[] = [];
