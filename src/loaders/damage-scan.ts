import type { DamagedColumn, MapKey } from '../model/input.ts';
import { DamageCounter, isLossy, isUndecodable } from './damage.ts';
import type { RawTable } from './raw-table.ts';

/** Looks through the cells of users for data that was lost before it came here. */
export class DamageScan {
  readonly #table: RawTable;
  readonly #keys: readonly (MapKey | null)[];
  readonly #lossy = new DamageCounter();
  readonly #undecodable = new DamageCounter();

  constructor(table: RawTable, keys: readonly (MapKey | null)[]) {
    this.#table = table;
    this.#keys = keys;
  }

  look(cells: readonly string[], line: number): void {
    const { hasReplacement, isAscii } = this.#table;
    for (let column = 0; column < this.#keys.length; column += 1) {
      const cell = cells[column];
      if (cell === undefined || cell === '') continue;
      const key = this.#keys[column] ?? null;
      if (isLossy(cell, key)) this.#lossy.add(column, line, cell);
      if ((hasReplacement || key !== null) && isUndecodable(cell, key !== null, isAscii)) {
        this.#undecodable.add(column, line, cell);
      }
    }
  }

  summary(): { lossy: DamagedColumn[]; undecodable: DamagedColumn[] } {
    const { header } = this.#table;
    return {
      lossy: this.#lossy.summary(header, this.#keys),
      undecodable: this.#undecodable.summary(header, this.#keys),
    };
  }
}
