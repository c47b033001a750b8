/** Recognises a record that was there before, identical in every cell. */
export class RecordSet {
  readonly #seen = new Map<string, (readonly string[])[]>();

  /**
   * Whether these cells are new; remembers them if so.
   *
   * @param hint - a cell that seldom repeats: only records with the same one are compared cell by cell
   */
  add(cells: readonly string[], hint: string): boolean {
    const key = hint === '' ? cells.join('\u0000') : hint;
    const alike = this.#seen.get(key);
    if (alike === undefined) {
      this.#seen.set(key, [cells]);
      return true;
    }
    if (alike.some((other) => other.length === cells.length && other.every((cell, index) => cell === cells[index]))) {
      return false;
    }
    alike.push(cells);
    return true;
  }
}
