/** Recognises a record that was there before, identical in every cell. */
export class RecordSet {
  readonly #seen = new Map<string, (readonly string[])[]>();

  /** Whether these cells are new; remembers them if so. */
  add(cells: readonly string[]): boolean {
    const key = cells.join('\u0000');
    const alike = this.#seen.get(key);
    if (alike === undefined) {
      this.#seen.set(key, [cells]);
      return true;
    }
    // A NUL inside a cell can make two different records share a key.
    if (alike.some((other) => other.length === cells.length && other.every((cell, index) => cell === cells[index]))) {
      return false;
    }
    alike.push(cells);
    return true;
  }
}
