import { trimWhiteSpace } from '../email/white-space.ts';
import { headerKey } from './header.ts';
import { splitList } from './list-cell.ts';
import type { Profile } from './profiles/profile.ts';
import type { RawTable } from './raw-table.ts';

/** Tells people from the groups, machines, rooms and accounts of its own that stand beside them in a directory. */
export class PeopleFilter {
  readonly #column: number;
  readonly #people: ReadonlySet<string>;
  readonly #others: ReadonlySet<string>;
  readonly #things: ReadonlySet<string>;
  readonly #patterns: readonly { readonly column: number; readonly pattern: RegExp }[];
  readonly #hasLists: boolean;

  constructor({ classes, notPeople = [] }: Profile, { header, hasLists }: RawTable) {
    const columnOf = (key: string) => header.findIndex((text) => headerKey(text) === key);
    this.#column = classes === undefined ? -1 : columnOf(classes.column);
    this.#people = new Set(classes?.people);
    this.#others = new Set(classes?.others);
    this.#things = new Set(classes?.things);
    this.#patterns = notPeople
      .map(({ column, pattern }) => ({ column: columnOf(column), pattern }))
      .filter(({ column }) => column >= 0);
    this.#hasLists = hasLists === true;
  }

  /** A record without a class, or of one that nobody knows, may be anybody. */
  includes(cells: readonly string[]): boolean {
    if (this.#patterns.some(({ column, pattern }) => pattern.test(trimWhiteSpace(cells[column] ?? '')))) return false;
    const cell = this.#column < 0 ? '' : (cells[this.#column] ?? '').toLowerCase();
    const classes = (this.#hasLists ? splitList(cell) : cell.split(/[;,|\s]+/)).filter((name) => name !== '');
    if (classes.some((name) => this.#others.has(name))) return false;
    return classes.some((name) => this.#people.has(name)) || !classes.some((name) => this.#things.has(name));
  }
}
