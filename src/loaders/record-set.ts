type Cells = readonly string[];

/** Records of one hint that are compared one by one; further ones are found by their whole text. */
const FEW = 16;

/** Recognises a record that was there before, identical in every cell. */
export class RecordSet {
  readonly #byHint = new Map<string, Cells[]>();
  readonly #byText = new Map<string, Cells[]>();

  /**
   * Whether these cells are new; remembers them if so.
   *
   * @param hint - a cell that seldom repeats: most records need not be looked at whole
   */
  add(cells: Cells, hint: string): boolean {
    const few = hint === '' ? [] : listAt(this.#byHint, hint);
    if (holds(few, cells)) return false;
    if (hint !== '' && few.length < FEW) {
      few.push(cells);
      return true;
    }
    // A NUL inside a cell can make two different records share a text.
    const alike = listAt(this.#byText, cells.join('\u0000'));
    if (holds(alike, cells)) return false;
    alike.push(cells);
    return true;
  }
}

function holds(records: readonly Cells[], cells: Cells): boolean {
  return records.some((other) => other.length === cells.length && other.every((cell, index) => cell === cells[index]));
}

function listAt(lists: Map<string, Cells[]>, key: string): Cells[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
