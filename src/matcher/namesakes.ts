import type { UserTable } from '../model/user-table.ts';
import { KeyIndex } from './key-index.ts';
import { spellingKeys } from './names.ts';

const NOBODY: readonly number[] = [];

/** The users of a side by full name. */
export class Namesakes {
  readonly #table: UserTable;
  readonly #plain = new KeyIndex();
  /** Only names that can be written out otherwise. */
  readonly #writtenOut = new KeyIndex();

  constructor(table: UserTable) {
    this.#table = table;
    for (let index = 0; index < table.length; index += 1) {
      const name = table.value('name', index);
      const { plain, writtenOut } = spellingKeys(name);
      if (plain === '') continue;
      this.#plain.add(plain, index);
      if (writtenOut !== plain) this.#writtenOut.add(writtenOut, index);
    }
  }

  /** Everybody of the same full name, active or not. */
  of(name: string | null): readonly number[] {
    const { plain, writtenOut } = spellingKeys(name);
    if (plain === '') return NOBODY;
    const others = [...this.#writtenOut.get(plain), ...(writtenOut === plain ? NOBODY : this.#plain.get(writtenOut))];
    const same = this.#plain.get(plain);
    return others.length === 0 ? same : [...new Set([...same, ...others])];
  }

  /** The one user of a full name: the only active one, or the only one where none is active; -1 for none or several. */
  only(name: string | null): number {
    const all = this.of(name);
    const active = all.filter((index) => this.#table.isActive(index));
    const bearers = active.length > 0 ? active : all;
    return bearers.length === 1 ? (bearers[0] ?? -1) : -1;
  }
}
