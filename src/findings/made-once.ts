/** Keeps what was made for two keys, made when it is first asked for. */
export class MadeOnce<A, B, T> {
  readonly #made = new Map<A, Map<B, T>>();

  get(a: A, b: B, make: () => T): T {
    let row = this.#made.get(a);
    if (row === undefined) {
      row = new Map();
      this.#made.set(a, row);
    }
    const known = row.get(b);
    if (known !== undefined) return known;
    const made = make();
    row.set(b, made);
    return made;
  }
}
