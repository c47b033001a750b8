import type { UserTable } from '../model/user-table.ts';
import { fullNameKey, noPartAgrees } from './names.ts';
import { bothSides, type PairedSide, type Sides } from './sides.ts';

/**
 * Tells whether the names of a pair that only an email holds together speak against it: no part agrees, or the full
 * names differ while one of them is the name of another active user of the opposite side. The address may have
 * been reassigned. The old user need not be active, the new one has to be.
 */
export class NameConflicts {
  readonly #tables: Sides<UserTable>;
  /** The full names of active users; made when two names first differ. */
  #activeNames: Sides<ReadonlySet<string>> | undefined;

  constructor(tables: Sides<UserTable>) {
    this.#tables = tables;
  }

  has(oldIndex: number, newIndex: number): boolean {
    if (!this.#tables.new.isActive(newIndex)) return false;
    const oldName = this.#tables.old.value('name', oldIndex);
    const newName = this.#tables.new.value('name', newIndex);
    if (oldName === newName) return false;
    const [oldKey, newKey] = [fullNameKey(oldName), fullNameKey(newName)];
    if (oldKey === '' || newKey === '' || oldKey === newKey) return false;
    // The names differ, so whoever bears this one's name on the opposite side is not of this pair.
    return noPartAgrees(oldName, newName) || this.#isBorne('new', oldKey) || this.#isBorne('old', newKey);
  }

  #isBorne(side: PairedSide, nameKey: string): boolean {
    this.#activeNames ??= bothSides((at) => activeNames(this.#tables[at]));
    return this.#activeNames[side].has(nameKey);
  }
}

function activeNames(table: UserTable): Set<string> {
  const names = new Set<string>();
  for (let index = 0; index < table.length; index += 1) {
    if (table.isActive(index)) names.add(fullNameKey(table.value('name', index)));
  }
  return names;
}
