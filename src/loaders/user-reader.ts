import { cellValue } from '../email/white-space.ts';
import type { MapKey } from '../model/input.ts';
import type { Side } from '../model/user.ts';
import { isLossy } from './damage.ts';
import type { Mapping } from './mapping.ts';
import { type Status, statusReader } from './status.ts';
import type { UserValues } from './user-columns.ts';

const ACTIVE: Status = { active: true, known: true };

/** Reads the cells of a record as a user. */
export class UserReader {
  readonly #mapping: Mapping;
  readonly #readStatus: (cell: string) => Status;

  constructor(header: readonly string[], mapping: Mapping, side: Side) {
    this.#mapping = mapping;
    this.#readStatus = statusReader(header[mapping.columns.status] ?? '', side);
  }

  /** The status cell as it is, and what it says; without a status column everybody is active. */
  status(cells: readonly string[]): Status & { readonly cell: string } {
    const column = this.#mapping.columns.status;
    const cell = cells[column] ?? '';
    return column < 0 ? { ...ACTIVE, cell } : { ...this.#readStatus(cell), cell };
  }

  user(cells: readonly string[], active: boolean, file: string, line: number): UserValues {
    return {
      sso: this.#field(cells, 'sso'),
      scim: this.#field(cells, 'scim'),
      username: this.#field(cells, 'username'),
      name: this.#name(cells),
      'employee-id': this.#field(cells, 'employee-id'),
      'immutable-id': this.#field(cells, 'immutable-id'),
      'external-id': this.#field(cells, 'external-id'),
      active,
      file,
      line,
    };
  }

  #field(cells: readonly string[], key: MapKey): string | null {
    return valueAt(cells, this.#mapping.columns[key], key);
  }

  /** Given and family name where both are there, which other exports write alike; else the whole name. */
  #name(cells: readonly string[]): string | null {
    const { nameParts } = this.#mapping;
    if (nameParts === null) return this.#field(cells, 'name');
    const given = valueAt(cells, nameParts[0], 'name');
    const family = valueAt(cells, nameParts[1], 'name');
    if (given !== null && family !== null) return `${given} ${family}`;
    return this.#field(cells, 'name') ?? given ?? family;
  }
}

/** A cell that lost its data is no value: its type name or error text would be compared as if it were one. */
function valueAt(cells: readonly string[], column: number, key: MapKey): string | null {
  const cell = cells[column];
  return cell === undefined || cell === '' || isLossy(cell, key) ? null : cellValue(cell);
}
