import { cellValue } from '../email/white-space.ts';
import type { MapKey } from '../model/input.ts';
import type { Side } from '../model/user.ts';
import type { Cells } from './columns.ts';
import { isLossy } from './damage.ts';
import type { Mapping } from './mapping.ts';
import type { Profile } from './profiles/profile.ts';
import { asksOpposite, type StatusReader, statusReader, whenUnknown } from './status.ts';
import type { UserValues } from './user-columns.ts';
import { listOf } from './user-lists.ts';

/** What a record says of its user's status. */
export interface UserStatus {
  readonly active: boolean;
  /** The words that are not known, or speak against each other; null where all is clear. */
  readonly unknown: string | null;
}

interface StatusColumn {
  readonly column: number;
  readonly header: string;
  readonly read: StatusReader;
  /** Whether a word that is not known leaves the status unknown. */
  readonly isHeeded: boolean;
}

/** Reads the cells of a record as a user. */
export class UserReader {
  readonly #mapping: Mapping;
  readonly #whenUnknown: boolean;
  readonly #anyStatusDeactivates: boolean;
  readonly #statuses: readonly StatusColumn[];

  constructor(mapping: Mapping, profile: Profile, side: Side) {
    this.#mapping = mapping;
    this.#whenUnknown = whenUnknown(side);
    this.#anyStatusDeactivates = profile.anyStatusDeactivates === true;
    this.#statuses = mapping.statusColumns.map((column) => {
      const header = mapping.source.text(column) ?? '';
      // A date under “Deactivated” is no yes, and no nothing.
      return {
        column,
        header,
        read: statusReader(header, side, profile),
        isHeeded: mapping.heededStatuses.has(column) || asksOpposite(header),
      };
    });
  }

  /**
   * Without a status column everybody is active. Of several, whatever says inactive counts, unless another one says
   * active: then it is not known which of them is meant.
   */
  status(cells: Cells): UserStatus {
    const said = this.#statuses.map(({ column, header, read, isHeeded }) => {
      const values = this.#mapping.source.values(cells, column);
      const [cell = ''] = values;
      if (values.length < 2) return { header, cell, says: read(cell), isHeeded };
      // A list that says one thing and another is not known, whatever column it stands in.
      const answers = new Set(values.map(read));
      const [says = 'unknown'] = answers;
      return { header, cell: values.join(', '), says: answers.size === 1 ? says : 'unknown', isHeeded: true };
    });
    const unread = said.find(({ says, isHeeded }) => says === 'unknown' && isHeeded);
    if (unread !== undefined) return { active: this.#whenUnknown, unknown: unread.cell };
    const isInactive = said.some(({ says }) => says === 'inactive');
    if (isInactive && !this.#anyStatusDeactivates && said.some(({ says }) => says === 'active')) {
      const words = said.filter(({ says }) => says === 'active' || says === 'inactive');
      return {
        active: this.#whenUnknown,
        unknown: words.map(({ header, cell }) => `${header}: ${cell}`).join(', '),
      };
    }
    return { active: !isInactive, unknown: null };
  }

  user(cells: Cells, active: boolean, file: string, line: number): UserValues {
    const sso = this.#field(cells, 'sso');
    const scim = this.#field(cells, 'scim');
    return {
      sso,
      scim,
      username: this.#field(cells, 'username'),
      name: this.#name(cells),
      'employee-id': this.#field(cells, 'employee-id'),
      'immutable-id': this.#field(cells, 'immutable-id'),
      'external-id': this.#field(cells, 'external-id'),
      aliases: without(listOf(this.#mapping, 'aliases', cells), sso, scim),
      groups: listOf(this.#mapping, 'groups', cells),
      active,
      file,
      line,
    };
  }

  #field(cells: Cells, key: MapKey): string | null {
    return this.#valueAt(cells, this.#mapping.columns[key], key);
  }

  /** Given and family name where both are there, which other exports write alike; else the whole name. */
  #name(cells: Cells): string | null {
    const { nameParts } = this.#mapping;
    if (nameParts === null) return this.#field(cells, 'name');
    const given = this.#valueAt(cells, nameParts[0], 'name');
    const family = this.#valueAt(cells, nameParts[1], 'name');
    if (given !== null && family !== null) return `${given} ${family}`;
    return this.#field(cells, 'name') ?? given ?? family;
  }

  /** A cell that lost its data is no value: its type name or error text would be compared as if it were one. */
  #valueAt(cells: Cells, column: number, key: MapKey): string | null {
    const cell = this.#mapping.source.value(cells, column);
    return cell === '' || isLossy(cell, key.endsWith('-id')) ? null : cellValue(cell);
  }
}

/** A list of all addresses has the one that is sent among them. */
function without(addresses: readonly string[], sso: string | null, scim: string | null): readonly string[] {
  return addresses.length === 0 ? addresses : addresses.filter((address) => address !== sso && address !== scim);
}
