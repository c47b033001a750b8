type Cells = readonly string[];

/** Records of one hint that are compared one by one; further ones are found by their whole text. */
const FEW = 16;

/** Recognises a record that was there before, identical in every cell. */
export class RecordSet {
  /** Nearly every hint has one record, which costs no list. */
  readonly #first = new Map<string, Cells>();
  readonly #more = new Map<string, Cells[]>();
  readonly #byText = new Map<string, Cells[]>();

  /**
   * Whether these cells are new; remembers them if so.
   *
   * @param hint - a cell that seldom repeats: most records need not be looked at whole
   */
  add(cells: Cells, hint: string): boolean {
    if (hint === '') return addTo(this.#byText, cells.join('\u0000'), cells);
    const first = this.#first.get(hint);
    if (first === undefined) {
      this.#first.set(hint, cells);
      return true;
    }
    const few = this.#more.get(hint) ?? [];
    if (isSame(first, cells) || few.some((other) => isSame(other, cells))) return false;
    return few.length < FEW ? addTo(this.#more, hint, cells) : addTo(this.#byText, cells.join('\u0000'), cells);
  }
}

/**
 * The same for files whose records name their own columns: the header of each depends on the records that are in it, so
 * that cells are compared by the names of their columns. One without a value is like none.
 */
export class NamedRecordSet {
  readonly #records = new RecordSet();
  readonly #columns = new Map<string, number>();

  /** Those of a file, by its header. */
  under(header: readonly string[]): Pick<RecordSet, 'add'> {
    const places = header.map((name) => {
      const place = this.#columns.get(name) ?? this.#columns.size;
      this.#columns.set(name, place);
      return place;
    });
    return { add: (cells, hint) => this.#records.add(placed(cells, places), hint) };
  }
}

function placed(cells: Cells, places: readonly number[]): string[] {
  let length = 0;
  cells.forEach((cell, index) => {
    if (cell !== '') length = Math.max(length, (places[index] ?? 0) + 1);
  });
  const named = new Array<string>(length).fill('');
  cells.forEach((cell, index) => {
    if (cell !== '') named[places[index] ?? 0] = cell;
  });
  return named;
}

/** A NUL inside a cell can make two different records share a text, so equal keys are compared cell by cell. */
function addTo(lists: Map<string, Cells[]>, key: string, cells: Cells): boolean {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [cells]);
  else if (list.some((other) => isSame(other, cells))) return false;
  else list.push(cells);
  return true;
}

function isSame(a: Cells, b: Cells): boolean {
  return a.length === b.length && a.every((cell, index) => cell === b[index]);
}
