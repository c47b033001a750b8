/**
 * Indices by key, added in rising order. Nearly every key is held once, so a key costs a list only from its second
 * holder on.
 */
export class KeyIndex {
  readonly #first = new Map<string, number>();
  readonly #lists = new Map<string, number[]>();

  add(key: string, index: number): void {
    const first = this.#first.get(key);
    if (first === undefined) {
      this.#first.set(key, index);
      return;
    }
    const list = this.#lists.get(key);
    if (list === undefined) this.#lists.set(key, [first, index]);
    else list.push(index);
  }

  get isEmpty(): boolean {
    return this.#first.size === 0;
  }

  has(key: string): boolean {
    return this.#first.has(key);
  }

  /** Whether somebody holds a key, and this one does not. */
  isHeldByOthers(key: string, index: number): boolean {
    const first = this.#first.get(key);
    if (first === undefined || first === index) return false;
    const list = this.#lists.get(key);
    return list === undefined || !includesSorted(list, index);
  }

  /** Whether anybody but this one holds a key. */
  isHeldByAnother(key: string, index: number): boolean {
    const first = this.#first.get(key);
    return first !== undefined && (first !== index || this.#lists.has(key));
  }

  /** Everybody under a key, in the order added. */
  get(key: string): readonly number[] {
    const list = this.#lists.get(key);
    if (list !== undefined) return list;
    const first = this.#first.get(key);
    return first === undefined ? [] : [first];
  }

  keys(): Iterable<string> {
    return this.#first.keys();
  }

  /** The keys that several hold, with their holders. */
  shared(): ReadonlyMap<string, readonly number[]> {
    return this.#lists;
  }
}

/** Looks an index up in a list that rises: a crowd under one key may be the whole side. */
function includesSorted(list: readonly number[], index: number): boolean {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return list[low] === index;
}
