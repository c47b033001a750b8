import { groupKey, groupName } from '../findings/group-missing.ts';
import type { LoadedInput } from '../model/input.ts';
import type { Person } from '../model/person.ts';
import type { UserTable } from '../model/user-table.ts';

/** The groups that somebody should have arrived with and did not, by name. */
export type LostGroups = (person: Person, rows: readonly number[]) => readonly string[];

/**
 * Holds the groups of everybody in the new IdP's export against those that arrived.
 *
 * @param next - the export that the baseline was made from, which knows the groups that the report leaves out
 */
export function lostGroups(next: UserTable, scim: UserTable): LostGroups {
  const at = (file: string | null, line: number) => `${line} ${file ?? ''}`;
  const places = new Map(Array.from({ length: next.length }, (_, row) => [at(next.file(row), next.line(row)), row]));
  return (person, rows) => {
    const place = person.new === null ? undefined : places.get(at(person.new.file, person.new.line));
    if (place === undefined || rows.length === 0) return [];
    const arrived = new Set(rows.flatMap((row) => scim.list('groups', row)).map(groupKey));
    return next
      .list('groups', place)
      .filter((group) => !arrived.has(groupKey(group)))
      .map(groupName);
  };
}

/** Whether a list says who is in which group: by its column, or, made by a program, by anybody who is in one. */
export function tellsGroups(table: UserTable, inputs: readonly LoadedInput[]): boolean {
  if (inputs.length > 0) return inputs.every(({ mapping }) => mapping.groups !== null);
  for (let row = 0; row < table.length; row += 1) if (table.list('groups', row).length > 0) return true;
  return false;
}
