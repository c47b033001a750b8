import { headerKey } from './header.ts';
import { splitList } from './list-cell.ts';
import type { Profile } from './profiles/profile.ts';
import type { RawTable } from './raw-table.ts';

/** Tells people from the groups, units and machines that stand beside them in a directory. */
export class PeopleFilter {
  readonly #column: number;
  readonly #people: ReadonlySet<string>;
  readonly #others: ReadonlySet<string>;
  readonly #hasLists: boolean;

  constructor({ classes }: Profile, { header, hasLists }: RawTable) {
    this.#column = classes === undefined ? -1 : header.findIndex((text) => headerKey(text) === classes.column);
    this.#people = new Set(classes?.people);
    this.#others = new Set(classes?.others);
    this.#hasLists = hasLists === true;
  }

  /** A record without a class may be anybody. */
  includes(cells: readonly string[]): boolean {
    const cell = this.#column < 0 ? '' : (cells[this.#column] ?? '').toLowerCase();
    const classes = (this.#hasLists ? splitList(cell) : cell.split(/[;,|\s]+/)).filter((name) => name !== '');
    if (classes.length === 0) return true;
    return classes.some((name) => this.#people.has(name)) && !classes.some((name) => this.#others.has(name));
  }
}
