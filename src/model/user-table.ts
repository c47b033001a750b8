import type { IdKind, Side, User, UserList } from './user.ts';

/** A text field of a user. */
export type UserField = 'sso' | 'scim' | 'username' | 'name' | IdKind;

/**
 * The users of one side as the matcher sees them: a length, and a value at an index.
 * Nothing forces one object a user on whoever stores them.
 */
export interface UserTable {
  readonly side: Side;
  readonly length: number;
  /** The value as decoded, or null for *no value*. */
  value(field: UserField, index: number): string | null;
  /** The values of which a user may have any number; empty for none. */
  list(field: UserList, index: number): readonly string[];
  isActive(index: number): boolean;
  file(index: number): string | null;
  line(index: number): number;
  /** The whole user, made on demand for a report. */
  user(index: number): User;
}
