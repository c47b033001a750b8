import { cellValue } from '../email/white-space.ts';
import type { MapKey } from '../model/input.ts';
import type { Side } from '../model/user.ts';
import { isLossy } from './damage.ts';
import type { Mapping } from './mapping.ts';
import { asksOpposite, type StatusReader, statusReader, whenUnknown } from './status.ts';
import type { UserValues } from './user-columns.ts';

/** What a record says of its user's status. */
export interface UserStatus {
  readonly active: boolean;
  /** The words that are not known, or speak against each other; null where all is clear. */
  readonly unknown: string | null;
}

/** Reads the cells of a record as a user. */
export class UserReader {
  readonly #mapping: Mapping;
  readonly #header: readonly string[];
  readonly #whenUnknown: boolean;
  readonly #statuses: readonly { readonly column: number; readonly read: StatusReader }[];

  constructor(header: readonly string[], mapping: Mapping, side: Side) {
    this.#mapping = mapping;
    this.#header = header;
    this.#whenUnknown = whenUnknown(side);
    this.#statuses = mapping.statusColumns.map((column) => ({ column, read: statusReader(header[column] ?? '') }));
  }

  /**
   * Without a status column everybody is active. Of several, whatever says inactive counts, unless another one says
   * active: then it is not known which of them is meant.
   */
  status(cells: readonly string[]): UserStatus {
    const said = this.#statuses.map(({ column, read }) => ({
      column,
      cell: cells[column] ?? '',
      says: read(cells[column] ?? ''),
    }));
    const [first] = said;
    if (first === undefined) return { active: true, unknown: null };
    // Of further columns only those that ask who is not active: a date under “Deactivated” is no yes, and no nothing.
    const unread = said.find(
      ({ column, says }) => says === 'unknown' && (column === first.column || asksOpposite(this.#header[column] ?? '')),
    );
    if (unread !== undefined) return { active: this.#whenUnknown, unknown: unread.cell };
    const isInactive = said.some(({ says }) => says === 'inactive');
    if (isInactive && said.some(({ says }) => says === 'active')) {
      const words = said.filter(({ says }) => says === 'active' || says === 'inactive');
      const unknown = words.map(({ column, cell }) => `${this.#header[column]}: ${cell}`).join(', ');
      return { active: this.#whenUnknown, unknown };
    }
    return { active: !isInactive, unknown: null };
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
  return cell === undefined || cell === '' || isLossy(cell, key.endsWith('-id')) ? null : cellValue(cell);
}
