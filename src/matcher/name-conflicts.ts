import type { UserTable } from '../model/user-table.ts';
import { fullNameKey, isSameFullName, noPartAgrees, spellingKeys } from './names.ts';
import { bothSides, type Sides } from './sides.ts';

/**
 * Tells whether the names of a pair that only an email holds together speak against it: no part agrees, or the full
 * names differ while one of them is the name of another active user of the opposite side. The address may have
 * been reassigned. The old user need not be active, the new one has to be.
 */
export class NameConflicts {
  readonly #tables: Sides<UserTable>;
  /** The full names of active users; made when two names first differ. */
  #activeNames: Sides<ActiveNames> | undefined;

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
    if (noPartAgrees(oldName, newName)) return true;
    this.#activeNames ??= bothSides((at) => activeNames(this.#tables[at]));
    // The names differ, so whoever bears this one's name on the opposite side is not of this pair.
    const names = this.#activeNames;
    if (names.new.exact.has(oldKey) || names.old.exact.has(newKey)) return true;
    // What raises a doubt has to be broad: the same where the names differ in any spelling, for any spelling of them.
    return !isSameFullName(oldName, newName) && (isBorne(names.new, oldName) || isBorne(names.old, newName));
  }
}

function isBorne(names: ActiveNames, name: string | null): boolean {
  const { plain, writtenOut } = spellingKeys(name);
  return names.plain.has(plain) || names.plain.has(writtenOut) || names.writtenOut.has(plain);
}

interface ActiveNames {
  readonly exact: ReadonlySet<string>;
  readonly plain: ReadonlySet<string>;
  readonly writtenOut: ReadonlySet<string>;
}

function activeNames(table: UserTable): ActiveNames {
  const names = { exact: new Set<string>(), plain: new Set<string>(), writtenOut: new Set<string>() };
  for (let index = 0; index < table.length; index += 1) {
    if (!table.isActive(index)) continue;
    const name = table.value('name', index);
    const { plain, writtenOut } = spellingKeys(name);
    names.exact.add(fullNameKey(name));
    names.plain.add(plain);
    names.writtenOut.add(writtenOut);
  }
  return names;
}
