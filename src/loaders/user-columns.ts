import { type IdKind, LISTS, type Side, type User, type UserList } from '../model/user.ts';
import type { UserField, UserTable } from '../model/user-table.ts';

/** The values of one user as a loader hands them over; *no value* is null. */
export interface UserValues extends Record<UserField, string | null>, Partial<Record<UserList, readonly string[]>> {
  readonly active: boolean;
  readonly file: string | null;
  readonly line: number;
}

/** Users stored by column: far smaller than an object each. */
export class UserColumns implements UserTable {
  readonly side: Side;
  readonly #values: Record<UserField, (string | null)[]> = {
    sso: [],
    scim: [],
    username: [],
    name: [],
    'employee-id': [],
    'immutable-id': [],
    'external-id': [],
  };
  /** By index, only of those who have any. */
  readonly #lists: Record<UserList, Map<number, readonly string[]>> = { aliases: new Map(), groups: new Map() };
  readonly #active: boolean[] = [];
  readonly #files: (string | null)[] = [];
  readonly #lines: number[] = [];

  constructor(side: Side) {
    this.side = side;
  }

  get length(): number {
    return this.#lines.length;
  }

  add(user: UserValues): void {
    for (const field of FIELDS) this.#values[field].push(user[field]);
    for (const field of LISTS) {
      const values = user[field];
      if (values !== undefined && values.length > 0) this.#lists[field].set(this.length, values);
    }
    this.#active.push(user.active);
    this.#files.push(user.file);
    this.#lines.push(user.line);
  }

  value(field: UserField, index: number): string | null {
    return this.#values[field][index] ?? null;
  }

  list(field: UserList, index: number): readonly string[] {
    return this.#lists[field].get(index) ?? NONE;
  }

  /** Everybody who has values of a list, by index. */
  lists(field: UserList): ReadonlyMap<number, readonly string[]> {
    return this.#lists[field];
  }

  isActive(index: number): boolean {
    return this.#active[index] === true;
  }

  file(index: number): string | null {
    return this.#files[index] ?? null;
  }

  line(index: number): number {
    return this.#lines[index] ?? 0;
  }

  user(index: number): User {
    const id = (kind: IdKind) => this.value(kind, index);
    return {
      side: this.side,
      file: this.file(index),
      line: this.line(index),
      sso: this.value('sso', index),
      scim: this.value('scim', index),
      username: this.value('username', index),
      ids: { 'employee-id': id('employee-id'), 'external-id': id('external-id'), 'immutable-id': id('immutable-id') },
      name: this.value('name', index),
      active: this.isActive(index),
    };
  }

  /** The user with what a report does not show, for whoever reconciles records. */
  record(index: number): User & Readonly<Record<UserList, readonly string[]>> {
    return { ...this.user(index), aliases: this.list('aliases', index), groups: this.list('groups', index) };
  }
}

const NONE: readonly string[] = [];
const FIELDS = ['sso', 'scim', 'username', 'name', 'employee-id', 'immutable-id', 'external-id'] as const;
