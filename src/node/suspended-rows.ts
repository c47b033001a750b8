import type { AppMap } from '../loaders/mapping.ts';
import { resolveMapping } from '../loaders/mapping.ts';
import { profileById } from '../loaders/profiles/index.ts';
import { statusReader } from '../loaders/status.ts';
import type { LoadedTables, ReadPages } from './load-side.ts';

/**
 * Which rows of a member list say that nobody may use their account. As accounts, suspended rows count like all others: only
 * read as one reads the status of a user do they tell.
 *
 * @returns their indices; undefined where a file has no column that tells
 */
export function suspendedRows(
  pages: ReadPages,
  { inputs, users }: LoadedTables,
  map: AppMap,
): ReadonlySet<number> | undefined {
  if (inputs.some(({ mapping }) => mapping.status === null)) return undefined;
  const suspended = new Set<number>();
  let row = 0;
  inputs.forEach((input, at) => {
    const page = pages[at];
    if (page === undefined) throw new Error('every input has its page');
    const profile = profileById(input.profile);
    const { source, statusColumns } = resolveMapping(page, profile, map, 'app', pages);
    const readers = statusColumns.map((column) => ({
      column,
      read: statusReader(source.text(column) ?? '', 'old', profile),
    }));
    const lines = new Set<number>();
    page.rows.forEach((cells, index) => {
      // Another column that says active does not take it back.
      const isSuspended = readers.some(({ column, read }) =>
        source.values(cells, column).some((cell) => read(cell) === 'inactive'),
      );
      if (isSuspended) lines.add(page.lines[index] ?? 0);
    });
    for (const end = row + input.users; row < end; row += 1) if (lines.has(users.line(row))) suspended.add(row);
  });
  return suspended;
}
