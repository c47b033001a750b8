import type { DamagedColumn, MapKey } from '../model/input.ts';
import { DamageCounter, isLossy, isUndecodable } from './damage.ts';
import { isLeftOut } from './long-cell.ts';
import type { CellKind, RawTable } from './raw-table.ts';

/** Looks through the cells of users for data that was lost before it came here. */
export class DamageScan {
  readonly #table: RawTable;
  readonly #keys: readonly (readonly MapKey[])[];
  /** Columns that an id is read from: numbers must not have been rounded there. */
  readonly #ids: ReadonlySet<number>;
  readonly #lossy = new DamageCounter();
  readonly #numbers = new DamageCounter();
  readonly #undecodable = new DamageCounter();

  constructor(table: RawTable, keys: readonly (readonly MapKey[])[]) {
    this.#table = table;
    this.#keys = keys;
    this.#ids = new Set(keys.flatMap((list, column) => (list.some((key) => key.endsWith('-id')) ? [column] : [])));
  }

  /** @param row - index of the record in the table */
  look(cells: readonly string[], line: number, row: number): void {
    const { hasReplacement, isAscii, cellKinds } = this.#table;
    for (let column = 0; column < this.#keys.length; column += 1) {
      const cell = cells[column];
      if (cell === undefined || cell === '') continue;
      const isMapped = (this.#keys[column]?.length ?? 0) > 0;
      // A picture that nothing reads was left out on purpose.
      if (isLossy(cell, this.#ids.has(column)) && (isMapped || !isLeftOut(cell))) this.#lossy.add(column, line, cell);
      if (cellKinds !== undefined && isMapped) this.#turned(column, line, cell, cellKinds(row, column));
      if ((hasReplacement || isMapped) && isUndecodable(cell, isMapped, isAscii)) {
        this.#undecodable.add(column, line, cell);
      }
    }
  }

  /** A date was something else once; a number may have had zeros in front. */
  #turned(column: number, line: number, cell: string, kind: CellKind | null): void {
    const isId = this.#ids.has(column);
    if (kind === 'date') this.#lossy.add(column, line, cell);
    else if (kind === 'number' && isId && !isLossy(cell, isId)) this.#numbers.add(column, line, cell);
  }

  summary(): { lossy: DamagedColumn[]; numbers: DamagedColumn[]; undecodable: DamagedColumn[] } {
    const { header } = this.#table;
    return {
      lossy: this.#lossy.summary(header, this.#keys),
      numbers: this.#numbers.summary(header, this.#keys),
      undecodable: this.#undecodable.summary(header, this.#keys),
    };
  }
}
